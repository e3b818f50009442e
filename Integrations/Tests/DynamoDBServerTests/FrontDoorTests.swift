import Testing

@testable import DynamoDBServer

/// The answers, checksums included, are those that dynalite's tests have recorded of the service.
@Suite("Requests are refused in the service's order and words")
struct FrontDoorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var request: RawRequest
        var type: String
        var message: String?
        var checksum: String
        var contentType = "application/json"

        var testDescription: String { name }
    }

    private static let list = ("X-Amz-Target", "DynamoDB_20120810.ListTables")
    private static let requires = "Authorization header requires "

    static let refusals: [Case] = [
        notJSON("application/json"), notJSON("application/json;"), notJSON("  application/json  ;   asfd"),
        notJSON("application/json;blahblah"), notJSON("application/x-amz-json-1.0", "application/x-amz-json-1.0"),
        notJSON("application/x-amz-json-1.0;blahblah", "application/x-amz-json-1.0"),
        unknown("no target", RawRequest()),
        unknown(
            "JSON without target", RawRequest(headers: [("Content-Type", "application/json")], body: Array("{}".utf8))),
        unknown(
            "Amazon's JSON without target",
            RawRequest(headers: [("Content-Type", "application/x-amz-json-1.0")], body: Array("{}".utf8)),
            "application/x-amz-json-1.0"),
        unknown("a target without a dot", RawRequest(headers: [("X-Amz-Target", "whatever")])),
        unknown("an unknown operation", RawRequest(headers: [("X-Amz-Target", "DynamoDB_20120810.ListTable")])),
        missing("no header", RawRequest(headers: [list])),
        missing("a header cut off", RawRequest(headers: [list, ("Authorization", "AWS4")])),
        missing(
            "another header and another parameter",
            RawRequest(uri: "/?X-Amz-Algorith", headers: [list, ("Authorization", "X")])),
        missing(
            "all parameters but the algorithm",
            RawRequest(
                uri: "/?X-Amz-Credential=a&X-Amz-Signature=b&X-Amz-SignedHeaders=c&X-Amz-Date=d", headers: [list])),
        Case(
            name: "header and parameters",
            request: RawRequest(uri: "/?X-Amz-Algorithm", headers: [list, ("Authorization", "X")]),
            type: "InvalidSignatureException",
            message: "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
            checksum: "2139606068"),
        incomplete(
            "AWS4-", date: nil,
            "\(requires)'Credential' parameter. \(requires)'Signature' parameter. \(requires)'SignedHeaders' parameter. "
                + "\(requires)existence of either a 'X-Amz-Date' or a 'Date' header. ", "1828866742"),
        incomplete("AWS4- Signature=b Credential=a", date: "a", "\(requires)'SignedHeaders' parameter. ", "15336762"),
        incomplete("AWS4- Signature=b,Credential=a", date: "a", "\(requires)'SignedHeaders' parameter. ", "1159703774"),
        incomplete("AWS4- Signature=b, Credential=a", date: "a", "\(requires)'SignedHeaders' parameter. ", "164353342"),
        Case(
            name: "an empty algorithm", request: RawRequest(uri: "/?X-Amz-Algorithm", headers: [list]),
            type: "IncompleteSignatureException",
            message: ["Algorithm", "Credential", "Signature", "SignedHeaders", "Date"]
                .map { "AWS query-string parameters must include 'X-Amz-\($0)'. " }.joined()
                + "Re-examine the query-string parameters.", checksum: "2900502663"),
        Case(
            name: "parameters without signed headers",
            request: RawRequest(
                uri: "/?X-Amz-Algorithm=a&X-Amz-Credential=b&X-Amz-Signature=c&X-Amz-Date=d", headers: [list]),
            type: "IncompleteSignatureException",
            message: "AWS query-string parameters must include 'X-Amz-SignedHeaders'. "
                + "Re-examine the query-string parameters.", checksum: "3712057481"),
    ]

    @Test("refusals", arguments: refusals)
    func refusal(_ refusal: Case) async throws {
        let reply = try await TestServer.run { try await $0.ask(refusal.request) }
        let message = refusal.message.map { ",\"message\":\"\($0)\"" } ?? ""
        #expect(reply.status == 400)
        #expect(reply.text == "{\"__type\":\"com.amazon.coral.service#\(refusal.type)\"\(message)}")
        #expect(reply.headers["x-amz-crc32"] == refusal.checksum)
        #expect(reply.headers["content-type"] == refusal.contentType)
        #expect(reply.headers["content-length"] == String(reply.body.count))
        #expect(reply.headers["server"] == "Server")
        #expect(reply.headers["x-amzn-requestid"]?.wholeMatch(of: /[0-9A-Z]{52}/) != nil)
        #expect(reply.headers["access-control-allow-origin"] == nil)
    }

    @Test(
        "what is no request to DynamoDB is not found",
        arguments: [
            RawRequest(method: "OPTIONS"), RawRequest(method: "PUT"), RawRequest(method: "DELETE"),
            RawRequest(method: "GET", uri: "/index.htm"), RawRequest(body: Array("hi".utf8)),
            RawRequest(headers: [("Content-Type", "whatever")], body: Array("hi".utf8)),
            RawRequest(headers: [("Content-Type", "application/x-amz-json-1.1")], body: Array("hi".utf8)),
            RawRequest(headers: [("Content-Type", "application/jsonasdf")], body: Array("hi".utf8)),
        ])
    func notFound(request: RawRequest) async throws {
        let reply = try await TestServer.run { try await $0.ask(request) }
        #expect(reply.status == 404)
        #expect(reply.text == "<UnknownOperationException/>\n")
        #expect(reply.headers["x-amz-crc32"] == "3552371480")
        #expect(reply.headers["content-length"] == "29")
        #expect(reply.headers["x-amzn-requestid"]?.wholeMatch(of: /[0-9A-Z]{52}/) != nil)
    }

    @Test("a signed call with an empty body is no JSON")
    func emptyBody() async throws {
        let reply = try await TestServer.run { try await $0.ask(.call("ListTables", "")) }
        #expect(reply.text == "{\"__type\":\"com.amazon.coral.service#SerializationException\"}")
    }

    // MARK: Cases

    private static func notJSON(_ header: String, _ contentType: String = "application/json") -> Case {
        Case(
            name: "no JSON as '\(header)'",
            request: RawRequest(headers: [("Content-Type", header)], body: Array("hi".utf8)),
            type: "SerializationException", checksum: "3948637019", contentType: contentType)
    }

    private static func unknown(
        _ name: String, _ request: RawRequest, _ contentType: String = "application/json"
    ) -> Case {
        Case(
            name: name, request: request, type: "UnknownOperationException", checksum: "1368724161",
            contentType: contentType)
    }

    private static func missing(_ name: String, _ request: RawRequest) -> Case {
        Case(
            name: name, request: request, type: "MissingAuthenticationTokenException",
            message: "Request is missing Authentication Token", checksum: "2088342776")
    }

    private static func incomplete(_ header: String, date: String?, _ problems: String, _ checksum: String) -> Case {
        Case(
            name: header,
            request: RawRequest(headers: [list, ("Authorization", header)] + (date.map { [("Date", $0)] } ?? [])),
            type: "IncompleteSignatureException", message: "\(problems)Authorization=\(header)", checksum: checksum)
    }
}
