/// A request of any kind: what an executor is handed. A copy is a reference and no more.
public indirect enum DynamoDBRequest: Hashable, Sendable {
    case getItem(GetItemRequest)
    case putItem(PutItemRequest)
    case updateItem(UpdateItemRequest)
    case deleteItem(DeleteItemRequest)
    case query(QueryRequest)
    case scan(ScanRequest)
    case batchGetItem(BatchGetItemRequest)
    case batchWriteItem(BatchWriteItemRequest)
    case transactGetItems(TransactGetItemsRequest)
    case transactWriteItems(TransactWriteItemsRequest)
    case listStreams(ListStreamsRequest)
    case describeStream(DescribeStreamRequest)
    case getShardIterator(GetShardIteratorRequest)
    case getRecords(GetRecordsRequest)
    case createTable(CreateTableRequest)
    case describeTable(DescribeTableRequest)
    case deleteTable(DeleteTableRequest)
    case listTables(ListTablesRequest)
    case updateTimeToLive(UpdateTimeToLiveRequest)
    case describeTimeToLive(DescribeTimeToLiveRequest)
    case updateContinuousBackups(UpdateContinuousBackupsRequest)
    case describeContinuousBackups(DescribeContinuousBackupsRequest)
    case updateTable(UpdateTableRequest)
    case tagResource(TagResourceRequest)
    case untagResource(UntagResourceRequest)
    case listTagsOfResource(ListTagsOfResourceRequest)
    case describeLimits(DescribeLimitsRequest)
    case describeEndpoints(DescribeEndpointsRequest)

    /// The operation's name on the wire, such as `GetItem`.
    public var operationName: String {
        switch self {
        case .getItem: "GetItem"
        case .putItem: "PutItem"
        case .updateItem: "UpdateItem"
        case .deleteItem: "DeleteItem"
        case .query: "Query"
        case .scan: "Scan"
        case .batchGetItem: "BatchGetItem"
        case .batchWriteItem: "BatchWriteItem"
        case .transactGetItems: "TransactGetItems"
        case .transactWriteItems: "TransactWriteItems"
        case .listStreams: "ListStreams"
        case .describeStream: "DescribeStream"
        case .getShardIterator: "GetShardIterator"
        case .getRecords: "GetRecords"
        case .createTable: "CreateTable"
        case .describeTable: "DescribeTable"
        case .deleteTable: "DeleteTable"
        case .listTables: "ListTables"
        case .updateTimeToLive: "UpdateTimeToLive"
        case .describeTimeToLive: "DescribeTimeToLive"
        case .updateContinuousBackups: "UpdateContinuousBackups"
        case .describeContinuousBackups: "DescribeContinuousBackups"
        case .updateTable: "UpdateTable"
        case .tagResource: "TagResource"
        case .untagResource: "UntagResource"
        case .listTagsOfResource: "ListTagsOfResource"
        case .describeLimits: "DescribeLimits"
        case .describeEndpoints: "DescribeEndpoints"
        }
    }

    /// All of these names.
    package static let operationNames: Set<String> = [
        "GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan", "BatchGetItem", "BatchWriteItem",
        "TransactGetItems", "TransactWriteItems", "ListStreams", "DescribeStream", "GetShardIterator", "GetRecords",
        "CreateTable", "DescribeTable", "DeleteTable", "ListTables", "UpdateTimeToLive", "DescribeTimeToLive",
        "UpdateContinuousBackups",
        "DescribeContinuousBackups", "UpdateTable", "TagResource", "UntagResource", "ListTagsOfResource",
        "DescribeLimits", "DescribeEndpoints",
    ]
}

/// A response of any kind, as an executor that has values and not bytes gives it. The cases match those of `DynamoDBRequest`.
public enum DynamoDBResponse: Sendable {
    case getItem(GetItemOutput<EncodedItem>)
    case putItem(WriteItemOutput<EncodedItem>)
    case updateItem(WriteItemOutput<EncodedItem>)
    case deleteItem(WriteItemOutput<EncodedItem>)
    case query(PageOutput<EncodedItem>)
    case scan(PageOutput<EncodedItem>)
    case batchGetItem(BatchGetItemOutput)
    case batchWriteItem(BatchWriteItemOutput)
    case transactGetItems(TransactGetItemsOutput)
    case transactWriteItems(TransactWriteItemsOutput)
    case listStreams(ListStreamsOutput)
    case describeStream(DescribeStreamOutput)
    case getShardIterator(GetShardIteratorOutput)
    case getRecords(GetRecordsOutput)
    indirect case createTable(TableOutput)
    indirect case describeTable(TableOutput)
    indirect case deleteTable(TableOutput)
    case listTables(ListTablesOutput)
    case updateTimeToLive(TimeToLiveOutput)
    case describeTimeToLive(TimeToLiveOutput)
    case updateContinuousBackups(ContinuousBackupsOutput)
    case describeContinuousBackups(ContinuousBackupsOutput)
    indirect case updateTable(TableOutput)
    case tagResource(TaggingOutput)
    case untagResource(TaggingOutput)
    case listTagsOfResource(ListTagsOfResourceOutput)
    case describeLimits(DescribeLimitsOutput)
    case describeEndpoints(DescribeEndpointsOutput)
}
