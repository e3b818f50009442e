import Entities
import Foundation
import HTTPDynamoDB
import TestExecutors
import Testing

/// The suites that run on a server prove that signatures are accepted; this one that they are looked at.
@Suite(
    "A server that checks signatures",
    .enabled(if: TestServer.current?.kind == .dynabox, "it takes a server that checks them"))
struct RefusedSignatureTests {
    private let listTables = PlainOperation<ListTablesOutput>(ListTablesRequest())

    @Test("lets in who has the secret")
    func accepted() async throws {
        let server = try #require(TestServer.current)
        _ = try await server.executor().execute(listTables)
    }

    @Test("refuses who has another, and is not asked twice")
    func refused() async throws {
        let id = try #require(ProcessInfo.processInfo.environment["AWS_ACCESS_KEY_ID"])
        let credentials = AWSCredentials(accessKeyID: id, secretAccessKey: "not the secret")
        let executor = try #require(TestServer.current).executor(credentials: credentials)
        let error = await #expect(throws: DynamoDBError.self) { try await executor.execute(listTables) }
        #expect(error?.code.rawValue == "InvalidSignatureException")
        #expect(error?.message.contains("signature we calculated does not match") == true)
        #expect(error?.attempts == 1)
    }
}
