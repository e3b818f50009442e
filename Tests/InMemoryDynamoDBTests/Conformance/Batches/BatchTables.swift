import InMemoryDynamoDB
import Testing

/// The tables of `ItemTables`, and those that the recorded batches and transactions name besides: `hashB` and `hashN` have a binary and
/// a numeric key `a`, `composite` has `pk`, `sk` and two indexes on `lsi1sk`, `indexB` has an index on the binary attribute `bidx`.
struct BatchTables {
    let tables = ItemTables()

    init() {
        for type in ["B", "N"] {
            create(
                #"""
                {"TableName":"hash\#(type)","KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],
                "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"\#(type)"}]
                """#)
        }
        create(
            #"""
            {"TableName":"composite",
            "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
            "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"S"},
            {"AttributeName":"lsi1sk","AttributeType":"S"}],
            "LocalSecondaryIndexes":[{"IndexName":"lsi1","Projection":{"ProjectionType":"ALL"},
            "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"lsi1sk","KeyType":"RANGE"}]}],
            "GlobalSecondaryIndexes":[{"IndexName":"gsi1","Projection":{"ProjectionType":"ALL"},
            "KeySchema":[{"AttributeName":"lsi1sk","KeyType":"HASH"}]}]
            """#)
        create(
            #"""
            {"TableName":"indexB","KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],
            "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},{"AttributeName":"bidx","AttributeType":"B"}],
            "GlobalSecondaryIndexes":[{"IndexName":"gsib","Projection":{"ProjectionType":"ALL"},
            "KeySchema":[{"AttributeName":"bidx","KeyType":"HASH"}]}]
            """#)
    }

    private func create(_ body: String) {
        let (status, answer) = tables.ask("CreateTable", body + #","BillingMode":"PAY_PER_REQUEST"}"#)
        #expect(status == 200, "\(answer)")
    }

    func check(_ recorded: Recorded) { tables.check(recorded) }
}

extension Recorded.Step {
    /// A transaction that is cancelled.
    /// - Parameter reasons: what follows the code of each reason, as JSON: `ValidationError`, or `ValidationError` and a message.
    static func cancelled(_ operation: String, _ body: String, _ reasons: Reason...) -> Self {
        let codes = reasons.map(\.code).joined(separator: ", ")
        let answer = #"""
            {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
            "Message":"Transaction cancelled, please refer cancellation reasons for specific reasons [\#(codes)]",
            "CancellationReasons":[\#(reasons.map(\.json).joined(separator: ","))]}
            """#
        return Self(operation: operation, body: body, answer: answer)
    }

    struct Reason {
        let code: String
        var message: String?
        var item: String?

        static let none = Reason(code: "None")
        static func failed(_ item: String? = nil) -> Reason {
            Reason(code: "ConditionalCheckFailed", message: "The conditional request failed", item: item)
        }
        static func invalid(_ message: String) -> Reason { Reason(code: "ValidationError", message: message) }

        fileprivate var json: String {
            var text = #"{"Code":"\#(code)""#
            if let item { text += #","Item":\#(item)"# }
            if let message { text += #","Message":"\#(message)""# }
            return text + "}"
        }
    }
}

/// So many keys `{"a":{"S":"0"}}`.
func keys(_ count: Int) -> String {
    (0..<count).map { #"{"a":{"S":"\#($0)"}}"# }.joined(separator: ",")
}
