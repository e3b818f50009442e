import HTTPDynamoDBCore
import Testing

@Suite("Endpoints as text") struct EndpointTests {
    @Test(
        "Scheme, host and port are read, and written as the Host header wants them",
        arguments: [
            ("http://127.0.0.1:8000", false, "127.0.0.1", 8000, "127.0.0.1:8000"),
            (
                "https://dynamodb.eu-central-1.amazonaws.com/", true, "dynamodb.eu-central-1.amazonaws.com", 443,
                "dynamodb.eu-central-1.amazonaws.com"
            ),
            ("http://[::1]:4566", false, "::1", 4566, "[::1]:4566"),
            ("https://localhost:443", true, "localhost", 443, "localhost"),
        ]
    )
    func reads(text: String, isSecure: Bool, host: String, port: Int, authority: String) throws {
        let endpoint = try HTTPEndpoint(text)
        #expect(endpoint == HTTPEndpoint(isSecure: isSecure, host: host, port: port))
        #expect(endpoint.authority == authority)
        #expect(try HTTPEndpoint(endpoint.description) == endpoint)
    }

    @Test(
        "What is no endpoint is refused, and quoted",
        arguments: [
            "", "localhost:8000", "ftp://a", "http://", "http://a:0", "http://a:x", "http://a/b", "http://[::1",
            "http://a b",
        ]
    )
    func refuses(text: String) {
        #expect { try HTTPEndpoint(text) } throws: { "\($0)".contains("'\(text)'") }
    }
}
