extension DynamoDBRequest {
    /// The tables that a request names, in the order of their names. One that is named by its ARN is known by its name, too.
    package var tableNames: [String] {
        let names: [String] =
            switch self {
            case .batchGetItem(let request): Array(request.tables.keys)
            case .batchWriteItem(let request): Array(request.tables.keys)
            case .transactGetItems(let request): request.gets.map(\.tableName)
            case .transactWriteItems(let request): request.actions.map(\.tableName)
            case .tagResource(let request): [request.resourceARN]
            case .untagResource(let request): [request.resourceARN]
            case .listTagsOfResource(let request): [request.resourceARN]
            default: [tableName].compactMap { $0 }
            }
        return Set(names.map(Self.tableName)).sorted()
    }

    /// The table that a request names, if that is one: of a batch or a transaction, too.
    package var onlyTableName: String? {
        let names = tableNames
        return names.count == 1 ? names.first : nil
    }

    /// `arn:aws:dynamodb:us-east-1:123456789012:table/tbl` is `tbl`.
    private static func tableName(_ name: String) -> String {
        guard name.hasPrefix("arn:") else { return name }
        return name.split(separator: "/").dropFirst().first.map(String.init) ?? name
    }

    /// How many keys, writes or actions a batch or transaction has; 1 for anything else.
    var elementCount: Int {
        switch self {
        case .batchGetItem(let request): request.tables.values.reduce(0) { $0 + $1.keys.count }
        case .batchWriteItem(let request): request.tables.values.reduce(0) { $0 + $1.count }
        case .transactGetItems(let request): request.gets.count
        case .transactWriteItems(let request): request.actions.count
        default: 1
        }
    }

    /// Whether it changes items or tables.
    package var isWrite: Bool {
        switch self {
        case .putItem, .updateItem, .deleteItem, .batchWriteItem, .transactWriteItems, .createTable, .deleteTable,
            .updateTimeToLive, .updateContinuousBackups, .updateTable, .tagResource, .untagResource:
            true
        case .getItem, .query, .scan, .batchGetItem, .transactGetItems, .describeTable, .listTables,
            .describeTimeToLive, .describeContinuousBackups, .listTagsOfResource, .describeLimits, .describeEndpoints,
            .listStreams, .describeStream, .getShardIterator, .getRecords:
            false
        }
    }
}

extension TransactWriteItemsRequest.Action {
    package var tableName: String {
        switch self {
        case .put(let put): put.tableName
        case .update(let update): update.tableName
        case .delete(let delete): delete.tableName
        case .check(let check): check.tableName
        }
    }
}
