/// A request together with the type that its answer is read into: what `DynamoDBExecutor` runs.
///
/// The answer is read either straight from the bytes of a response, or from the values of an executor in the same process.
public protocol DynamoDBOperation<Output>: Sendable {
    associatedtype Output: DynamoDBOutput

    /// What is asked.
    var request: DynamoDBRequest { get }
    /// Who asks, for observation and messages.
    var origin: RequestOrigin { get }
}

extension DynamoDBOperation {
    /// Nobody in particular.
    public var origin: RequestOrigin { RequestOrigin() }

    /// The answer of an executor in the process, read.
    /// - Throws: `undecodableResponse`.
    @inlinable
    package func output(of response: DynamoDBResponse) throws(DynamoDBError) -> Output {
        do throws(AttributeError) {
            return try Output(response)
        } catch {
            throw DynamoDBError.undecodable(error, origin)
        }
    }
}

/// The answer to an operation.
public protocol DynamoDBOutput: Sendable {
    /// Reads the body of a successful response.
    init(json: inout JSONReader) throws(AttributeError)
    /// Takes the answer of an executor in the process.
    /// - Throws: an `AttributeError` when an item cannot be read as the record, or the response is of another operation.
    init(_ response: DynamoDBResponse) throws(AttributeError)
    /// What the request consumed, one entry per table, where it asked for that.
    var consumedCapacity: [ConsumedCapacity] { get }
    /// How many items were read or written; `nil` where it is not about items.
    /// - Parameter request: what this is the answer to.
    func itemCounts(for request: DynamoDBRequest) -> ItemCounts?
}

/// Which part of a program sent a request.
public struct RequestOrigin: Hashable, Sendable {
    /// The entity's name, `Article`.
    public var entity: String?
    /// The access pattern's name, `published`.
    public var accessPattern: String?

    public init(entity: String? = nil, accessPattern: String? = nil) {
        self.entity = entity
        self.accessPattern = accessPattern
    }
}

/// GetItem, its item read as `Item`.
public struct GetItemOperation<Item: ItemDecodable>: DynamoDBOperation {
    public typealias Output = GetItemOutput<Item>
    public let request: DynamoDBRequest
    public var origin: RequestOrigin

    public init(_ input: GetItemRequest, origin: RequestOrigin = RequestOrigin()) {
        request = .getItem(input)
        self.origin = origin
    }
}

/// PutItem, UpdateItem or DeleteItem, the returned attributes read as `Item`.
public struct WriteItemOperation<Item: ItemDecodable>: DynamoDBOperation {
    public typealias Output = WriteItemOutput<Item>
    public let request: DynamoDBRequest
    public var origin: RequestOrigin

    @usableFromInline
    init(_ request: DynamoDBRequest, origin: RequestOrigin) {
        self.request = request
        self.origin = origin
    }

    public init(_ input: PutItemRequest, origin: RequestOrigin = RequestOrigin()) {
        request = .putItem(input)
        self.origin = origin
    }

    public init(_ input: UpdateItemRequest, origin: RequestOrigin = RequestOrigin()) {
        request = .updateItem(input)
        self.origin = origin
    }

    public init(_ input: DeleteItemRequest, origin: RequestOrigin = RequestOrigin()) {
        request = .deleteItem(input)
        self.origin = origin
    }
}

/// Query or Scan, the items read as `Item`.
public struct PageOperation<Item: ItemDecodable>: DynamoDBOperation {
    public typealias Output = PageOutput<Item>
    public let request: DynamoDBRequest
    public var origin: RequestOrigin

    init(_ request: DynamoDBRequest, origin: RequestOrigin) {
        self.request = request
        self.origin = origin
    }

    public init(_ input: QueryRequest, origin: RequestOrigin = RequestOrigin()) {
        request = .query(input)
        self.origin = origin
    }

    public init(_ input: ScanRequest, origin: RequestOrigin = RequestOrigin()) {
        request = .scan(input)
        self.origin = origin
    }
}

/// Any other operation: its output does not depend on a record's type.
public struct PlainOperation<Output: DynamoDBOutput>: DynamoDBOperation {
    public let request: DynamoDBRequest
    public var origin: RequestOrigin

    init(_ request: DynamoDBRequest, origin: RequestOrigin) {
        self.request = request
        self.origin = origin
    }
}

extension PlainOperation<BatchGetItemOutput> {
    public init(_ input: BatchGetItemRequest, origin: RequestOrigin = RequestOrigin()) {
        self.init(.batchGetItem(input), origin: origin)
    }
}

extension PlainOperation<BatchWriteItemOutput> {
    public init(_ input: BatchWriteItemRequest, origin: RequestOrigin = RequestOrigin()) {
        self.init(.batchWriteItem(input), origin: origin)
    }
}

extension PlainOperation<TransactGetItemsOutput> {
    public init(_ input: TransactGetItemsRequest, origin: RequestOrigin = RequestOrigin()) {
        self.init(.transactGetItems(input), origin: origin)
    }
}

extension PlainOperation<TransactWriteItemsOutput> {
    public init(_ input: TransactWriteItemsRequest, origin: RequestOrigin = RequestOrigin()) {
        self.init(.transactWriteItems(input), origin: origin)
    }
}

extension PlainOperation<TableOutput> {
    public init(_ input: CreateTableRequest) { self.init(.createTable(input), origin: RequestOrigin()) }
    public init(_ input: DescribeTableRequest) { self.init(.describeTable(input), origin: RequestOrigin()) }
    public init(_ input: DeleteTableRequest) { self.init(.deleteTable(input), origin: RequestOrigin()) }
}

extension PlainOperation<ListTablesOutput> {
    public init(_ input: ListTablesRequest) { self.init(.listTables(input), origin: RequestOrigin()) }
}

extension PlainOperation<TimeToLiveOutput> {
    public init(_ input: UpdateTimeToLiveRequest) { self.init(.updateTimeToLive(input), origin: RequestOrigin()) }
    public init(_ input: DescribeTimeToLiveRequest) { self.init(.describeTimeToLive(input), origin: RequestOrigin()) }
}

extension PlainOperation<ContinuousBackupsOutput> {
    public init(_ input: UpdateContinuousBackupsRequest) {
        self.init(.updateContinuousBackups(input), origin: RequestOrigin())
    }
}
