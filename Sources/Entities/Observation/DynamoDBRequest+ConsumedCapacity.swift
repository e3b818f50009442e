extension DynamoDBRequest {
    /// The same request, asking what it consumes; `nil` where it asks by itself, or where the operation has no such question.
    package func asking(for capacity: ReturnConsumedCapacity) -> DynamoDBRequest? {
        switch self {
        case .getItem(let request): request.asking(for: capacity).map(Self.getItem)
        case .putItem(let request): request.asking(for: capacity).map(Self.putItem)
        case .updateItem(let request): request.asking(for: capacity).map(Self.updateItem)
        case .deleteItem(let request): request.asking(for: capacity).map(Self.deleteItem)
        case .query(let request): request.asking(for: capacity).map(Self.query)
        case .scan(let request): request.asking(for: capacity).map(Self.scan)
        case .batchGetItem(let request): request.asking(for: capacity).map(Self.batchGetItem)
        case .batchWriteItem(let request): request.asking(for: capacity).map(Self.batchWriteItem)
        case .transactGetItems(let request): request.asking(for: capacity).map(Self.transactGetItems)
        case .transactWriteItems(let request): request.asking(for: capacity).map(Self.transactWriteItems)
        default: nil
        }
    }
}

/// A request that can ask what it consumes.
private protocol CapacityRequest {
    var returnConsumedCapacity: ReturnConsumedCapacity { get set }
}

extension CapacityRequest {
    fileprivate func asking(for capacity: ReturnConsumedCapacity) -> Self? {
        guard returnConsumedCapacity == .none, capacity != .none else { return nil }
        var copy = self
        copy.returnConsumedCapacity = capacity
        return copy
    }
}

extension GetItemRequest: CapacityRequest {}
extension PutItemRequest: CapacityRequest {}
extension UpdateItemRequest: CapacityRequest {}
extension DeleteItemRequest: CapacityRequest {}
extension QueryRequest: CapacityRequest {}
extension ScanRequest: CapacityRequest {}
extension BatchGetItemRequest: CapacityRequest {}
extension BatchWriteItemRequest: CapacityRequest {}
extension TransactGetItemsRequest: CapacityRequest {}
extension TransactWriteItemsRequest: CapacityRequest {}
