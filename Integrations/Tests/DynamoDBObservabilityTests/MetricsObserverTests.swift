import DynamoDBObservability
import Entities
import MetricsTestKit
import Testing

@Suite("Metrics observer")
struct MetricsObserverTests {
    private let metrics = TestMetrics()

    /// The dimensions that all metrics have.
    private func dimensions(
        _ operation: String, _ pattern: String, _ own: (String, String)...
    ) -> [(String, String)] {
        [
            ("db.system.name", "aws.dynamodb"), ("db.operation.name", operation), ("db.collection.name", "books"),
            ("dynamodb.entity", "Book"), ("dynamodb.access_pattern", pattern),
        ] + own
    }

    @Test("An operation is timed by its outcome")
    func durations() async throws {
        let library = try await Library(MetricsObserver(factory: metrics))
        try await library.put()
        try await library.put()
        await #expect(throws: DynamoDBError.self) { try await library.refused() }
        let succeeded = try metrics.expectTimer(
            "db.client.operation.duration", dimensions("PutItem", "put", ("dynamodb.outcome", "succeeded")))
        #expect(succeeded.values.count == 2)
        let refused = try metrics.expectTimer(
            "db.client.operation.duration", dimensions("PutItem", "put", ("dynamodb.outcome", "refused")))
        #expect(refused.values.count == 1)
    }

    @Test("Units are counted per table and index, halves included")
    func capacity() async throws {
        let library = try await Library(MetricsObserver(factory: metrics))
        try await library.put()
        for _ in 0..<4 { try await library.query() }
        let reads = try metrics.expectCounter(
            "dynamodb.client.read_units", dimensions("Query", "byShelf", ("aws.dynamodb.index_name", "byShelf")))
        #expect(reads.totalValue == 2)  // four half units
        for index in ["", "byShelf"] {
            let writes = try metrics.expectCounter(
                "dynamodb.client.write_units", dimensions("PutItem", "put", ("aws.dynamodb.index_name", index)))
            #expect(writes.totalValue == 1)
        }
        #expect(metrics.counterTotal(label: "dynamodb.client.read_units") == 2)
        #expect(metrics.counterTotal(label: "dynamodb.client.write_units") == 2)
    }

    @Test("Errors and retries are counted by their code, bytes as they were reported")
    func trouble() async throws {
        let observer = MetricsObserver(factory: metrics)
        let library = try await Library(observer)
        await #expect(throws: DynamoDBError.self) { try await library.throttled() }
        Library.overNetwork(observer)
        let errors = try metrics.expectCounter(
            "dynamodb.client.errors",
            dimensions("PutItem", "put", ("error.type", "ProvisionedThroughputExceededException")))
        #expect(errors.totalValue == 1)
        for code in ["ThrottlingException", "ConnectionLost"] {
            let retries = try metrics.expectCounter(
                "dynamodb.client.retries", dimensions("PutItem", "put", ("error.type", code)))
            #expect(retries.totalValue == 1)
        }
        #expect(metrics.counterTotal(label: "dynamodb.client.bytes_sent") == 600)
        #expect(metrics.counterTotal(label: "dynamodb.client.bytes_received") == 90)
        let timer = try metrics.expectTimer(
            "db.client.operation.duration", dimensions("PutItem", "put", ("dynamodb.outcome", "succeeded")))
        #expect(timer.values == [1_500_000_000])
    }

    @Test("A metric has the same dimensions whoever asks, and no data in them")
    func sameDimensions() async throws {
        let observer = MetricsObserver(factory: metrics)
        let library = try await Library(observer)
        try await library.put()
        try await library.query()
        await #expect(throws: DynamoDBError.self) { try await library.transact() }
        Library.overNetwork(observer)
        let all = metrics.timers.map { ($0.label, $0.dimensions) } + metrics.counters.map { ($0.label, $0.dimensions) }
        for (label, instruments) in Dictionary(grouping: all, by: \.0) {
            #expect(Set(instruments.map { $0.1.map(\.0) }).count == 1, "\(label) has several sets of dimensions")
        }
        #expect(all.count > 8)
        #expect(!"\(all)".contains("secret"))
    }
}
