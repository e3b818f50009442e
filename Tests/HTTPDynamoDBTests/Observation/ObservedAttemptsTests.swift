import Entities
import InMemoryDynamoDB
import Synchronization
import Testing

@testable import HTTPDynamoDBCore

@Suite("Observed attempts")
struct ObservedAttemptsTests {
    /// Keeps how an operation ended.
    private final class Watch: OperationObserver, OperationObservation {
        private let last = Mutex<OperationOutcome?>(nil)
        var outcome: OperationOutcome? { last.withLock { $0 } }
        func operationStarted(_ operation: ObservedOperation) -> any OperationObservation { self }
        func operationEnded(_ outcome: OperationOutcome) { last.withLock { $0 = outcome } }
    }

    private let put = WriteItemOperation<EncodedItem>(
        PutItemRequest(tableName: "things", item: ["pk": "a"]),
        origin: RequestOrigin(entity: "Thing", accessPattern: "put"))

    @Test("An observer is told of every attempt on the network, of what it carried and what it consumed")
    func attempts() async throws {
        let engine = InMemoryDynamoDB()
        try await HTTPDynamoDB.scripted(ScriptedServer(engine)).makeTable()
        let server = ScriptedServer(engine, [.throttle, .lost(isCarriedOut: false), .answer])
        let (meter, watch) = (CapacityMeter(), Watch())
        _ = try await ObservedExecutor(HTTPDynamoDB.scripted(server), meter, watch).execute(put)

        let row = meter.consumption["Thing.put"]
        #expect(row.requests == 1)
        #expect(row.retries == 2)
        #expect(row.throttled == 1)
        #expect(row.units == ReadWriteUnits(writes: 1))
        let outcome = try #require(watch.outcome)
        #expect(outcome.attempts == 3)
        #expect(outcome.bytesSent == server.attempts.map(\.request.body.count).reduce(0, +))
        #expect(try #require(outcome.bytesReceived) > 0)
        #expect(outcome.requestID == "REQUEST")
    }

    @Test("An operation that fails has the attempts and the error of the last")
    func failure() async throws {
        let server = ScriptedServer(InMemoryDynamoDB(), [.error(400, "AccessDeniedException")])
        let watch = Watch()
        let error = await #expect(throws: DynamoDBError.self) {
            try await ObservedExecutor(HTTPDynamoDB.scripted(server), watch).execute(put)
        }
        let outcome = try #require(watch.outcome)
        #expect(outcome.error == error)
        #expect(outcome.kind == .failed)
        #expect(outcome.attempts == 1)
    }
}
