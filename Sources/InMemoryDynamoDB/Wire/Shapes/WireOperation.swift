import Entities

/// An operation as it looks on the wire: how its body is read, and what that body is made of.
struct WireOperation: Sendable {
    /// The value of the header `X-Amz-Target`: `DynamoDB_20120810.GetItem`.
    let target: String
    /// What explains why a body is refused.
    let shape: Shape
    let wording: Wording
    let read: @Sendable (WireObject) throws(DynamoDBError) -> DynamoDBRequest

    init(
        _ name: String, in service: String = "DynamoDB_20120810", wording: Wording = .older, _ members: [Shape.Member],
        read: @escaping @Sendable (WireObject) throws(DynamoDBError) -> DynamoDBRequest
    ) {
        target = "\(service).\(name)"
        shape = .structure("\(name)Input", members)
        self.wording = wording
        self.read = read
    }

    /// The request that a body is.
    func request(_ body: [UInt8]) throws(DynamoDBError) -> DynamoDBRequest {
        try wording.wording { () throws(DynamoDBError) in try read(try WireObject(body: body, wording: wording)) }
    }

    /// All operations by their target.
    static let all = Dictionary(uniqueKeysWithValues: list.map { ($0.target, $0) })

    private static let list: [WireOperation] = [
        getItem, putItem, updateItem, deleteItem,
        query, scan,
        batchGetItem, batchWriteItem, transactGetItems, transactWriteItems,
        listStreams, describeStream, getShardIterator, getRecords,
        createTable, describeTable, updateTable, deleteTable, listTables,
        tagResource, untagResource, listTagsOfResource,
        updateTimeToLive, describeTimeToLive, updateContinuousBackups, describeContinuousBackups,
        describeLimits, describeEndpoints,
    ]
}
