import Entities
import InMemoryDynamoDB
import Testing

/// Random writes and reads against a dictionary that does the same in the plainest way.
@Suite("The engine against a plain dictionary")
struct EngineModelTests {
    struct Model {
        var items: [EncodedItem: [String: AttributeValue]] = [:]

        /// What a query returns: all items of a partition that have the key, by sort key and then by table key.
        func query(_ partition: (String, AttributeValue), sort: String, in range: ClosedRange<Int>) -> [EncodedItem] {
            items.values
                .filter { item in
                    guard item[partition.0] == partition.1, case .number(let number)? = item[sort] else { return false }
                    return range.contains(Int(exactly: number) ?? .max)
                }
                .map { EncodedItem($0) }
                .sorted { Self.order($0, sort) < Self.order($1, sort) }
        }

        private static func order(_ item: EncodedItem, _ sort: String) -> Order {
            guard case .number(let number)? = item[sort], case .string(let pk)? = item["pk"],
                case .number(let sk)? = item["sk"]
            else { return Order(number: 0, pk: "", sk: 0) }
            return Order(number: number, pk: pk, sk: sk)
        }

        struct Order: Comparable {
            let number: Number
            let pk: String
            let sk: Number
            static func < (left: Order, right: Order) -> Bool {
                if left.number != right.number { return left.number < right.number }
                if left.pk != right.pk { return left.pk < right.pk }
                return left.sk < right.sk
            }
        }
    }

    @Test(arguments: InMemoryDynamoDB.Transport.allCases, [1, 2, 3] as [UInt64])
    func randomRequests(_ transport: InMemoryDynamoDB.Transport, _ seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let index = IndexDescription(name: "index", keys: KeySchema(partition: ["g"], sort: ["h"]))
        let db = try await TestDatabase.withTable(
            transport, sort: .number, indexes: [index], types: ["g": .string, "h": .number])
        var model = Model()
        for _ in 0..<600 {
            let pk = AttributeValue.string("p\(Int.random(in: 0..<5, using: &random))")
            let sk = AttributeValue.number(Number(Int.random(in: -10..<10, using: &random)))
            let key: EncodedItem = ["pk": pk, "sk": sk]
            switch Int.random(in: 0..<8, using: &random) {
            case 0...2:
                var item = [
                    "pk": pk, "sk": sk, "x": AttributeValue.number(Number(Int.random(in: 0..<100, using: &random))),
                ]
                if Bool.random(using: &random) { item["g"] = .string("g\(Int.random(in: 0..<3, using: &random))") }
                if Bool.random(using: &random) { item["h"] = .number(Number(Int.random(in: 0..<5, using: &random))) }
                let output = try await db.put(EncodedItem(item)) { $0.returnValues = .allOld }
                #expect(output.attributes == model.items[key].map { EncodedItem($0) })
                model.items[key] = item
            case 3:
                let output = try await db.delete(key) { $0.returnValues = .allOld }
                #expect(output.attributes == model.items.removeValue(forKey: key).map { EncodedItem($0) })
            case 4:
                let h = AttributeValue.number(Number(Int.random(in: 0..<5, using: &random)))
                try await db.update(
                    key, .init(set: [.init(AttributePath("h"), .operand(.value(h)))], remove: [AttributePath("x")]))
                var item = model.items[key] ?? ["pk": pk, "sk": sk]
                item["h"] = h
                item["x"] = nil
                model.items[key] = item
            case 5:
                #expect(try await db.get(key) == model.items[key].map { EncodedItem($0) })
            case 6:
                let bounds = [Int.random(in: -10..<10, using: &random), Int.random(in: -10..<10, using: &random)]
                    .sorted()
                let page = try await db.query(
                    .partition(pk, sk: .between(.value(.number(Number(bounds[0]))), .value(.number(Number(bounds[1])))))
                )
                #expect(page.items == model.query(("pk", pk), sort: "sk", in: bounds[0]...bounds[1]))
            default:
                let g = AttributeValue.string("g\(Int.random(in: 0..<3, using: &random))")
                let page = try await db.query(.partition(g, named: "g"), index: "index")
                // Which of those with the same key comes first is the hashes' affair.
                let expected = model.query(("g", g), sort: "h", in: Int.min...Int.max)
                #expect(page.items.map { $0["h"] } == expected.map { $0["h"] })
                #expect(Set(page.items) == Set(expected))
            }
        }
        let all = try await db.scan().items
        #expect(Set(all) == Set(model.items.values.map { EncodedItem($0) }))
        #expect(all.count == model.items.count)
        let table = try await db.engine.execute(PlainOperation(DescribeTableRequest(tableName: "tbl"))).table
        #expect(table.itemCount == all.count)
        #expect(table.sizeInBytes == all.reduce(0) { $0 + $1.sizeInBytes })
        #expect(table.indexes.map(\.itemCount) == [all.count { $0["g"] != nil && $0["h"] != nil }])
    }
}
