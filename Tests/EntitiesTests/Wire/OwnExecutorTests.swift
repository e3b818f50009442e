import Entities
import Testing

@Suite("An executor of one's own")
struct OwnExecutorTests {
    @Test("sends bodies and reads answers with public means")
    func sendsAndReads() async throws {
        let key = EncodedItem(["pk": .string("TENANT#acme")])
        let executor = Postman(
            expecting: #"{"TableName":"cms","Key":{"pk":{"S":"TENANT#acme"}}}"#,
            answering: #"{"Item":{"pk":{"S":"TENANT#acme"},"views":{"N":"7"}}}"#)
        let output = try await executor.execute(
            GetItemOperation<EncodedItem>(GetItemRequest(tableName: "cms", key: key)))
        #expect(output.item == EncodedItem(["pk": .string("TENANT#acme"), "views": .number(7)]))
    }

    @Test("is told what is no answer", arguments: ["", "[]", #"{"Item":{"pk":{"S":1}}}"#, "{} {}"])
    func refusesWhatIsNoAnswer(text: String) {
        #expect(throws: AttributeError.self) { try GetItemOutput<EncodedItem>(body: Array(text.utf8)) }
    }
}

/// A network that expects one request, and has the answer.
private struct Postman: DynamoDBExecutor {
    let expected: String
    let answer: String

    init(expecting expected: String, answering answer: String) {
        self.expected = expected
        self.answer = answer
    }

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        do throws(AttributeError) {
            #expect(String(decoding: try operation.request.body(), as: UTF8.self) == expected)
            return try Operation.Output(body: Array(answer.utf8))
        } catch {
            throw DynamoDBError(.invalidRequest, "\(error)", underlying: error)
        }
    }
}
