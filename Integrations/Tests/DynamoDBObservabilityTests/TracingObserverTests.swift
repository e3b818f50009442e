import DynamoDBObservability
import Entities
import InMemoryTracing
import Testing
import Tracing

@Suite("Tracing observer")
struct TracingObserverTests {
    private let tracer = InMemoryTracer()

    @Test("An operation is a client span below the current one")
    func span() async throws {
        let library = try await Library(TracingObserver(tracer))
        try await library.put()
        tracer.clearFinishedSpans()
        try await tracer.withSpan("page") { _ in try await library.query() }

        let spans = tracer.finishedSpans
        let query = try #require(spans.first { $0.operationName == "Query books" })
        let page = try #require(spans.first { $0.operationName == "page" })
        #expect(query.kind == .client)
        #expect(query.parentSpanID == page.spanID)
        #expect(query.traceID == page.traceID)
        #expect(query.status == nil)
        #expect(tracer.activeSpans.isEmpty)
        let attributes = query.attributes
        #expect(attributes.get("db.system.name") == .string("aws.dynamodb"))
        #expect(attributes.get("db.operation.name") == .string("Query"))
        #expect(attributes.get("aws.dynamodb.table_names") == .stringArray(["books"]))
        #expect(attributes.get("aws.dynamodb.index_name") == .string("byShelf"))
        #expect(attributes.get("dynamodb.access_pattern") == .string("byShelf"))
        #expect(attributes.get("aws.dynamodb.count") == .int64(0))
        #expect(attributes.get("aws.dynamodb.scanned_count") == .int64(1))
        guard case .stringArray(let capacity)? = attributes.get("aws.dynamodb.consumed_capacity") else {
            Issue.record("no consumed capacity")
            return
        }
        #expect(capacity.count == 1)
    }

    @Test("A failure is the status of its span; a failed condition is none")
    func failures() async throws {
        let library = try await Library(TracingObserver(tracer))
        await #expect(throws: DynamoDBError.self) { try await library.refused() }
        await #expect(throws: DynamoDBError.self) { try await library.throttled() }
        await #expect(throws: DynamoDBError.self) { try await library.transact() }

        let spans = tracer.finishedSpans
        #expect(spans.map(\.operationName) == ["PutItem books", "PutItem books", "TransactWriteItems"])
        #expect(
            spans.map(\.status) == [
                nil, SpanStatus(code: .error, message: "ProvisionedThroughputExceededException"),
                SpanStatus(code: .error, message: "ResourceNotFoundException"),
            ])
        #expect(spans[0].attributes.get("error.type") == .string("ConditionalCheckFailedException"))
        #expect(spans[0].attributes.get("dynamodb.outcome") == .string("refused"))
        #expect(spans.allSatisfy { $0.errors.isEmpty })
    }

    @Test("Each retry is an event")
    func retries() throws {
        Library.overNetwork(TracingObserver(tracer))
        let span = try #require(tracer.finishedSpans.first)
        #expect(span.events.map(\.name) == ["retry", "retry"])
        #expect(span.events[0].attributes.get("dynamodb.attempt") == .int64(1))
        #expect(span.events[0].attributes.get("error.type") == .string("ThrottlingException"))
        #expect(span.events[0].attributes.get("dynamodb.retry_delay") == .double(0.05))
        #expect(span.attributes.get("dynamodb.attempts") == .int64(3))
        #expect(span.attributes.get("aws.request_id") == .string("R1"))
        #expect(span.attributes.get("dynamodb.bytes_sent") == .int64(600))
    }

    @Test("No key, item or message is in a span")
    func secrets() async throws {
        let library = try await Library(TracingObserver(tracer))
        try await library.put()
        try await library.query()
        await #expect(throws: DynamoDBError.self) { try await library.transact() }
        Library.overNetwork(TracingObserver(tracer))
        let spans = tracer.finishedSpans
        #expect(spans.count == 4)
        for span in spans {
            var text = "\(span.operationName) \(String(describing: span.status))"
            span.attributes.forEach { text += " \($0)=\($1)" }
            for event in span.events { event.attributes.forEach { text += " \($0)=\($1)" } }
            #expect(!text.contains("secret"))
            #expect(text.contains("db.operation.name"))
        }
    }
}
