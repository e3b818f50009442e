import Foundation
import NIOHTTP1
import Testing

@testable import DynamoDBServer

/// Known answers: AWS's test suite of Signature Version 4 and the example of its documentation; the last two were signed by botocore.
@Suite("Signatures are verified in full")
struct SignatureTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var name: String
        var method: HTTPMethod = .GET
        var uri = "/"
        var service = "service"
        var headers: [(String, String)] = []
        var host = "example.amazonaws.com"
        var body = ""
        var signedHeaders = "host;x-amz-date"
        var signature: String
        var token: String?

        var testDescription: String { name }

        var request: Request {
            Request(
                method: method, uri: uri,
                headers: HTTPHeaders(
                    [("Host", host), ("X-Amz-Date", "20150830T123600Z")] + headers + [("Authorization", authorization)]),
                body: Array(body.utf8))
        }

        private var authorization: String {
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/\(service)/aws4_request, "
                + "SignedHeaders=\(signedHeaders), Signature=\(signature)"
        }
    }

    static let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    static let now = Date(timeIntervalSince1970: 1_440_938_160)
    static let form = ("Content-Type", "application/x-www-form-urlencoded")

    static let examples = [
        Example(
            name: "get-vanilla", signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        Example(
            name: "get-vanilla-query-order-key-case", uri: "/?Param2=value2&Param1=value1",
            signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
        Example(
            name: "get-utf8", uri: "/ሴ", signature: "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
        Example(
            name: "get-relative", uri: "/example/..",
            signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        Example(
            name: "get-slash-dot-slash", uri: "/./",
            signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        Example(
            name: "get-header-value-trim", headers: [("My-Header1", " value1"), ("My-Header2", " \"a   b   c\"")],
            signedHeaders: "host;my-header1;my-header2;x-amz-date",
            signature: "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
        Example(
            name: "post-vanilla", method: .POST,
            signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        Example(
            name: "post-x-www-form-urlencoded", method: .POST, headers: [form], body: "Param1=value1",
            signedHeaders: "content-type;host;x-amz-date",
            signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"),
        Example(
            name: "ListUsers of the documentation", uri: "/?Action=ListUsers&Version=2010-05-08", service: "iam",
            headers: [(form.0, form.1 + "; charset=utf-8")], host: "iam.amazonaws.com",
            signedHeaders: "content-type;host;x-amz-date",
            signature: "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"),
        Example(
            name: "botocore with a session token", method: .POST, service: "dynamodb",
            headers: [
                ("Content-Type", "application/x-amz-json-1.0"), ("X-Amz-Target", "DynamoDB_20120810.ListTables"),
                ("X-Amz-Security-Token", "AQoDYXdzEPT//////////wEXAMPLE/token+="),
            ], host: "localhost:8000", body: "{}",
            signedHeaders: "content-type;host;x-amz-date;x-amz-security-token;x-amz-target",
            signature: "c3f1be4676476844c4e3de8ba30a0cfb32afb0bee54d7a53fdefda0a00ca6e63",
            token: "AQoDYXdzEPT//////////wEXAMPLE/token+="),
    ]

    /// What botocore's query string signer made, good for a minute.
    static let presigned =
        "/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fdynamodb%2Faws4_request"
        + "&X-Amz-Date=20150830T123600Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host"
        + "&X-Amz-Security-Token=AQoDYXdzEPT%2F%2F%2F%2F%2F%2F%2F%2F%2F%2FwEXAMPLE%2Ftoken%2B%3D"
        + "&X-Amz-Signature=757493040f858dbe1687ac90fe522b8933ed83fdbe898f0dc1230ea7d24fd567"

    static func verify(
        _ request: Request, service: String, token: String? = nil, key: String = "AKIDEXAMPLE",
        secret: String = secret, now: Date = now
    ) throws(ServiceError) {
        let verifier = SignatureVerifier(
            credentials: Credentials(accessKeyID: key, secretAccessKey: secret, sessionToken: token), service: service,
            clock: { now })
        if let header = request.header("authorization") {
            try verifier.verify(try RequestSignature(authorization: header, request: request), of: request)
        } else {
            let query = QueryString(request.queryString ?? "")
            try verifier.verify(try RequestSignature(query: query, request: request), of: request)
        }
    }

    @Test("known answers", arguments: examples)
    func known(_ example: Example) throws {
        try Self.verify(example.request, service: example.service, token: example.token)
    }

    @Test("nothing of what is signed can be changed", arguments: examples)
    func tampered(_ example: Example) {
        var changed = [example.request, example.request, example.request, example.request]
        changed[0].body.append(0)
        changed[1].uri += "&x"
        changed[2].method = .PUT
        changed[3].headers.replaceOrAdd(name: "host", value: "other.example.com")
        for request in changed {
            let error = #expect(throws: ServiceError.self) {
                try Self.verify(request, service: example.service, token: example.token)
            }
            #expect(error?.type == "InvalidSignatureException")
        }
        #expect(throws: ServiceError.invalidToken) {
            try Self.verify(example.request, service: example.service, token: "another")
        }
        #expect(throws: ServiceError.invalidToken) {
            try Self.verify(example.request, service: example.service, token: example.token, key: "ANOTHER")
        }
        let error = #expect(throws: ServiceError.self) {
            try Self.verify(example.request, service: example.service, token: example.token, secret: "another")
        }
        #expect(error?.message?.hasPrefix("The request signature we calculated does not match") == true)
        #expect(
            error?.message?.contains("The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20150830T123600Z\n")
                == true)
        #expect(error?.message?.contains("another") == false)
    }

    @Test("a query string can carry the signature, for as long as it says")
    func query() throws {
        let token = "AQoDYXdzEPT//////////wEXAMPLE/token+="
        var request = Request(
            method: .POST, uri: Self.presigned, headers: ["Host": "localhost:8000"])
        try Self.verify(request, service: "dynamodb", token: token, now: Self.now + 60)
        let error = #expect(throws: ServiceError.self) {
            try Self.verify(request, service: "dynamodb", token: token, now: Self.now + 61)
        }
        #expect(
            error?.message
                == "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T123701Z - 1 min.)"
        )
        request.body = Array("{}".utf8)
        #expect(throws: ServiceError.self) { try Self.verify(request, service: "dynamodb", token: token) }
    }

    @Test(
        "clocks may be a quarter of an hour apart",
        arguments: [
            (900, nil), (-900, nil),
            (
                901,
                "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T125101Z - 15 min.)"
            ),
            (
                -901,
                "Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z (20150830T122059Z + 15 min.)"
            ),
        ] as [(Double, String?)])
    func clock(offset: Double, message: String?) throws {
        let request = try #require(Self.examples.first).request
        let verify = { () throws(ServiceError) in
            try Self.verify(request, service: "service", now: Self.now + offset)
        }
        if let message {
            #expect(throws: ServiceError.invalidSignature(message)) { try verify() }
        } else {
            try verify()
        }
    }

    @Test(
        "each part of a signature is checked, in order",
        arguments: [
            (
                "a/b/c/d", "host", "AWS4-HMAC-SHA256", "20150830T123600Z", "IncompleteSignatureException",
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b/c/d'"
            ),
            (
                "a/20150830/C/service/e/", "host", "AWS4-HMAC-SHA256", "20150830T123600Z", "InvalidSignatureException",
                "Credential should be scoped to a valid region, not 'C'. "
                    + "Credential should be scoped with a valid terminator: 'aws4_request', not 'e'. "
            ),
            (
                "a/b/c/d/aws4_request", "host", "AWS4-HMAC-SHA256", "20150830T123600Z", "InvalidSignatureException",
                "Credential should be scoped to correct service: 'service'. "
                    + "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                    + "'b' != '20150830', from '20150830T123600Z'."
            ),
            (
                "a", "x", "AWS4-HMAC-SHA256", "20150830T123600Z", "InvalidSignatureException",
                "'Host' must be a 'SignedHeader' in the AWS Authorization."
            ),
            (
                "a", "HOST", "AWS4-HMAC-SHA25", "20150830T123600Z", "IncompleteSignatureException",
                "Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA25' (only AWS4-HMAC-SHA256 for now). "
            ),
            (
                "a", "x", "AWS4-X", "201", "IncompleteSignatureException",
                "Date must be in ISO-8601 'basic format'. Got '201'. See http://en.wikipedia.org/wiki/ISO_8601"
            ),
        ])
    func parts(
        credential: String, signedHeaders: String, algorithm: String, date: String, type: String, message: String
    ) {
        let request = Request(
            method: .POST, uri: "/",
            headers: [
                "Host": "h", "X-Amz-Date": date,
                "Authorization": "\(algorithm) Credential=\(credential),SignedHeaders=\(signedHeaders),Signature=s",
            ])
        #expect(throws: ServiceError(type: type, message: message)) { try Self.verify(request, service: "service") }
    }

    @Test("a body may be left out of the signature when the header says so")
    func unsignedPayload() {
        var request = Request(
            method: .POST, uri: "/", headers: ["Host": "h", "X-Amz-Content-SHA256": "UNSIGNED-PAYLOAD"])
        let text = CanonicalRequest(request, signedHeaders: "host").text
        #expect(text.hasSuffix("\nhost\nUNSIGNED-PAYLOAD"))
        request.body = [1]
        #expect(CanonicalRequest(request, signedHeaders: "host").text == text)
    }

    @Test("credentials never show their secret")
    func secrecy() {
        let credentials = Credentials(accessKeyID: "id", secretAccessKey: "geheim", sessionToken: "token")
        #expect("\(credentials) \(String(reflecting: credentials))" == "Credentials(id) Credentials(id)")
    }
}
