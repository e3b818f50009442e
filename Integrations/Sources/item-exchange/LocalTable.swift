import Entities
import InMemoryDynamoDB

/// A table in memory: what reads and writes items as JSON.
struct LocalTable {
    let engine = InMemoryDynamoDB()

    init(named name: String) async throws {
        let request = CreateTableRequest(
            tableName: name, keys: KeySchema(partition: ["pk"]), attributeTypes: ["pk": .string])
        _ = try await engine.execute(PlainOperation(request))
    }

    /// The answer to a request in JSON.
    /// - Throws: what the answer says, where the request is refused.
    func respond(to operation: String, _ body: String) throws -> String {
        let answer = engine.respond(target: "DynamoDB_20120810.\(operation)", body: Array(body.utf8))
        let text = String(decoding: answer.body, as: UTF8.self)
        guard answer.status == 200 else { throw Refusal(description: text) }
        return text
    }
}

/// What the engine says of a request that it does not carry out.
struct Refusal: Error, CustomStringConvertible {
    let description: String
}

/// Reads all items of a table, and writes each of them.
func copyItems(
    of table: String, from source: some DynamoDBExecutor, to destination: some DynamoDBExecutor
) async throws {
    var scan = ScanRequest(tableName: table)
    repeat {
        let page = try await source.execute(PageOperation<EncodedItem>(scan))
        for item in page.items {
            let request = PutItemRequest(tableName: table, item: item)
            _ = try await destination.execute(WriteItemOperation<EncodedItem>(request))
        }
        scan.exclusiveStartKey = page.lastEvaluatedKey
    } while scan.exclusiveStartKey != nil
}
