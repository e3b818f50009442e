import Entities
import InMemoryDynamoDB
import Testing

/// What a server is told to do with a call.
@Suite("Faults of calls from the network")
struct FaultsOnTheWireTests {
    private let engine = InMemoryDynamoDB()

    init() {
        let (status, _) = engine.respond(
            target: "DynamoDB_20120810.CreateTable",
            body: Array(
                #"""
                {"TableName":"tbl","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
                "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}]}
                """#.utf8))
        #expect(status == 200)
    }

    private func interference(_ fault: Fault, _ operation: String, _ body: String) throws -> FaultyAnswer? {
        engine.interference(
            FaultInjector(try FaultPlan([FaultRule(fault)])), target: "DynamoDB_20120810.\(operation)",
            body: Array(body.utf8))
    }

    private static let put = #"{"TableName":"tbl","Item":{"pk":{"S":"a"}}}"#

    private func stored(_ key: String = "a") -> Bool {
        let body = #"{"TableName":"tbl","Key":{"pk":{"S":"\#(key)"}}}"#
        let (_, answer) = engine.respond(target: "DynamoDB_20120810.GetItem", body: Array(body.utf8))
        return answer != Array("{}".utf8)
    }

    @Test(arguments: [
        (
            Fault.throttle(), 400,
            #"{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","ThrottlingReasons":[{"reason":"TableWriteProvisionedThroughputExceeded","resource":"arn:aws:dynamodb:us-east-1:123456789012:table/tbl"}],"message":"The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API."}"#
        ),
        (
            .throttle(.throttling), 400,
            #"{"__type":"com.amazon.coral.availability#ThrottlingException","throttlingReasons":[{"reason":"TableWriteKeyRangeThroughputExceeded","resource":"arn:aws:dynamodb:us-east-1:123456789012:table/tbl"}],"message":"Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or index so please try again shortly. If exceptions persist, check if you have a hot key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html"}"#
        ),
        (
            .throttle(.requestLimit), 400,
            #"{"__type":"com.amazonaws.dynamodb.v20120810#RequestLimitExceeded","ThrottlingReasons":[{"reason":"TableWriteAccountLimitExceeded","resource":"arn:aws:dynamodb:us-east-1:123456789012:table/tbl"}],"message":"Throughput exceeds the current throughput limit for your account. Please contact AWS Support at https://aws.amazon.com/support request a limit increase"}"#
        ),
        (
            .internalServerError, 500,
            #"{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError","message":"The request processing has failed because of an unknown error."}"#
        ),
        (
            .serviceUnavailable, 503,
            #"{"__type":"com.amazon.coral.availability#ServiceUnavailable","message":"The request has failed due to a temporary failure of the server."}"#
        ),
        (
            .transactionConflict(), 400,
            #"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionConflictException","message":"Transaction is ongoing for the item"}"#
        ),
    ])
    func errors(_ fault: Fault, _ status: Int, _ body: String) throws {
        let answer = try interference(fault, "PutItem", Self.put)
        guard case .answer(let given, let bytes)? = answer else {
            Issue.record("no answer, but \(String(describing: answer))")
            return
        }
        #expect(given == status)
        #expect(String(decoding: bytes, as: UTF8.self) == body)
        #expect(!stored())
    }

    @Test func conflictsOfTransactions() throws {
        let answer = try interference(
            .transactionConflict(actions: [0]), "TransactWriteItems",
            #"{"TransactItems":[{"Put":{"TableName":"tbl","Item":{"pk":{"S":"a"}}}},{"Put":{"TableName":"tbl","Item":{"pk":{"S":"b"}}}}]}"#
        )
        let body =
            #"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","CancellationReasons":[{"Code":"TransactionConflict","Message":"Transaction is ongoing for the item"},{"Code":"None"}],"Message":"Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict, None]"}"#
        #expect(answer == .answer(status: 400, body: Array(body.utf8)))
        #expect(!stored())
    }

    @Test(arguments: [
        (Fault.connectionLost(isCarriedOut: false), FaultyAnswer.connectionLost, false),
        (.connectionLost(isCarriedOut: true), .connectionLost, true),
        (.timeOut(isCarriedOut: false), .timeOut, false), (.timeOut(isCarriedOut: true), .timeOut, true),
        (.delay(.milliseconds(20)), .delay(.milliseconds(20)), false),
    ])
    func silence(_ fault: Fault, _ answer: FaultyAnswer, _ isStored: Bool) throws {
        #expect(try interference(fault, "PutItem", Self.put) == answer)
        #expect(stored() == isStored)
    }

    @Test func cutBatches() throws {
        let answer = try interference(
            .cutBatch(share: 0.5), "BatchWriteItem",
            #"{"RequestItems":{"tbl":[{"PutRequest":{"Item":{"pk":{"S":"a"}}}},{"PutRequest":{"Item":{"pk":{"S":"b"}}}}]}}"#
        )
        let left = #"{"UnprocessedItems":{"tbl":[{"PutRequest":{"Item":{"pk":{"S":"b"}}}}]}}"#
        #expect(answer == .answer(status: 200, body: Array(left.utf8)))
        #expect(stored("a"))
        #expect(!stored("b"))
    }

    /// What the engine refuses anyway is refused by the engine, and a call that no rule concerns is left alone.
    @Test(arguments: [
        ("PutItem", "{"), ("PutItem", #"{"TableName":"tbl"}"#), ("PutItems", put), ("ListTables", "{}"),
    ])
    func otherCallsAreLeftAlone(_ operation: String, _ body: String) throws {
        #expect(try interference(.transactionConflict(), operation, body) == nil)
    }

    @Test func everyOperationOfARuleIsOneOfTheService() {
        for name in DynamoDBRequest.operationNames {
            let isKnown =
                InMemoryDynamoDB.isOperation(target: "DynamoDB_20120810.\(name)")
                || InMemoryDynamoDB.isOperation(target: "DynamoDBStreams_20120810.\(name)")
            #expect(isKnown, "\(name)")
        }
    }
}
