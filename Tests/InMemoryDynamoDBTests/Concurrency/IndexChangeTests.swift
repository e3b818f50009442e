import Entities
import InMemoryDynamoDB
import Testing

@Suite("Indexes that come and go under load")
struct IndexChangeTests {
    /// Whatever was prepared before the index was there, the index has in the end what the table has.
    @Test func writesMeanwhileAreInTheIndex() async throws {
        let db = try await TestDatabase.withTable(.values)
        for number in 0..<3000 {
            try await db.put(["pk": .string("p\(number)"), "sk": "s", "g": .string("g\(number % 10)")])
        }
        var add = UpdateTableRequest(tableName: "tbl")
        add.attributeTypes = ["g": .string]
        add.indexChanges = [.create(IndexDescription(name: "idx", keys: KeySchema(partition: ["g"])))]
        var remove = UpdateTableRequest(tableName: "tbl")
        remove.indexChanges = [.delete("idx")]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for number in 0..<1500 {
                        let key = "p\((number * 7 + writer * 13) % 3500)"
                        if number % 5 == 0 {
                            try await db.delete(["pk": .string(key), "sk": "s"])
                        } else {
                            try await db.put(
                                ["pk": .string(key), "sk": "s", "g": .string("g\((number + writer) % 10)")])
                        }
                    }
                }
            }
            group.addTask { [add, remove] in
                for _ in 0..<3 {
                    _ = try await db.engine.execute(PlainOperation(add))
                    _ = try await db.scan(index: "idx")
                    _ = try await db.engine.execute(PlainOperation(remove))
                }
                _ = try await db.engine.execute(PlainOperation(add))
            }
            try await group.waitForAll()
        }
        func all(_ index: String?) async throws -> Set<EncodedItem> {
            var items: Set<EncodedItem> = []
            var start: EncodedItem?
            repeat {
                let page = try await db.scan(index: index) { $0.exclusiveStartKey = start }
                items.formUnion(page.items)
                start = page.lastEvaluatedKey
            } while start != nil
            return items
        }
        #expect(try await all("idx") == all(nil))
        let table = try await db.engine.execute(PlainOperation(DescribeTableRequest(tableName: "tbl"))).table
        #expect(table.indexes.map(\.itemCount) == [table.itemCount])
        #expect(table.indexes.map(\.sizeInBytes) == [table.sizeInBytes])
    }
}
