import Entities
import Testing

@testable import InMemoryDynamoDB

@Suite("Items by their whole keys against a plain dictionary")
struct PointIndexModelTests {
    /// Few different hashes make long runs of places, and all of them are kept by their keys alone.
    @Test(arguments: [1, 3, 17, 4000] as [UInt32], [1, 2] as [UInt64])
    func randomInsertsAndRemovals(_ hashes: UInt32, _ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let index = PointIndex()
        var model: [Int: StoredItem] = [:]
        let items = try (0..<400).map { number in
            let item: EncodedItem = [
                "a": .number(Number(number)), "pk": .string("p\(number % 20)"), "sk": .string("s\(number)"),
            ]
            return try #require(Self.stored(item))
        }
        /// Spread over all there are, the highest among them, so that runs go over the end.
        func hash(_ number: Int) -> UInt32 { UInt32.max - (UInt32(number) % hashes) * (UInt32.max / hashes) }
        for step in 0..<6000 {
            let number = Int.random(in: 0..<items.count, using: &random)
            Self.withKey(items[number]) { key in
                if model[number] != nil, Int.random(in: 0..<10, using: &random) < (step < 3000 ? 3 : 7) {
                    index.remove(key, hash(number))
                    model[number] = nil
                } else if model[number] == nil {
                    index.insert(items[number], hash(number))
                    model[number] = items[number]
                }
            }
            let probe = Int.random(in: 0..<items.count, using: &random)
            let found = Self.withKey(items[probe]) { index.find($0, hash(probe)) }
            #expect(found === model[probe])
            #expect(index.count == model.count)
        }
        for number in items.indices {
            #expect(Self.withKey(items[number]) { index.find($0, hash(number)) } === model[number])
        }
    }

    static let key = PrimaryKey(KeyLayout(partition: [.init("pk", .string)], sort: [.init("sk", .string)]))

    static func stored(_ item: EncodedItem) -> StoredItem? {
        item.bytes.withUnsafeBufferPointer { bytes in
            key?.find(in: bytes).map { StoredItem(item, size: 1, places: $0.places) }
        }
    }

    static func withKey<Result>(_ stored: StoredItem, _ body: (KeyView) -> Result?) -> Result? {
        stored.item.bytes.withUnsafeBufferPointer { bytes in key?.find(in: bytes).flatMap { body($0.view) } }
    }
}
