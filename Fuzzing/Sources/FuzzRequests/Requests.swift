import InMemoryDynamoDB

/// Runs an input as a request against a small table.
///
/// The first byte chooses what the rest is: the body of one of the operations, or an expression in a body that is right. Whatever it
/// is, the engine has to answer 200, or an error of the client's that says what is wrong and has changed nothing.
enum Requests {
    private static let engine = makeEngine()
    /// What the table holds; compared after every refusal. Unsafe is safe here: the fuzzer runs one input after the other, on one thread.
    nonisolated(unsafe) private static var contents = scan()

    static func run(_ input: [UInt8]) {
        guard let choice = input.first else { return }
        let request = Request(number: Int(choice), rest: Array(input.dropFirst()))
        let answer = engine.respond(target: "DynamoDB_20120810.\(request.operation)", body: request.body)
        let body = String(decoding: answer.body, as: UTF8.self)
        let now = scan()
        switch answer.status {
        case 200: break
        case 400:
            precondition(body.hasPrefix(#"{"__type":"com.amazon"#), "an error of unknown kind: \(body)")
            precondition(now == contents, "a refused request has changed something: \(body)")
        default: preconditionFailure("status \(answer.status): \(body)")
        }
        contents = now
        if now.count > 6000 { reset() }
    }

    private static func scan() -> [UInt8] {
        engine.respond(target: "DynamoDB_20120810.Scan", body: Array(#"{"TableName":"tbl"}"#.utf8)).body
    }

    /// Keeps the table small, so that runs stay fast.
    private static func reset() {
        _ = engine.respond(target: "DynamoDB_20120810.DeleteTable", body: Array(#"{"TableName":"tbl"}"#.utf8))
        fill(engine)
        contents = scan()
    }

    private static func makeEngine() -> InMemoryDynamoDB {
        let engine = InMemoryDynamoDB()
        fill(engine)
        return engine
    }

    private static func fill(_ engine: InMemoryDynamoDB) {
        let table = """
            {"TableName":"tbl","BillingMode":"PAY_PER_REQUEST",
            "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"},
            {"AttributeName":"a","AttributeType":"S"}],
            "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
            "GlobalSecondaryIndexes":[{"IndexName":"byA","KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],
            "Projection":{"ProjectionType":"KEYS_ONLY"}}]}
            """
        _ = engine.respond(target: "DynamoDB_20120810.CreateTable", body: Array(table.utf8))
        for number in 1...3 {
            let item = """
                {"TableName":"tbl","Item":{"pk":{"S":"p"},"sk":{"N":"\(number)"},"a":{"S":"x"},"n":{"N":"5"},
                "l":{"L":[{"S":"e"},{"N":"1"}]},"m":{"M":{"k":{"S":"v"}}},"s":{"SS":["t","u"]},"b":{"B":"AQID"}}}
                """
            let answer = engine.respond(target: "DynamoDB_20120810.PutItem", body: Array(item.utf8))
            precondition(answer.status == 200, String(decoding: answer.body, as: UTF8.self))
        }
    }
}
