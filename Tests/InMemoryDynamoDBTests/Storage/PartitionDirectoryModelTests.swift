import Entities
import Testing

@testable import InMemoryDynamoDB

@Suite("The directory of partitions against a plain dictionary")
struct PartitionDirectoryModelTests {
    static let layout = KeyLayout(
        partition: [KeyLayout.Component("pk", .string)], sort: [KeyLayout.Component("sk", .number)])

    static func item(_ partition: Int, _ sort: Int) -> EncodedItem {
        ["pk": .string("p\(partition)"), "sk": .number(Number(sort))]
    }

    struct Position: Hashable {
        let partition: Int
        let sort: Int
    }

    @Test(arguments: [(1, 40), (2, 3000), (3, 3)] as [(UInt64, Int)])
    func randomInsertsAndRemovals(_ seed: UInt64, _ partitions: Int) throws {
        var random = SplitMix64(seed: seed)
        let directory = PartitionDirectory(layout: Self.layout)
        var model: Set<Position> = []
        for step in 0..<6000 {
            let position = Position(
                partition: Int.random(in: 0..<partitions, using: &random), sort: Int.random(in: -3...3, using: &random))
            let item = Self.item(position.partition, position.sort)
            let key = try #require(Self.layout.key(of: item))
            #expect((directory.find(key) != nil) == model.contains(position))
            if Int.random(in: 0..<10, using: &random) < (step < 3000 ? 8 : 2) {
                if model.insert(position).inserted { directory.insert(StoredItem(item, size: 1), at: key) }
            } else {
                #expect((directory.remove(key) != nil) == (model.remove(position) != nil))
            }
            if step % 1999 == 0 { try check(directory, model) }
        }
        try check(directory, model)
        for position in model {
            directory.remove(try #require(Self.layout.key(of: Self.item(position.partition, position.sort))))
        }
        #expect(directory.partitionCount == 0)
        try check(directory, [])
    }

    /// Everything is there once, in the order of the hash, and any walk can be cut into pages and segments.
    private func check(_ directory: PartitionDirectory, _ model: Set<Position>) throws {
        var all: [EncodedItem] = []
        directory.visitAll(hashes: 0...UInt64.max, after: nil) { item in
            all.append(item.item)
            return true
        }
        #expect(all.count == model.count)
        #expect(Set(all) == Set(model.map { Self.item($0.partition, $0.sort) }))
        #expect(directory.partitionCount == Set(model.map(\.partition)).count)
        let keys = try all.map { try #require(Self.layout.key(of: $0)) }
        for (one, two) in zip(keys, keys.dropFirst()) {
            #expect(one.partitionHash < two.partitionHash || one.partition == two.partition)
        }
        var pages: [EncodedItem] = []
        var start: ItemKey?
        while true {
            var page: [EncodedItem] = []
            directory.visitAll(hashes: 0...UInt64.max, after: start) { item in
                page.append(item.item)
                return page.count < 37
            }
            guard let last = page.last else { break }
            pages += page
            start = Self.layout.key(of: last)
        }
        #expect(pages == all)
        let middle = UInt64.max / 3
        var halves: [EncodedItem] = []
        for hashes in [0...middle, (middle + 1)...UInt64.max] {
            directory.visitAll(hashes: hashes, after: nil) { item in
                halves.append(item.item)
                return true
            }
        }
        #expect(halves == all)
    }

    @Test func startingKeyNeedNotExist() throws {
        let directory = PartitionDirectory(layout: Self.layout)
        for sort in [1, 3] {
            let item = Self.item(1, sort)
            directory.insert(StoredItem(item, size: 1), at: try #require(Self.layout.key(of: item)))
        }
        var found: [EncodedItem] = []
        directory.visitAll(hashes: 0...UInt64.max, after: Self.layout.key(of: Self.item(1, 2))) { item in
            found.append(item.item)
            return true
        }
        #expect(found == [Self.item(1, 3)])
    }
}
