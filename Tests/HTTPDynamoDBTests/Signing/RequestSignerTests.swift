import Foundation
import Testing

@testable import HTTPDynamoDBCore

/// Known answers of the `aws-sig-v4-test-suite` that AWS published with the documentation of Signature Version 4 (also in botocore,
/// `tests/unit/auth/aws4_testsuite`), those of them whose path is `/` and that have no query.
@Suite("Signature Version 4") struct RequestSignerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let method: TransportRequest.Method
        var headers: [TransportRequest.Header] = []
        var body = ""
        var sessionToken: String?
        let signedHeaders: String
        let signature: String

        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "get-vanilla", method: .get, signedHeaders: "host;x-amz-date",
            signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        Case(
            name: "post-vanilla", method: .post, signedHeaders: "host;x-amz-date",
            signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        Case(
            name: "get-header-key-duplicate, joined", method: .get,
            headers: [.init("my-header1", "value2,value2,value1")], signedHeaders: "host;my-header1;x-amz-date",
            signature: "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"),
        Case(
            name: "get-header-value-trim", method: .get,
            headers: [.init("my-header1", " value1"), .init("my-header2", " \"a   b   c\" ")],
            signedHeaders: "host;my-header1;my-header2;x-amz-date",
            signature: "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
        Case(
            name: "post-x-www-form-urlencoded", method: .post,
            headers: [.init("content-type", "application/x-www-form-urlencoded")], body: "Param1=value1",
            signedHeaders: "content-type;host;x-amz-date",
            signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"),
        Case(
            name: "post-x-www-form-urlencoded-parameters", method: .post,
            headers: [.init("content-type", "application/x-www-form-urlencoded; charset=utf8")],
            body: "Param1=value1", signedHeaders: "content-type;host;x-amz-date",
            signature: "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe"),
        Case(
            name: "post-sts-header-before", method: .post,
            sessionToken:
                "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==",
            signedHeaders: "host;x-amz-date;x-amz-security-token",
            signature: "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead"),
    ]

    /// 2015-08-30T12:36:00Z
    static let date = Date(timeIntervalSince1970: 1_440_938_160)
    static let credentials = AWSCredentials(
        accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")

    private func signed(_ example: Case, by signer: RequestSigner) -> TransportRequest {
        var request = TransportRequest(
            example.method, HTTPEndpoint(host: "example.amazonaws.com"), headers: example.headers,
            body: Array(example.body.utf8))
        var credentials = Self.credentials
        credentials.sessionToken = example.sessionToken
        signer.sign(&request, credentials: credentials, date: Self.date)
        return request
    }

    @Test("gives the published answers", arguments: cases)
    func knownAnswer(_ example: Case) {
        let request = signed(example, by: RequestSigner(service: "service", region: "us-east-1"))
        let authorization = request.headers.last { $0.name == "authorization" }
        #expect(
            authorization?.value
                == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + "SignedHeaders=\(example.signedHeaders), Signature=\(example.signature)")
        #expect(request.headers.contains(.init("x-amz-date", "20150830T123600Z")))
    }

    @Test("A key that was kept is not taken for another day, secret or session")
    func keptKey() {
        let signer = RequestSigner(service: "service", region: "us-east-1")
        func authorization(_ date: Date, _ secret: String) -> String? {
            var request = TransportRequest(.post, HTTPEndpoint(host: "example.amazonaws.com"))
            signer.sign(&request, credentials: .init(accessKeyID: "A", secretAccessKey: secret), date: date)
            return request.headers.last?.value
        }
        let nextDay = Self.date.addingTimeInterval(86_400)
        let all = [
            authorization(Self.date, "one"), authorization(Self.date, "two"), authorization(nextDay, "two"),
            authorization(nextDay, "one"),
        ]
        #expect(Set(all).count == 4)
        #expect(all[0] == authorization(Self.date, "one"))
    }

    @Test("What proxies change is not signed")
    func unsigned() {
        let plain = signed(Self.cases[0], by: RequestSigner(service: "service", region: "us-east-1"))
        var example = Self.cases[0]
        example.headers = [.init("user-agent", "test"), .init("accept-encoding", "identity")]
        let other = signed(example, by: RequestSigner(service: "service", region: "us-east-1"))
        #expect(plain.headers.last == other.headers.last)
    }

    @Test("Secrets are not printed, by whatever means")
    func secrets() {
        let credentials = AWSCredentials(accessKeyID: "AKID", secretAccessKey: "secret-1", sessionToken: "secret-2")
        var dumped = ""
        dump(credentials, to: &dumped)
        dump(StaticCredentials(credentials), to: &dumped)
        let texts = ["\(credentials)", String(reflecting: credentials), "\(StaticCredentials(credentials))", dumped]
        for text in texts { #expect(!text.contains("secret-"), "\(text)") }
        #expect("\(credentials)".contains("AKID"))
    }
}
