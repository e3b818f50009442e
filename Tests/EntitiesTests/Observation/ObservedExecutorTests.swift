import Entities
import Testing

@Suite("Observed executor")
struct ObservedExecutorTests {
    private let get = GetItemOperation<EncodedItem>(
        GetItemRequest(tableName: "notes", key: EncodedItem()),
        origin: RequestOrigin(entity: "Note", accessPattern: "get"))
    private let found = ScriptedDynamoDB.Answer.response(
        .getItem(
            GetItemOutput(
                item: EncodedItem(),
                consumedCapacity: [ConsumedCapacity(tableName: "notes", units: .init(total: 0.5))])))

    @Test("An observer is told what is asked, and how it ended")
    func success() async throws {
        let observer = RecordingObserver()
        let executor = ObservedExecutor(ScriptedDynamoDB(found), observer, clock: ManualClock())
        _ = try await executor.execute(get)

        let operation = try #require(observer.operations.first)
        #expect(operation.name == "GetItem")
        #expect(operation.tableNames == ["notes"])
        #expect(operation.indexName == nil)
        #expect(operation.accessPattern == "Note.get")
        let outcome = try #require(observer.outcomes.first)
        #expect(outcome.kind == .succeeded)
        #expect(outcome.attempts == 1)
        #expect(outcome.bytesSent == nil)
        #expect(outcome.bytesReceived == nil)
        #expect(outcome.requestID == nil)
        #expect(outcome.items == ItemCounts(items: 1))
        #expect(outcome.consumedCapacity.map(\.units.total) == [0.5])
        #expect(observer.events.count == 2)
    }

    @Test("A failure reaches the observer and the caller")
    func failure() async throws {
        let observer = RecordingObserver()
        var error = DynamoDBError(.throttling, "slower")
        error.requestID = "R9"
        let executor = ObservedExecutor(ScriptedDynamoDB(.error(error)), observer)
        await #expect(throws: error) { try await executor.execute(get) }

        let outcome = try #require(observer.outcomes.first)
        #expect(outcome.error == error)
        #expect(outcome.kind == .throttled)
        #expect(outcome.requestID == "R9")
        #expect(outcome.items == nil)
    }

    @Test("Attempts, bytes and retries come from the executor inside, the duration from the clock")
    func retries() async throws {
        let (observer, clock) = (RecordingObserver(), ManualClock())
        let failures = [DynamoDBError(.throttling, "slower"), DynamoDBError(.connection, "lost")]
        let wire = WireExecutor(base: ScriptedDynamoDB(found), clock: clock, failures: failures)
        _ = try await ObservedExecutor(wire, observer, clock: clock).execute(get)

        #expect(observer.retries.map(\.attempt) == [1, 2])
        #expect(observer.retries.map(\.error) == failures)
        #expect(observer.retries.map(\.delay) == [.milliseconds(50), .milliseconds(50)])
        let outcome = try #require(observer.outcomes.first)
        #expect(outcome.attempts == 3)
        #expect(outcome.bytesSent == 300)
        #expect(outcome.bytesReceived == 1_020)
        #expect(outcome.requestID == "R3")
        #expect(outcome.duration == .seconds(3))
    }

    @Test("Of observed executors around one another each is told everything")
    func nesting() async throws {
        let (inner, outer, clock) = (RecordingObserver(), RecordingObserver(), ManualClock())
        let wire = WireExecutor(
            base: ScriptedDynamoDB(found), clock: clock, failures: [DynamoDBError(.throttling, "slower")])
        _ = try await ObservedExecutor(ObservedExecutor(wire, inner, clock: clock), outer, clock: clock).execute(get)
        for observer in [inner, outer] {
            #expect(observer.retries.count == 1)
            #expect(observer.outcomes.map(\.bytesSent) == [200])
            #expect(observer.outcomes.map(\.duration) == [.seconds(2)])
        }
    }

    @Test("Operations at the same time do not see each other's attempts")
    func concurrency() async throws {
        let observer = RecordingObserver()
        let executor = ObservedExecutor(
            WireExecutor(
                base: ScriptedDynamoDB(found, found, found, found), clock: ManualClock(),
                failures: [DynamoDBError(.throttling, "slower")]),
            observer)
        try await withThrowingTaskGroup { group in
            for _ in 0..<4 { group.addTask { _ = try await executor.execute(get) } }
            try await group.waitForAll()
        }
        #expect(observer.outcomes.map(\.attempts) == [2, 2, 2, 2])
    }

