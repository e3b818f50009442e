public import Entities

/// A DynamoDB in the process: for tests, demos, and programs that need no server.
///
/// It evaluates the same requests as the service, by the same rules and with the same errors, on items kept as packed bytes. All
/// data is gone with the last reference. Capacity is reported but never exhausted. When expired items go, what eventually consistent
/// reads see, how streams are cut into shards and how long tables take to be made is set by `Options`; everything goes by the engine's clock and nothing by itself.
///
/// ```swift
/// let db = Database(InMemoryDynamoDB(), table: CMS.table)
/// try await db.createTables()
/// ```
///
/// Safe to use from any number of tasks. Writes are atomic per item; transactions are atomic and isolated over all tables.
public final class InMemoryDynamoDB: DynamoDBExecutor {
    /// How requests reach the engine.
    public enum Transport: Sendable, Hashable, CaseIterable {
        /// As values: nothing is rendered or parsed.
        case values
        /// As JSON text, there and back, as over the network: slower, and good for testing that a request survives it.
        case wire
    }

    let engine: Engine
    private let transport: Transport

    /// An engine without tables.
    /// - Parameters:
    ///   - transport: how requests reach it.
    ///   - region: the region in the names of tables, indexes and streams.
    ///   - accountID: the twelve digits of the account in those names.
    ///   - endpoint: what DescribeEndpoints answers: host and port of the server in front of the engine, if there is one.
    ///   - options: expiry, consistency, streams, states of tables, limits.
    ///   - clock: the time of day, for creation dates, states of tables and the ten minutes of a client request token.
    public init(
        transport: Transport = .values, region: String = "us-east-1", accountID: String = "123456789012",
        endpoint: String = "localhost:8000", options: Options = Options(),
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.transport = transport
        engine = Engine(
            account: Account(region: region, id: accountID), endpoint: endpoint, options: options, clock: clock)
    }

    public func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        let request = operation.request
        do throws(DynamoDBError) {
            guard let response = try respond(to: request) else { return try overWire(request) }
            return try operation.output(of: response)
        } catch {
            throw error.at(request.operationName, table: request.tableName, origin: operation.origin)
        }
    }

    /// Answers a request as the service answers the body of an HTTP request.
    /// - Parameters:
    ///   - target: service and operation, as in the header `X-Amz-Target`: `DynamoDB_20120810.GetItem`.
    ///   - body: JSON.
    /// - Returns: the HTTP status and the JSON body, which is an error's for any status but 200.
    public func respond(target: String, body: [UInt8]) -> (status: Int, body: [UInt8]) {
        WireFrontEnd(engine: engine).respond(target: target, body: body)
    }

    /// Deletes all items whose time to live is over now, however long `Options.expiry` would wait.
    /// - Returns: how many items.
    /// - Complexity: O(n log m) for n items that go, of m that have a time to live.
    @discardableResult
    public func purgeExpiredItems() async -> Int {
        engine.purgeExpiredItems()
    }

    private func overWire<Output: DynamoDBOutput>(_ request: DynamoDBRequest) throws(DynamoDBError) -> Output {
        var json = JSONWriter()
        do throws(AttributeError) {
            try request.writeBody(to: &json)
        } catch {
            throw DynamoDBError(.invalidRequest, error.description, underlying: error)
        }
        let (status, body) = respond(target: request.target, body: json.bytes)
        let failure: DynamoDBError
        do throws(AttributeError) {
            if status == 200 {
                return try JSONReader.read(body) { json throws(AttributeError) in try Output(json: &json) }
            }
            failure = try JSONReader.read(body) { json throws(AttributeError) in try DynamoDBError(json: &json) }
        } catch {
            throw .undecodable(error, RequestOrigin())
        }
        throw failure
    }
}

extension InMemoryDynamoDB: ImmediateExecutor {
    package func respond(to request: DynamoDBRequest) throws(DynamoDBError) -> DynamoDBResponse? {
        transport == .values ? try engine.respond(to: request) : nil
    }
}
