import Entities
import Foundation
import Synchronization
import Testing

@testable import HTTPDynamoDBCore

@Suite("Clocks and credentials that the service does not accept") struct SigningTimeTests {
    let server = ScriptedServer()
    let clock = TestClock(date: Date(timeIntervalSince1970: 1_440_938_160))

    private static let expired = ScriptedServer.Step.error(
        400, "InvalidSignatureException", headers: [.init("Date", "Sun, 30 Aug 2015 14:36:00 GMT")])

    @Test("A clock that is two hours slow is set by the answer, for this request and those after it")
    func slowClock() async throws {
        let dynamoDB = HTTPDynamoDB.scripted(server, clock)
        server.next(Self.expired)
        try await dynamoDB.makeTable()
        _ = try await dynamoDB.get("a")
        let dates = server.attempts.map { $0.header("x-amz-date") }
        #expect(dates == ["20150830T123600Z", "20150830T143600Z", "20150830T143600Z"])
        #expect(clock.pauses.isEmpty)
    }

    @Test("A server that is never content with the time is asked twice")
    func stubborn() async throws {
        let dynamoDB = HTTPDynamoDB.scripted(server, clock)
        server.next(Self.expired, Self.expired, Self.expired)
        let error = await failure { () throws(DynamoDBError) in try await dynamoDB.get("a") }
        #expect(error?.code.rawValue == "InvalidSignatureException")
        #expect(error?.attempts == 2)
    }

    @Test("A signature that is wrong for another reason is not tried again")
    func wrongSecret() async throws {
        let dynamoDB = HTTPDynamoDB.scripted(server, clock)
        server.next(
            .error(400, "InvalidSignatureException", headers: [.init("Date", "Sun, 30 Aug 2015 12:37:00 GMT")]))
        let error = await failure { () throws(DynamoDBError) in try await dynamoDB.get("a") }
        #expect(error?.attempts == 1)
    }

    /// Gives others when those that it gave were refused.
    final class Rotating: CredentialsProvider {
        private let generation = Mutex(1)

        func credentials() async throws(CredentialsError) -> AWSCredentials {
            let number = generation.withLock { $0 }
            return AWSCredentials(accessKeyID: "KEY\(number)", secretAccessKey: "secret", sessionToken: "t\(number)")
        }

        func invalidate(_ credentials: AWSCredentials) {
            generation.withLock { if credentials.accessKeyID == "KEY\($0)" { $0 += 1 } }
        }
    }

    @Test("Credentials that have expired are replaced, and the request is sent again at once")
    func expiredCredentials() async throws {
        let dynamoDB = HTTPDynamoDB.scripted(server, clock, credentials: Rotating())
        server.next(.error(400, "ExpiredTokenException"))
        try await dynamoDB.makeTable()
        #expect(server.attempts.map { $0.header("x-amz-security-token") } == ["t1", "t2"])
        #expect(server.attempts.last?.header("authorization")?.contains("Credential=KEY2/") == true)
        #expect(clock.pauses.isEmpty)
    }

    @Test("Where there are no others, the error is final")
    func noOthers() async throws {
        let dynamoDB = HTTPDynamoDB.scripted(server, clock)
        server.next(.error(400, "UnrecognizedClientException"))
        let error = await failure { () throws(DynamoDBError) in try await dynamoDB.get("a") }
        #expect(error?.code.rawValue == "UnrecognizedClientException")
        #expect(error?.attempts == 1)
    }

    struct None: CredentialsProvider {
        func credentials() async throws(CredentialsError) -> AWSCredentials {
            throw CredentialsError([.init(source: "environment", reason: "AWS_ACCESS_KEY_ID is not set")])
        }
    }

    @Test("Without credentials nothing is sent, and the error names what was tried")
    func noCredentials() async throws {
        let dynamoDB = HTTPDynamoDB.scripted(server, clock, credentials: None())
        let error = await failure { () throws(DynamoDBError) in try await dynamoDB.get("a") }
        #expect(error?.code == .configuration)
        #expect(error?.message.contains("environment: AWS_ACCESS_KEY_ID is not set") == true)
        #expect(error?.attempts == 0)
        #expect(server.attempts.isEmpty)
    }
}
