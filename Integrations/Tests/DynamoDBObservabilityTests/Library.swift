import Entities
import InMemoryDynamoDB

/// A table of books with an index, and operations on it that succeed, are refused, are throttled and fail. Everything in them that nobody may
/// write down has the word `secret` in it.
struct Library {
    let engine = InMemoryDynamoDB()
    private let observers: [any OperationObserver]

    init(_ observers: any OperationObserver...) async throws {
        self.observers = observers
        var request = CreateTableRequest(
            tableName: "books", keys: KeySchema(partition: ["pk"]),
            attributeTypes: ["pk": .string, "shelf": .string])
        request.indexes = [IndexDescription(name: "byShelf", keys: KeySchema(partition: ["shelf"]))]
        _ = try await engine.execute(PlainOperation(request))
    }

    private var executor: ObservedExecutor<InMemoryDynamoDB> { ObservedExecutor(engine, observers: observers) }
    private let book: EncodedItem = ["pk": "secret-1", "shelf": "secret-shelf", "title": "secret"]

    static let put = RequestOrigin(entity: "Book", accessPattern: "put")
    static let byShelf = RequestOrigin(entity: "Book", accessPattern: "byShelf")

    /// Takes a write unit of the table and one of the index.
    func put() async throws {
        let request = PutItemRequest(tableName: "books", item: book)
        _ = try await executor.execute(WriteItemOperation<EncodedItem>(request, origin: Self.put))
    }

    /// Fails on its condition, with the item that is there.
    func refused() async throws {
        var request = PutItemRequest(tableName: "books", item: book)
        request.condition = .exists(.path(AttributePath("secret")))
        request.returnValuesOnConditionCheckFailure = .allOld
        _ = try await executor.execute(WriteItemOperation<EncodedItem>(request, origin: Self.put))
    }

    /// Takes half a read unit of the index.
    func query() async throws {
        var request = QueryRequest(
            tableName: "books", indexName: "byShelf",
            keyCondition: KeyCondition([.init("shelf", .init(converting: "secret-shelf"))]))
        request.filter = .notExists(.path(AttributePath("title")))
        _ = try await executor.execute(PageOperation<EncodedItem>(request, origin: Self.byShelf))
    }

    /// Is of two tables, and fails as one of them does not exist.
    func transact() async throws {
        let actions = ["books", "papers"].map { PutItemRequest(tableName: $0, item: book) }
        _ = try await executor.execute(
            PlainOperation(TransactWriteItemsRequest(actions: actions.map(TransactWriteItemsRequest.Action.put))))
    }

    /// Nothing is carried out.
    func throttled() async throws {
        let plan = try FaultPlan([FaultRule(.throttle())])
        let executor = ObservedExecutor(FaultyExecutor(engine, FaultInjector(plan)), observers: observers)
        let request = PutItemRequest(tableName: "books", item: book)
        _ = try await executor.execute(WriteItemOperation<EncodedItem>(request, origin: Self.put))
    }

    /// What an executor on a network tells, with one attempt more than it took.
    static func overNetwork(_ observer: some OperationObserver) {
        let operation = ObservedOperation(
            request: .putItem(PutItemRequest(tableName: "books", item: ["pk": "secret"])), origin: put)
        let observation = observer.operationStarted(operation)
        for (attempt, code) in [DynamoDBError.Code.throttling, .connection].enumerated() {
            observation.operationRetried(
                OperationRetry(
                    attempt: attempt + 1, error: DynamoDBError(code, "secret"), delay: .milliseconds(50)))
        }
        observation.operationEnded(
            OperationOutcome(
                duration: .milliseconds(1_500), attempts: 3, bytesSent: 600, bytesReceived: 90,
                items: ItemCounts(items: 1), requestID: "R1"))
    }
}
