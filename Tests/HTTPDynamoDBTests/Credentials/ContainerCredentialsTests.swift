import Foundation
import Testing

@testable import HTTPDynamoDBCore

@Suite("Containers") struct ContainerCredentialsTests {
    private static let answer = """
        {"AccessKeyId": "k", "SecretAccessKey": "s", "Token": "t", "Expiration": "2027-01-15T09:00:00Z", "AccountId": "111122223333"}
        """

    private static func transport(_ status: Int = 200, _ body: String = answer) -> ScriptedTransport {
        ScriptedTransport { (_) throws(TransportError) in TransportResponse(status, body) }
    }

    @Test(
        "The URL is made of what is set",
        arguments: [
            (
                ["RELATIVE_URI": "/v2/credentials/x?a=b", "FULL_URI": "http://localhost/no"],
                "GET http://169.254.170.2/v2/credentials/x?a=b"
            ),
            (["FULL_URI": "http://localhost:8080/x"], "GET http://localhost:8080/x"),
            (["FULL_URI": "http://127.1.2.3/x"], "GET http://127.1.2.3/x"),
            (["FULL_URI": "http://[::1]:81"], "GET http://[::1]:81/"),
            (["FULL_URI": "http://169.254.170.23/v1/credentials"], "GET http://169.254.170.23/v1/credentials"),
            (["FULL_URI": "http://[fd00:ec2::23]/v1/credentials"], "GET http://[fd00:ec2::23]/v1/credentials"),
            (["FULL_URI": "https://anywhere.example?a=b#c"], "GET https://anywhere.example/?a=b"),
        ])
    func asks(variables: [String: String], line: String) async throws {
        let host = TestHost(Dictionary(uniqueKeysWithValues: variables.map { ("AWS_CONTAINER_CREDENTIALS_" + $0, $1) }))
        let transport = Self.transport()
        let found = try await ContainerCredentials(host.environment, transport).credentials()
        #expect(transport.requests.map(\.line) == [line])
        #expect(
            found
                == AWSCredentials(
                    accessKeyID: "k", secretAccessKey: "s", sessionToken: "t",
                    expiration: Date(timeIntervalSince1970: 1_800_003_600),
                    accountID: "111122223333"))
    }

    @Test(
        "Without https no other host is asked",
        arguments: [
            "http://evil.example/x", "http://128.0.0.1/x", "http://127.0.0.1.evil.example/x", "http://127.0.0/x",
            "http://169.254.169.254/x",
            "http://127.0.0.256/", "http://localhost@evil.example/x", "ftp://localhost/x", "localhost", "",
            "http://[::2]/",
        ])
    func refusesHosts(url: String) async {
        let transport = Self.transport()
        let host = TestHost(["AWS_CONTAINER_CREDENTIALS_FULL_URI": url])
        await #expect(throws: CredentialsError.self) {
            try await ContainerCredentials(host.environment, transport).credentials()
        }
        #expect(transport.requests.isEmpty)
    }

    @Test("The token of the file counts, as it is at the time")
    func authorizes() async throws {
        let variables = [
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost/x",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN": "Basic variable",
        ]
        let transport = Self.transport()
        _ = try await ContainerCredentials(TestHost(variables).environment, transport).credentials()
        let withFile = TestHost(
            variables.merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/token"]) { $1 }, files: ["/token": "one\n"])
        let provider = ContainerCredentials(withFile.environment, transport)
        _ = try await provider.credentials()
        withFile.write("two", to: "/token")
        _ = try await provider.credentials()
        #expect(transport.requests.map { $0.header("Authorization") } == ["Basic variable", "one", "two"])
        for text in ["a\nb: c", nil] {
            withFile.write(text, to: "/token")
            await #expect(throws: CredentialsError.self) { try await provider.credentials() }
        }
        #expect(transport.requests.count == 3)
    }

    @Test(
        "Once it is set, what goes wrong is an error",
        arguments: [
            (transport(403, #"{"code": "AccessDenied", "message": "no role"}"#), "HTTP 403: no role", 1),
            (transport(500, "hidden"), "HTTP 500", 3), (transport(200, "hidden"), "no JSON object", 1),
            (transport(200, #"{"AccessKeyId": "hidden"}"#), "SecretAccessKey is missing", 1),
            (ScriptedTransport.silent, "does not answer: no answer within a second", 3),
        ])
    func fails(transport: ScriptedTransport, expected: String, count: Int) async {
        let host = TestHost(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/x"])
        await #expect { try await ContainerCredentials(host.environment, transport).credentials() } throws: { error in
            (error as? CredentialsError)?.reason == .failed && "\(error)".contains(expected)
                && !"\(error)".contains("hidden")
        }
        #expect(transport.requests.count == count)
    }
}
