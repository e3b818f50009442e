import HTTPDynamoDBCore
import NIOCore
import Testing

@testable import DynamoDBNIOTransport

@Suite("Writing requests")
struct RequestTests {
    static func encoded(_ request: TransportRequest) throws -> String {
        let hostField = try RequestEncoder.hostField(request.endpoint)
        return String(buffer: try RequestEncoder.encode(request, hostField: hostField))
    }

    @Test("head and body are one piece, with host and length, and nothing else that was not given")
    func whole() throws {
        let request = TransportRequest(
            .post, HTTPEndpoint(host: "example.org"), headers: [.init("X-Amz-Target", "a.b"), .init("Empty", "")],
            body: Array("{}".utf8))
        #expect(
            try Self.encoded(request)
                == "POST / HTTP/1.1\r\nHost: example.org\r\nX-Amz-Target: a.b\r\nEmpty: \r\nContent-Length: 2\r\n\r\n{}"
        )
    }

    @Test("a GET without a body has no length, others have one of zero")
    func empty() throws {
        let endpoint = HTTPEndpoint(isSecure: false, host: "::1", port: 8000)
        #expect(
            try Self.encoded(TransportRequest(.get, endpoint, path: "/a?b=c"))
                == "GET /a?b=c HTTP/1.1\r\nHost: [::1]:8000\r\n\r\n")
        #expect(
            try Self.encoded(TransportRequest(.put, endpoint))
                == "PUT / HTTP/1.1\r\nHost: [::1]:8000\r\nContent-Length: 0\r\n\r\n")
    }

    @Test(
        "what would break out of its place is not sent",
        arguments: [
            (path: "/a b", name: "A", value: ""), ("/a\r\nX: y", "A", ""), ("", "A", ""), ("a", "A", ""),
            ("/ü", "A", ""), ("/", "", ""), ("/", "A B", ""), ("/", "A:", ""), ("/", "A\r\nB", ""), ("/", "Ü", ""),
            ("/", "A", "b\r\nC: d"), ("/", "A", "b\nC: d"), ("/", "A", "b\r"), ("/", "A", "b\0"), ("/", "A", "\u{7f}"),
            ("/", "Host", "x"), ("/", "content-length", "1"), ("/", "Transfer-Encoding", "chunked"),
            ("/", "CONNECTION", "close"),
        ])
    func injections(path: String, name: String, value: String) {
        let request = TransportRequest(
            .post, HTTPEndpoint(host: "example.org"), path: path, headers: [.init(name, value)])
        let error = #expect(throws: TransportError.self) { try Self.encoded(request) }
        #expect(error?.mayHaveBeenSent == false)
        if value.count > 1 { #expect(error?.message.contains(value) == false) }
    }

    @Test("a host with a line end is refused", arguments: ["", "a\r\nX: y", "a b", "a\0"])
    func hosts(host: String) async throws {
        try await withTransport { transport in
            let error = await transport.failure(HTTPEndpoint(host: host))
            #expect(error?.reason == .invalidRequest)
            #expect(error?.mayHaveBeenSent == false)
        }
    }

    @Test("the bytes of names are the tokens of RFC 9110")
    func tokens() {
        let tokens = Set("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        for byte in UInt8.min...UInt8.max { #expect(FieldByte.isToken(byte) == tokens.contains(byte)) }
    }

    @Test(
        "times of any size become nanoseconds",
        arguments: [
            (Duration.milliseconds(1), TimeAmount.milliseconds(1)), (.nanoseconds(1), .nanoseconds(1)),
            (.seconds(-1), .zero), (.milliseconds(-1), .zero), (.seconds(Int64.max), .hours(24 * 365)),
            (.seconds(1.5), .milliseconds(1500)),
        ])
    func durations(duration: Duration, amount: TimeAmount) {
        #expect(TimeAmount(clamping: duration) == amount)
    }
}
