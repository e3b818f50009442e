import Entities
import Foundation
import InMemoryDynamoDB
import Synchronization
import Testing

/// An engine with requests as short as tests want them.
struct TestDatabase {
    let engine: InMemoryDynamoDB
    let clock: TestClock

    init(_ transport: InMemoryDynamoDB.Transport, options: InMemoryDynamoDB.Options = .init()) {
        let clock = TestClock()
        self.clock = clock
        engine = InMemoryDynamoDB(transport: transport, options: options, clock: { clock.now })
    }

    /// A table `tbl` with partition key `pk` and sort key `sk`, both text unless said otherwise.
    static func withTable(
        _ transport: InMemoryDynamoDB.Transport, sort: ScalarType? = .string, indexes: [IndexDescription] = [],
        types: [String: ScalarType] = [:]
    ) async throws -> TestDatabase {
        let database = TestDatabase(transport)
        try await database.createTable("tbl", sort: sort, indexes: indexes, types: types)
        return database
    }

    @discardableResult
    func createTable(
        _ name: String, sort: ScalarType? = .string, indexes: [IndexDescription] = [],
        types: [String: ScalarType] = [:], stream: StreamViewType? = nil
    ) async throws -> TableDescription {
        var types = types
        types["pk"] = types["pk"] ?? .string
        if let sort { types["sk"] = sort }
        var request = CreateTableRequest(
            tableName: name, keys: KeySchema(partition: ["pk"], sort: sort == nil ? [] : ["sk"]),
            attributeTypes: types)
        request.indexes = indexes
        request.stream = stream
        return try await engine.execute(PlainOperation(request)).table
    }

    // MARK: Items

    @discardableResult
    func put(
        _ item: EncodedItem, if condition: Condition? = nil, on table: String = "tbl",
        with change: (inout PutItemRequest) -> Void = { _ in }
    ) async throws -> WriteItemOutput<EncodedItem> {
        var request = PutItemRequest(tableName: table, item: item)
        request.condition = condition
        change(&request)
        return try await engine.execute(WriteItemOperation<EncodedItem>(request))
    }

    func get(
        _ key: EncodedItem, on table: String = "tbl", with change: (inout GetItemRequest) -> Void = { _ in }
    ) async throws -> EncodedItem? {
        var request = GetItemRequest(tableName: table, key: key)
        change(&request)
        return try await engine.execute(GetItemOperation<EncodedItem>(request)).item
    }

    @discardableResult
    func update(
        _ key: EncodedItem, _ update: UpdateExpression, if condition: Condition? = nil, on table: String = "tbl",
        with change: (inout UpdateItemRequest) -> Void = { _ in }
    ) async throws -> WriteItemOutput<EncodedItem> {
        var request = UpdateItemRequest(tableName: table, key: key, update: update)
        request.condition = condition
        change(&request)
        return try await engine.execute(WriteItemOperation<EncodedItem>(request))
    }

    @discardableResult
    func delete(
        _ key: EncodedItem, if condition: Condition? = nil, on table: String = "tbl",
        with change: (inout DeleteItemRequest) -> Void = { _ in }
    ) async throws -> WriteItemOutput<EncodedItem> {
        var request = DeleteItemRequest(tableName: table, key: key)
        request.condition = condition
        change(&request)
        return try await engine.execute(WriteItemOperation<EncodedItem>(request))
    }

    func query(
        _ condition: KeyCondition, index: String? = nil, on table: String = "tbl",
        with change: (inout QueryRequest) -> Void = { _ in }
    ) async throws -> PageOutput<EncodedItem> {
        var request = QueryRequest(tableName: table, indexName: index, keyCondition: condition)
        change(&request)
        return try await engine.execute(PageOperation<EncodedItem>(request))
    }

    func scan(
        index: String? = nil, on table: String = "tbl", with change: (inout ScanRequest) -> Void = { _ in }
    ) async throws -> PageOutput<EncodedItem> {
        var request = ScanRequest(tableName: table, indexName: index)
        change(&request)
        return try await engine.execute(PageOperation<EncodedItem>(request))
    }

    @discardableResult
    func transact(
        _ actions: TransactWriteItemsRequest.Action..., token: String? = nil,
        with change: (inout TransactWriteItemsRequest) -> Void = { _ in }
    ) async throws -> TransactWriteItemsOutput {
        var request = TransactWriteItemsRequest(actions: actions, clientRequestToken: token)
        change(&request)
        return try await engine.execute(PlainOperation(request))
    }
}

/// A clock that stands still until it is moved.
final class TestClock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 1_795_000_000))

    var now: Date { time.withLock { $0 } }

    func advance(by seconds: Double) { time.withLock { $0 += seconds } }
}

extension KeyCondition {
    /// All of a partition.
    static func partition(_ value: AttributeValue, named name: String = "pk") -> KeyCondition {
        KeyCondition([.init(name, .value(value))])
    }

    /// A range of a partition.
    static func partition(_ value: AttributeValue, sk range: Range) -> KeyCondition {
        KeyCondition([.init("pk", .value(value))], range: .init("sk", range))
    }
}

extension Operand {
    /// A top-level attribute.
    static func name(_ name: String) -> Operand { .path(AttributePath(name)) }
}

/// The error that a request fails with; a failure of the test if it succeeds.
func failure(
    sourceLocation: SourceLocation = #_sourceLocation, of request: () async throws -> some Any
) async throws -> DynamoDBError {
    do {
        _ = try await request()
    } catch let error as DynamoDBError {
        return error
    }
    Issue.record("the request succeeded", sourceLocation: sourceLocation)
    throw CancellationError()
}

/// The message of the validation error that a request fails with, apart from its wording.
func refusal(
    sourceLocation: SourceLocation = #_sourceLocation, of request: () async throws -> some Any
) async throws -> String {
    let error = try await failure(sourceLocation: sourceLocation, of: request)
    #expect(error.code == .validation, sourceLocation: sourceLocation)
    return wordingAside(error.message)
}
