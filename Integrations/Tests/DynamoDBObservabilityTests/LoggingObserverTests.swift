import DynamoDBObservability
import Entities
import InMemoryLogging
import Logging
import Testing

@Suite("Logging observer")
struct LoggingObserverTests {
    private let handler = InMemoryLogHandler()
    private var logger: Logger {
        var logger = Logger(label: "test", factory: { [handler] _ in handler })
        logger.logLevel = .trace
        return logger
    }

    @Test("A success is for debugging, with names, counts and capacity")
    func success() async throws {
        let library = try await Library(LoggingObserver(logger))
        try await library.put()
        try await library.query()

        #expect(handler.entries.map(\.level) == [.debug, .debug])
        #expect(handler.entries.map { "\($0.message)" } == ["Book.put: succeeded", "Book.byShelf: succeeded"])
        let metadata = try #require(handler.entries.last?.metadata)
        #expect(metadata["db.system.name"] == "aws.dynamodb")
        #expect(metadata["db.operation.name"] == "Query")
        #expect(metadata["db.collection.name"] == "books")
        #expect(metadata["aws.dynamodb.table_names"] == ["books"])
        #expect(metadata["aws.dynamodb.index_name"] == "byShelf")
        #expect(metadata["dynamodb.entity"] == "Book")
        #expect(metadata["dynamodb.access_pattern"] == "byShelf")
        #expect(metadata["dynamodb.outcome"] == "succeeded")
        #expect(metadata["dynamodb.attempts"] == "1")
        #expect(metadata["aws.dynamodb.count"] == "0")
        #expect(metadata["aws.dynamodb.scanned_count"] == "1")
        #expect(metadata["error.type"] == nil)
        #expect(
            metadata["aws.dynamodb.consumed_capacity"] == [
                """
                {"TableName":"books","CapacityUnits":0.5,"Table":{"CapacityUnits":0.0},\
                "GlobalSecondaryIndexes":{"byShelf":{"CapacityUnits":0.5}}}
                """
            ])
        #expect(metadata["db.client.operation.duration"] != nil)
    }

    @Test("A failed condition is information, throttling a warning, anything else an error")
    func failures() async throws {
        let library = try await Library(LoggingObserver(logger))
        await #expect(throws: DynamoDBError.self) { try await library.refused() }
        await #expect(throws: DynamoDBError.self) { try await library.throttled() }
        await #expect(throws: DynamoDBError.self) { try await library.transact() }

        #expect(handler.entries.map(\.level) == [.info, .warning, .error])
        #expect(
            handler.entries.map(\.metadata["error.type"]) == [
                "ConditionalCheckFailedException", "ProvisionedThroughputExceededException",
                "ResourceNotFoundException",
            ])
        let last = try #require(handler.entries.last)
        #expect("\(last.message)" == "TransactWriteItems: failed")
        #expect(last.metadata["aws.dynamodb.table_names"] == ["books", "papers"])
        #expect(last.metadata["db.collection.name"] == nil)
    }

    @Test("Each retry is an entry with its reason and its delay")
    func retries() throws {
        Library.overNetwork(LoggingObserver(logger))
        #expect(handler.entries.map(\.level) == [.warning, .notice, .debug])
        let retry = try #require(handler.entries.first)
        #expect("\(retry.message)" == "Book.put: attempt 1 failed, trying again")
        #expect(retry.metadata["dynamodb.attempt"] == "1")
        #expect(retry.metadata["error.type"] == "ThrottlingException")
        #expect(retry.metadata["dynamodb.retry_delay"] == "0.05")
        let end = try #require(handler.entries.last?.metadata)
        #expect(end["dynamodb.attempts"] == "3")
        #expect(end["dynamodb.bytes_sent"] == "600")
        #expect(end["dynamodb.bytes_received"] == "90")
        #expect(end["dynamodb.items"] == "1")
        #expect(end["aws.request_id"] == "R1")
        #expect(end["db.client.operation.duration"] == "1.5")
    }

    @Test("Levels are the program's to choose")
    func levels() async throws {
        let library = try await Library(LoggingObserver(logger) { $0 == .refused ? .critical : .trace })
        try await library.put()
        await #expect(throws: DynamoDBError.self) { try await library.refused() }
        #expect(handler.entries.map(\.level) == [.trace, .critical])
    }

    @Test("No key, item or message is written down")
    func secrets() async throws {
        let library = try await Library(LoggingObserver(logger))
        try await library.put()
        try await library.query()
        await #expect(throws: DynamoDBError.self) { try await library.refused() }
        await #expect(throws: DynamoDBError.self) { try await library.transact() }
        Library.overNetwork(LoggingObserver(logger))
        #expect(handler.entries.count == 7)
        for entry in handler.entries {
            #expect(!"\(entry.message) \(entry.metadata)".contains("secret"))
            #expect(entry.error == nil)
        }
    }
}
