/// Work that is repeated so often that a round takes as long as it should.
package final class Repetition {
    /// Does it once for each of the numbers, which differ from time to time.
    private let all: (Range<Int>) async throws -> Void
    /// How often it is done in a round, known from the first.
    private var count: Int?
    private var done = 0

    package init(_ all: @escaping (Range<Int>) async throws -> Void) { self.all = all }

    /// Seconds of processor time per operation.
    package func round(lasting seconds: Double) async throws -> Double {
        if let count { return try await time(count) / Double(count) }
        // The first operations are not like the others: caches are cold, and memory is new.
        _ = try await time(1)
        var count = 1
        var taken = try await time(count)
        while taken < seconds / 4 {
            count *= 2
            taken = try await time(count)
        }
        self.count = max(1, Int(Double(count) * seconds / taken))
        return try await round(lasting: seconds)
    }

    /// What an operation allocates, from enough of them for the growth of arrays to be spread over them.
    package func allocations() async throws -> AllocationCount? {
        let operations = min(max((count ?? 1) / 10, 5), 2000)
        let first = done
        done += operations
        return try await AllocationCount.during(operations: operations) {
            try await all(first..<first + operations)
        }
    }

    private func time(_ count: Int) async throws -> Double {
        let start = CPU.seconds
        try await all(done..<done + count)
        done += count
        return CPU.seconds - start
    }
}
