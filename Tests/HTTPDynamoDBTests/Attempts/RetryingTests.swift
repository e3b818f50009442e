import Entities
import HTTPDynamoDBCore
import InMemoryDynamoDB
import Testing

@Suite("What is tried again, and when") struct RetryingTests {
    let server = ScriptedServer()
    let clock = TestClock()

    private func table(_ options: HTTPDynamoDB.Options = .init()) async throws -> HTTPDynamoDB {
        let dynamoDB = HTTPDynamoDB.scripted(server, clock, options: options)
        try await dynamoDB.makeTable()
        return dynamoDB
    }

    @Test("Failures of network and service are retried after short pauses")
    func transient() async throws {
        let dynamoDB = try await table()
        server.next(.internalServerError, .unreachable, .timedOut(isCarriedOut: true), .answer)
        #expect(try await dynamoDB.put(["pk": "a"]) == nil)
        #expect(clock.pauses == [.milliseconds(25), .milliseconds(50), .milliseconds(100)])
        #expect(try await dynamoDB.get("a") == ["pk": "a"])
    }

    @Test("Throttling is retried after long pauses")
    func throttling() async throws {
        let dynamoDB = try await table()
        server.next(.throttle, .throttle, .answer)
        _ = try await dynamoDB.update("a", .add("n", 1))
        #expect(clock.pauses == [.seconds(1), .seconds(2)])
    }

    @Test("After four attempts the last error is thrown, with their number")
    func givesUp() async throws {
        let dynamoDB = try await table()
        server.next(.throttle, .throttle, .unreachable, .throttle)
        let error = await failure { () throws(DynamoDBError) in try await dynamoDB.get("a") }
        #expect(error?.code == .provisionedThroughputExceeded)
        #expect(error?.attempts == 4)
        #expect(error?.isOutcomeUnknown == false)
        #expect(error?.isRetryable == true)
        #expect(error?.operation == "GetItem")
        #expect(error?.tableName == "things")
        #expect(clock.pauses.count == 3)
    }

    @Test(
        "What the service refuses for good is not asked again",
        arguments: ["ValidationException", "ResourceNotFoundException", "AccessDeniedException", "NewerException"])
    func final(code: String) async throws {
        let dynamoDB = try await table()
        server.next(.error(400, code, headers: [.init("x-amzn-requestid", "R1")]))
        let error = await failure { () throws(DynamoDBError) in try await dynamoDB.get("a") }
        #expect(error?.code.rawValue == code)
        #expect(error?.message == "as scripted")
        #expect(error?.requestID == "R1")
        #expect(error?.attempts == 1)
        #expect(error?.isRetryable == false)
    }

    @Test("The quota is shared: when it is used up, failures are final")
    func quota() async throws {
        var options = HTTPDynamoDB.Options()
        options.retries.quota = 14
        let dynamoDB = try await table(options)
        server.next(.internalServerError, .internalServerError)
        let error = await failure { () throws(DynamoDBError) in try await dynamoDB.get("a") }
        #expect(error?.attempts == 2)
        server.next(.internalServerError)
        let next = await failure { () throws(DynamoDBError) in try await dynamoDB.get("a") }
        #expect(next?.attempts == 1)
    }

    @Test(
        "The service may ask for a longer pause, up to five seconds more",
        arguments: [
            ("1000", Duration.seconds(1)), ("10", .milliseconds(25)), ("60000", .milliseconds(5025)),
            ("x", .milliseconds(25)),
        ])
    func retryAfter(header: String, pause: Duration) async throws {
        let dynamoDB = try await table()
        server.next(.error(503, "ServiceUnavailable", headers: [.init("x-amz-retry-after", header)]))
        #expect(try await dynamoDB.get("a") == nil)
        #expect(clock.pauses == [pause])
    }

    @Test("No pause ends behind the time limit, and no attempt may last longer than what is left")
    func timeLimits() async throws {
        var options = HTTPDynamoDB.Options()
        options.attemptTimeout = .seconds(5)
        options.totalTimeout = .seconds(6)
        let dynamoDB = try await table(options)
        server.next(.throttle, .throttle, .throttle)
        let error = await failure { () throws(DynamoDBError) in try await dynamoDB.get("a") }
        #expect(error?.attempts == 3)
        #expect(clock.pauses == [.seconds(1), .seconds(2)])
        #expect(server.attempts.suffix(3).map(\.timeout) == [.seconds(5), .seconds(5), .seconds(3)])
    }

    @Test("A task that is cancelled waits no longer, and sends nothing more")
    func cancellation() async throws {
        let dynamoDB = try await table()
        let before = server.attempts.count
        server.next(.hang)
        let task = Task { await failure { () throws(DynamoDBError) in try await dynamoDB.update("a", .add("n", 1)) } }
        while server.attempts.count == before { await Task.yield() }
        task.cancel()
        let error = await task.value
        #expect(error?.code == .cancelled)
        #expect(error?.isOutcomeUnknown == true)
        #expect(server.attempts.count == before + 1)
    }

    @Test("A task that was cancelled before sends nothing")
    func cancelledBefore() async throws {
        let dynamoDB = try await table()
        let before = server.attempts.count
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await failure { () throws(DynamoDBError) in try await dynamoDB.put(["pk": "a"]) }
        }
        let error = await task.value
        #expect(error?.code == .cancelled)
        #expect(error?.attempts == 0)
        #expect(error?.isOutcomeUnknown == false)
        #expect(server.attempts.count == before)
    }

    @Test("Where nothing is to be sent twice, nothing is")
    func never() async throws {
        var options = HTTPDynamoDB.Options()
        options.retries = .never
        let dynamoDB = try await table(options)
        server.next(.throttle)
        let error = await failure { () throws(DynamoDBError) in try await dynamoDB.get("a") }
        #expect(error?.attempts == 1)
    }
}
