import Entities

/// The operations of the tests, on a table `things` with the partition key `pk`.
extension DynamoDBExecutor {
    func makeTable() async throws {
        _ = try await execute(
            PlainOperation(
                CreateTableRequest(
                    tableName: "things", keys: KeySchema(partition: ["pk"], sort: []), attributeTypes: ["pk": .string]))
        )
    }

    func get(_ key: String) async throws(DynamoDBError) -> [String: AttributeValue]? {
        var request = GetItemRequest(tableName: "things", key: ["pk": .string(key)])
        request.consistentRead = true
        return try await execute(GetItemOperation<EncodedItem>(request)).item?.attributes
    }

    func put(_ key: String, _ value: AttributeValue) async throws(DynamoDBError) {
        _ = try await execute(
            WriteItemOperation<EncodedItem>(PutItemRequest(tableName: "things", item: .thing(key, value))))
    }

    /// Puts an item that must not be there yet.
    func create(_ key: String, _ value: AttributeValue) async throws(DynamoDBError) {
        var request = PutItemRequest(tableName: "things", item: .thing(key, value))
        request.condition = .notExists(.path(AttributePath("pk")))
        request.returnValuesOnConditionCheckFailure = .allOld
        _ = try await execute(WriteItemOperation<EncodedItem>(request))
    }

    func delete(_ key: String) async throws(DynamoDBError) {
        _ = try await execute(
            WriteItemOperation<EncodedItem>(DeleteItemRequest(tableName: "things", key: ["pk": .string(key)])))
    }

    /// Adds 1 to `n` and the identifier to the end of `log`: what is done twice is there twice.
    func append(_ id: String, to key: String) async throws(DynamoDBError) {
        _ = try await execute(WriteItemOperation<EncodedItem>(.append(id, to: key)))
    }

    /// The same, only if `n` is still as many.
    func append(_ id: String, to key: String, ifCount count: Number) async throws(DynamoDBError) {
        var request = UpdateItemRequest.append(id, to: key)
        request.condition = .compare(.path(AttributePath("n")), .equal, .value(.number(count)))
        _ = try await execute(WriteItemOperation<EncodedItem>(request))
    }

    /// Appends to two items at once.
    func append(_ id: String, to first: String, and second: String) async throws(DynamoDBError) {
        _ = try await execute(
            PlainOperation(
                TransactWriteItemsRequest(actions: [
                    .update(.append(id, to: first)), .update(.append(id, to: second)),
                ])))
    }

    /// Puts all of them. What the server leaves unprocessed is not put.
    func putBatch(_ keys: [String], _ value: AttributeValue) async throws(DynamoDBError) {
        let request = BatchWriteItemRequest(tables: ["things": keys.map { .put(.thing($0, value)) }])
        _ = try await execute(PlainOperation(request))
    }

    /// The identifiers that were appended to an item.
    func log(_ key: String) async throws -> [String] {
        guard case .list(let list)? = try await get(key)?["log"] else { return [] }
        return list.compactMap { if case .string(let id) = $0 { id } else { nil } }
    }
}

extension EncodedItem {
    fileprivate static func thing(_ key: String, _ value: AttributeValue) -> EncodedItem {
        EncodedItem(["pk": .string(key), "value": value])
    }
}

extension UpdateItemRequest {
    fileprivate static func append(_ id: String, to key: String) -> UpdateItemRequest {
        let log = AttributePath("log")
        let appended = SetValue.listAppend(
            .ifNotExists(log, .operand(.value(.list([])))), .operand(.value(.list([.string(id)]))))
        return UpdateItemRequest(
            tableName: "things", key: ["pk": .string(key)],
            update: UpdateExpression(
                set: [.init(log, appended)], add: [.init(AttributePath("n"), .value(.number(1)))]))
    }
}

/// The error that an operation ends with; `nil` if it succeeds.
func failure(of body: () async throws(DynamoDBError) -> Void) async -> DynamoDBError? {
    do throws(DynamoDBError) {
        try await body()
        return nil
    } catch {
        return error
    }
}