    @Test("Without observers a request reaches the executor as it is, and no attempt is recorded")
    func nobody() async throws {
        let scripted = ScriptedDynamoDB(found)
        _ = try await ObservedExecutor(scripted, observers: []).execute(get)
        #expect(scripted.requests == [get.request])
        #expect(WireRecorder.current == nil)
    }

    @Test("A request asks what it consumes, unless it asks by itself or nobody wants to know")
    func measuring() async throws {
        func asked(_ own: ReturnConsumedCapacity, _ measuring: ReturnConsumedCapacity) async throws
            -> ReturnConsumedCapacity?
        {
            let scripted = ScriptedDynamoDB(found)
            var request = GetItemRequest(tableName: "notes", key: ["pk": "1"])
            request.returnConsumedCapacity = own
            let get = GetItemOperation<EncodedItem>(request)
            _ = try await ObservedExecutor(scripted, RecordingObserver(), measuring: measuring).execute(get)
            guard case .getItem(let request)? = scripted.requests.first else { return nil }
            return request.returnConsumedCapacity
        }
        #expect(try await asked(.none, .indexes) == .indexes)
        #expect(try await asked(.none, .total) == .total)
        #expect(try await asked(.none, .none) == ReturnConsumedCapacity.none)
        #expect(try await asked(.total, .indexes) == .total)
    }

    @Test("Every operation on items can ask what it consumes", arguments: Self.itemRequests)
    func asking(_ request: DynamoDBRequest) throws {
        let asking = try #require(request.asking(for: .indexes))
        #expect(!request.body.contains("ReturnConsumedCapacity"))
        #expect(asking.body.contains(#""ReturnConsumedCapacity":"INDEXES""#))
        #expect(asking.operationName == request.operationName)
        #expect(asking.asking(for: .total) == nil)
        #expect(request.asking(for: .none) == nil)
    }

    private static let itemRequests: [DynamoDBRequest] = [
        .getItem(GetItemRequest(tableName: "t", key: EncodedItem())),
        .putItem(PutItemRequest(tableName: "t", item: EncodedItem())),
        .updateItem(UpdateItemRequest(tableName: "t", key: EncodedItem(), update: UpdateExpression())),
        .deleteItem(DeleteItemRequest(tableName: "t", key: EncodedItem())),
        .query(QueryRequest(tableName: "t", keyCondition: KeyCondition([.init("pk", .init(converting: "p"))]))),
        .scan(ScanRequest(tableName: "t")),
        .batchGetItem(BatchGetItemRequest(tables: ["t": .init(keys: [EncodedItem()])])),
        .batchWriteItem(BatchWriteItemRequest(tables: ["t": [.delete(EncodedItem())]])),
        .transactGetItems(TransactGetItemsRequest(gets: [.init(tableName: "t", key: EncodedItem())])),
        .transactWriteItems(
            TransactWriteItemsRequest(actions: [.delete(DeleteItemRequest(tableName: "t", key: EncodedItem()))])),
    ]

    @Test("An operation on a table has no consumption to ask for")
    func tables() {
        #expect(DynamoDBRequest.describeTable(DescribeTableRequest(tableName: "t")).asking(for: .indexes) == nil)
    }

    @Test("An operation is described by names, without keys and values")
    func description() {
        var request = QueryRequest(
            tableName: "notes", indexName: "gsi1",
            keyCondition: KeyCondition([.init("gsi1pk", .init(converting: "secret"))]))
        request.filter = Note.Fields().title == "secret"
        let query = ObservedOperation(
            request: .query(request), origin: RequestOrigin(entity: "Note", accessPattern: "due"))
        #expect("\(query)" == "Note.due (Query on notes, index gsi1)")
        #expect(String(reflecting: query) == "\(query)")
        let transaction = ObservedOperation(request: .transactWriteItems(TransactWriteItemsRequest(actions: [])))
        #expect("\(transaction)" == "TransactWriteItems")
    }
}
