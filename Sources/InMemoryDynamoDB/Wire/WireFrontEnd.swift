import Entities

/// The engine as it looks from the network: the name of an operation and a JSON body in, a status and a JSON body out.
struct WireFrontEnd {
    let engine: Engine

    func respond(operation: String, body: [UInt8]) -> (status: Int, body: [UInt8]) {
        do throws(DynamoDBError) {
            guard let read = Self.readers[operation] else { throw DynamoDBError(.unknownOperation, "") }
            let response = try engine.respond(to: try read(try WireObject(body: body)))
            var json = JSONWriter()
            response.writeBody(to: &json)
            return (200, json.bytes)
        } catch {
            return (WireError.status(of: error), WireError.body(of: error))
        }
    }

    private typealias Reader = @Sendable (WireObject) throws(DynamoDBError) -> DynamoDBRequest

    /// How the body of each operation is read.
    private static let readers: [String: Reader] = [
        "GetItem": { object throws(DynamoDBError) in .getItem(try object.getItem()) },
        "PutItem": { object throws(DynamoDBError) in .putItem(try object.putItem()) },
        "UpdateItem": { object throws(DynamoDBError) in .updateItem(try object.updateItem()) },
        "DeleteItem": { object throws(DynamoDBError) in .deleteItem(try object.deleteItem()) },
        "Query": { object throws(DynamoDBError) in .query(try object.query()) },
        "Scan": { object throws(DynamoDBError) in .scan(try object.scan()) },
        "BatchGetItem": { object throws(DynamoDBError) in .batchGetItem(try object.batchGetItem()) },
        "BatchWriteItem": { object throws(DynamoDBError) in .batchWriteItem(try object.batchWriteItem()) },
        "TransactGetItems": { object throws(DynamoDBError) in .transactGetItems(try object.transactGetItems()) },
        "TransactWriteItems": { object throws(DynamoDBError) in
            .transactWriteItems(try object.transactWriteItems())
        },
        "CreateTable": { object throws(DynamoDBError) in .createTable(try object.createTable()) },
        "DescribeTable": { object throws(DynamoDBError) in
            .describeTable(DescribeTableRequest(tableName: try object.tableName()))
        },
        "DeleteTable": { object throws(DynamoDBError) in
            .deleteTable(DeleteTableRequest(tableName: try object.tableName()))
        },
        "ListTables": { object throws(DynamoDBError) in .listTables(try object.listTables()) },
        "UpdateTimeToLive": { object throws(DynamoDBError) in .updateTimeToLive(try object.updateTimeToLive()) },
        "DescribeTimeToLive": { object throws(DynamoDBError) in
            .describeTimeToLive(DescribeTimeToLiveRequest(tableName: try object.tableName()))
        },
        "UpdateContinuousBackups": { object throws(DynamoDBError) in
            .updateContinuousBackups(try object.updateContinuousBackups())
        },
    ]
}
