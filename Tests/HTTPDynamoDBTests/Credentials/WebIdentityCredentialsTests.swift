import Synchronization
import Testing

@testable import HTTPDynamoDBCore

@Suite("Web identity") struct WebIdentityCredentialsTests {
    private static let variables = [
        "AWS_WEB_IDENTITY_TOKEN_FILE": "~/token", "AWS_ROLE_ARN": "arn:aws:iam::111122223333:role/reader",
        "AWS_REGION": "eu-central-1",
        "AWS_ROLE_SESSION_NAME": "pod",
    ]

    private func credentials(_ transport: ScriptedTransport, _ variables: [String: String] = variables) async throws
        -> AWSCredentials
    {
        let host = TestHost(variables, files: ["/home/ada/token": "hidden-jwt\n"])
        return try await WebIdentityCredentials(host.environment, transport, region: nil).credentials()
    }

    @Test("The token is exchanged for credentials, in a request without a signature")
    func exchangesTheToken() async throws {
        let transport = STSAnswers.transport
        let found = try await credentials(transport)
        #expect(found.accessKeyID == "reader")
        let request = try #require(transport.requests.first)
        #expect(request.header("Authorization") == nil)
        #expect(request.line == "POST https://sts.eu-central-1.amazonaws.com/")
        #expect(
            request.form == [
                "Action": "AssumeRoleWithWebIdentity", "Version": "2011-06-15",
                "RoleArn": "arn:aws:iam::111122223333:role/reader",
                "RoleSessionName": "pod", "WebIdentityToken": "hidden-jwt",
            ])
    }

    @Test(
        "What passes by itself is tried again, three times in all",
        arguments: [
            (STSAnswers.error(500, "InternalFailure", "m"), 3), (STSAnswers.error(400, "Throttling", "m"), 3),
            (STSAnswers.error(400, "IDPCommunicationError", "m"), 3), (TransportResponse(503, "<html>"), 3),
            (STSAnswers.error(403, "AccessDenied", "m"), 1), (STSAnswers.error(400, "ExpiredTokenException", "m"), 1),
        ])
    func retries(response: TransportResponse, count: Int) async throws {
        let failing = ScriptedTransport { (_) throws(TransportError) in response }
        await #expect(throws: CredentialsError.self) { try await credentials(failing) }
        #expect(failing.requests.count == count)

        let left = Mutex(2)
        let recovering = ScriptedTransport { (_) throws(TransportError) in
            let fails = left.withLock { count in
                count -= 1
                return count >= 0
            }
            return fails ? response : STSAnswers.credentials("AssumeRoleWithWebIdentity", "reader")
        }
        if count == 3 { #expect(try await credentials(recovering).accessKeyID == "reader") }
    }

    @Test(
        "An answer that gives no credentials says why",
        arguments: [
            (
                STSAnswers.error(403, "AccessDenied", "Not authorized &amp; so on"),
                "AccessDenied: Not authorized & so on"
            ),
            (TransportResponse(200, "hidden"), "HTTP 200, and no XML"),
            (TransportResponse(404, "<a/>"), "HTTP 404: no message"),
            (TransportResponse(200, "<a>hidden</a>"), "Expiration is missing"),
        ])
    func tellsErrors(response: TransportResponse, expected: String) async {
        let transport = ScriptedTransport { (_) throws(TransportError) in response }
        await #expect { try await credentials(transport) } throws: { error in
            let text = "\(error)"
            return text.contains(expected) && !text.contains("hidden")
                && text.contains(
                    "web identity: AssumeRoleWithWebIdentity of arn:aws:iam::111122223333:role/reader at https://sts.eu-"
                )
        }
    }

    @Test("It is asked only where it is set up, and then has to be complete")
    func isSetUp() async {
        func reason(_ changes: [String: String]) async -> CredentialsError.Reason? {
            do {
                _ = try await credentials(ScriptedTransport.silent, Self.variables.merging(changes) { $1 })
                return nil
            } catch {
                return (error as? CredentialsError)?.reason
            }
        }
        #expect(await reason(["AWS_WEB_IDENTITY_TOKEN_FILE": ""]) == .notFound)
        #expect(await reason(["AWS_ROLE_ARN": ""]) == .failed)
        #expect(await reason(["AWS_WEB_IDENTITY_TOKEN_FILE": "/gone"]) == .failed)
        #expect(await reason(["AWS_REGION": ""]) == .failed)
        #expect(await reason([:]) == .failed)
    }
}
