extension DynamoDBRequest {
    /// The table that the request is about, as the request names it; `nil` where there may be several, or none.
    package var tableName: String? {
        switch self {
        case .getItem(let request): request.tableName
        case .putItem(let request): request.tableName
        case .updateItem(let request): request.tableName
        case .deleteItem(let request): request.tableName
        case .query(let request): request.tableName
        case .scan(let request): request.tableName
        case .createTable(let request): request.tableName
        case .describeTable(let request): request.tableName
        case .deleteTable(let request): request.tableName
        case .updateTimeToLive(let request): request.tableName
        case .describeTimeToLive(let request): request.tableName
        case .updateContinuousBackups(let request): request.tableName
        case .describeContinuousBackups(let request): request.tableName
        case .updateTable(let request): request.tableName
        case .tagResource, .untagResource, .listTagsOfResource, .describeLimits, .describeEndpoints: nil
        case .batchGetItem, .batchWriteItem, .transactGetItems, .transactWriteItems, .listTables: nil
        case .listStreams(let request): request.tableName
        case .describeStream, .getShardIterator, .getRecords: nil
        }
    }
}
