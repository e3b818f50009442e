extension DynamoDBRequest {
    /// The tables that a request names, in the order of their names. One that is named by its ARN is known by its name, too.
    package var tableNames: [String] {
        let names: [String] =
            switch self {
            case .getItem(let request): [request.tableName]
            case .putItem(let request): [request.tableName]
            case .updateItem(let request): [request.tableName]
            case .deleteItem(let request): [request.tableName]
            case .query(let request): [request.tableName]
            case .scan(let request): [request.tableName]
            case .batchGetItem(let request): Array(request.tables.keys)
            case .batchWriteItem(let request): Array(request.tables.keys)
            case .transactGetItems(let request): request.gets.map(\.tableName)
            case .transactWriteItems(let request): request.actions.map(\.tableName)
            case .createTable(let request): [request.tableName]
            case .describeTable(let request): [request.tableName]
            case .deleteTable(let request): [request.tableName]
            case .updateTimeToLive(let request): [request.tableName]
            case .describeTimeToLive(let request): [request.tableName]
            case .updateContinuousBackups(let request): [request.tableName]
            case .describeContinuousBackups(let request): [request.tableName]
            case .updateTable(let request): [request.tableName]
            case .tagResource(let request): [request.resourceARN]
            case .untagResource(let request): [request.resourceARN]
            case .listTagsOfResource(let request): [request.resourceARN]
            case .listStreams(let request): [request.tableName].compactMap { $0 }
            case .describeStream, .getShardIterator, .getRecords, .listTables, .describeLimits, .describeEndpoints: []
            }
        return Set(names.map(Self.tableName)).sorted()
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
