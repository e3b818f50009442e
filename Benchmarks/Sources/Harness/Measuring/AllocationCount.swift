import CAllocations

/// Blocks of memory that were asked for, and their bytes; per operation.
package struct AllocationCount: Codable, Hashable, Sendable {
    package var blocks: Double
    package var bytes: Double

    package init(blocks: Double, bytes: Double) {
        self.blocks = blocks
        self.bytes = bytes
    }

    /// Whether allocations are counted here: on glibc.
    package static var isAvailable: Bool { allocations_can_be_counted() }

    /// What all threads of this process allocate while the body runs, per operation; `nil` where nothing is counted.
    package static func during(operations: Int, _ body: () async throws -> Void) async rethrows -> AllocationCount? {
        guard isAvailable else { return nil }
        allocations_start_counting()
        defer { allocations_stop_counting() }
        try await body()
        let (blocks, bytes) = (allocations_count(), allocations_bytes())
        return AllocationCount(
            blocks: Double(blocks) / Double(operations), bytes: Double(bytes) / Double(operations))
    }

    /// Whether the counter counts: a program can be linked in a way in which it does not get to see the allocations.
    package static func check() async throws {
        var blocks: [UnsafeMutableRawPointer] = []
        blocks.reserveCapacity(100)
        let count = await during(operations: 1) {
            for _ in 0..<100 { blocks.append(.allocate(byteCount: 1000, alignment: 8)) }
        }
        for block in blocks { block.deallocate() }
        guard let count else { return }
        guard count == AllocationCount(blocks: 100, bytes: 100_000) else {
            throw Failure(
                "100 allocations of 1000 bytes are counted as \(count.blocks) of \(count.bytes) bytes together: "
                    + "the counting functions were not linked in")
        }
    }
}
