import Entities
import HTTPDynamoDBCore
import Testing

@Suite("Answers that are damaged, or are no answers of DynamoDB") struct BrokenResponseTests {
    let server = ScriptedServer()

    private func table() async throws -> HTTPDynamoDB {
        let dynamoDB = HTTPDynamoDB.scripted(server)
        try await dynamoDB.makeTable()
        return dynamoDB
    }

    private static func respond(_ status: Int, _ text: String, _ headers: [TransportRequest.Header] = [])
        -> ScriptedServer.Step
    {
        .respond(TransportResponse(status: status, headers: headers, body: Array(text.utf8)))
    }

    /// Every answer of the script in a row, since most are tried again.
    private func failure(after step: ScriptedServer.Step) async throws -> DynamoDBError? {
        let dynamoDB = try await table()
        server.next(step, step, step, step)
        return await HTTPDynamoDBTests.failure { () throws(DynamoDBError) in try await dynamoDB.get("a") }
    }

    @Test("A read whose answer has another checksum is repeated")
    func damagedRead() async throws {
        let dynamoDB = try await table()
        _ = try await dynamoDB.put(["pk": "a", "n": 1])
        server.next(.tamper { $0.body[8] ^= 1 })
        #expect(try await dynamoDB.get("a")?["n"] == 1)
    }

    @Test("A write that is not to be repeated says that it may have been carried out")
    func damagedWrite() async throws {
        let dynamoDB = try await table()
        server.next(.tamper { $0.body.removeLast() })
        let error = await HTTPDynamoDBTests.failure { () throws(DynamoDBError) in
            try await dynamoDB.update("a", .add("n", 1))
        }
        #expect(error?.code == .connection)
        #expect(error?.message.contains("x-amz-crc32") == true)
        #expect(error?.isOutcomeUnknown == true)
        #expect(try await dynamoDB.get("a")?["n"] == 1)
    }

    @Test("A checksum is compared with what was sent, not with what a transport made of it")
    func compressed() async throws {
        let dynamoDB = try await table()
        server.next(.tamper { $0.content = .decompressed(crc32: 1) })
        _ = try await dynamoDB.get("a")
        #expect(server.attempts.count == 3)
        server.next(
            .tamper { response in
                response.headers = [.init("x-amz-crc32", "1")]
                response.content = .decompressed(crc32: 1)
            })
        _ = try await dynamoDB.get("a")
        #expect(server.attempts.count == 4)
    }

    @Test("An answer that is no JSON is an error that says so")
    func garbage() async throws {
        let error = try await failure(after: Self.respond(200, "<html>"))
        #expect(error?.code == .undecodableResponse)
        #expect(error?.attempts == 1)
    }

    @Test("Members that are not known are passed over")
    func unknownMembers() async throws {
        let dynamoDB = try await table()
        server.next(Self.respond(200, #"{"New":[{"a":null}],"Item":{"pk":{"S":"a"}},"Newer":1e5}"#))
        #expect(try await dynamoDB.get("a") == ["pk": "a"])
    }

    @Test(
        "What servers in between say is told by its status",
        arguments: [
            (301, "", DynamoDBError.Code.unexpectedResponse, 1), (404, "not here", .unexpectedResponse, 1),
            (408, "", DynamoDBError.Code(rawValue: "RequestTimeout"), 4), (413, "", .validation, 1),
            (429, "slow down", .throttling, 4), (500, "\u{1B}[31moops", .internalServerError, 4),
            (502, "<html>", .serviceUnavailable, 4), (503, "", .serviceUnavailable, 4),
            (504, "", .serviceUnavailable, 4),
        ])
    func statuses(status: Int, body: String, code: DynamoDBError.Code, attempts: Int) async throws {
        let error = try await failure(after: Self.respond(status, body, [.init("Location", "http://elsewhere/")]))
        #expect(error?.code == code)
        #expect(error?.attempts == attempts)
        #expect(error?.message.contains("\(status)") == true)
        #expect(error?.message.unicodeScalars.allSatisfy { $0.value >= 0x20 } == true)
        if status == 301 { #expect(error?.message.contains("http://elsewhere/") == true) }
    }

    @Test("The code may be in a header only, as servers that speak newer protocols have it")
    func codeInHeader() async throws {
        let error = try await failure(
            after: Self.respond(400, "", [.init("x-amzn-ErrorType", "ResourceNotFoundException:http://internal/")]))
        #expect(error?.code == .resourceNotFound)
    }

    @Test("Reasons of cancelled transactions, the item of a failed condition")
    func details() async throws {
        let cancelled = try await failure(
            after: Self.respond(
                400,
                #"""
                {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","Message":"cancelled",
                "CancellationReasons":[{"Code":"None"},{"Code":"ConditionalCheckFailed","Item":{"pk":{"S":"b"}},"Message":"no"}]}
                """#))
        #expect(cancelled?.cancellationReasons.map(\.code) == ["None", "ConditionalCheckFailed"])
        #expect(cancelled?.cancellationReasons.last?.item == ["pk": "b"])
    }

    @Test("Reasons of throttling")
    func throttlingReasons() async throws {
        let throttled = try await failure(
            after: Self.respond(
                400,
                #"{"__type":"x#ThrottlingException","message":"m","throttlingReasons":[{"reason":"r","resource":"arn"}]}"#
            ))
        #expect(throttled?.throttlingReasons == [.init(reason: "r", resource: "arn")])
    }
}
