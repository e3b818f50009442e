import Entities
import Testing

@testable import InMemoryDynamoDB

@Suite("Ordered partitions against a plain dictionary")
struct PartitionModelTests {
    /// Random keys of few different bytes, so that prefixes and neighbours are frequent.
    static func key(_ random: inout SplitMix64, length: ClosedRange<Int> = 0...4) -> [UInt8] {
        (0..<Int.random(in: length, using: &random)).map { _ in UInt8.random(in: 0...3, using: &random) * 85 }
    }

    static func item(_ value: Int) -> StoredItem {
        StoredItem(["v": .number(Number(value))], size: value)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func randomInsertsAndRemovals(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let partition = Partition()
        var model: [[UInt8]: Int] = [:]
        for step in 0..<3000 {
            // Grows at first, then shrinks, so that chunks are split and joined.
            let key = Self.key(&random, length: 1...6)
            if Int.random(in: 0..<10, using: &random) < (step < 1500 ? 8 : 2) {
                if model[key] == nil {
                    partition.insert(Self.item(step), key: key)
                    model[key] = step
                }
            } else {
                #expect(partition.remove(key)?.size == model.removeValue(forKey: key))
            }
            let probe = Self.key(&random, length: 1...6)
            #expect(partition.find(probe)?.size == model[probe])
            if step % 197 == 0 { check(partition, model, &random) }
        }
        #expect(partition.count == model.count)
        for key in model.keys { #expect(partition.remove(key) != nil) }
        #expect(partition.count == 0)
        #expect(partition.chunks.isEmpty)
    }

    private func check(_ partition: Partition, _ model: [[UInt8]: Int], _ random: inout SplitMix64) {
        let sorted = model.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        var ranges = [KeyRange.all]
        for _ in 0..<8 {
            let (one, two) = (Self.key(&random), Self.key(&random))
            ranges.append(KeyRange(lower: one, upper: two))
            ranges.append(.prefix(one))
            ranges.append(KeyRange(lower: one, upper: nil))
        }
        for range in ranges {
            let expected = sorted.filter { range.contains($0.key) }.map(\.value)
            var found: [Int] = []
            #expect(
                partition.visit(range, forward: true) { item in
                    found.append(item.size)
                    return true
                })
            #expect(found == expected)
            found = []
            _ = partition.visit(range, forward: false) { item in
                found.append(item.size)
                return true
            }
            #expect(found == expected.reversed())
        }
        // Stopping early stops.
        var taken = 0
        _ = partition.visit(.all, forward: true) { _ in
            taken += 1
            return taken < 3
        }
        #expect(taken == min(3, model.count))
        #expect(partition.chunks.allSatisfy { $0.count > 0 && $0.count <= SortedChunk.capacity })
    }

    @Test func ascendingKeysFillTheirChunks() {
        let partition = Partition()
        for number in 0..<10_000 {
            partition.insert(Self.item(number), key: [UInt8(number >> 8), UInt8(number & 0xFF)])
        }
        #expect(partition.chunks.count == (10_000 + SortedChunk.capacity - 1) / SortedChunk.capacity)
    }
}
