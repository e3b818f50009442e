import Foundation
import InMemoryDynamoDB
import Testing

/// An engine with the tables that the recorded requests name, asked as a client on the wire asks.
///
/// `hash` has the key `a`; `range` has `a` and `b` and four indexes on `c` and `d`; `binary` and `number` have a sort key `b` of that type.
struct ItemTables {
    private let engine = InMemoryDynamoDB()

    init() {
        create("hash", [("a", "S")], keys: ["a"])
        create("binary", [("a", "S"), ("b", "B")], keys: ["a", "b"])
        create("number", [("a", "S"), ("b", "N")], keys: ["a", "b"])
        create(
            "range", [("a", "S"), ("b", "S"), ("c", "S"), ("d", "S")], keys: ["a", "b"],
            indexes: """
                ,"LocalSecondaryIndexes":[\(Self.index("index1", ["a", "c"])),\(Self.index("index2", ["a", "d"]))],
                "GlobalSecondaryIndexes":[\(Self.index("index3", ["c"])),\(Self.index("index4", ["c", "d"]))]
                """)
    }

    private func create(_ name: String, _ types: [(String, String)], keys: [String], indexes: String = "") {
        let definitions = types.map { #"{"AttributeName":"\#($0.0)","AttributeType":"\#($0.1)"}"# }
        let body = """
            {"TableName":"\(name)","BillingMode":"PAY_PER_REQUEST","KeySchema":\(Self.keys(keys)),
            "AttributeDefinitions":[\(definitions.joined(separator: ","))]\(indexes)}
            """
        let (status, answer) = ask("CreateTable", body)
        #expect(status == 200, "\(answer)")
    }

    private static func keys(_ names: [String]) -> String {
        let keys = zip(names, ["HASH", "RANGE"]).map { #"{"AttributeName":"\#($0)","KeyType":"\#($1)"}"# }
        return "[\(keys.joined(separator: ","))]"
    }

    private static func index(_ name: String, _ names: [String]) -> String {
        #"{"IndexName":"\#(name)","KeySchema":\#(keys(names)),"Projection":{"ProjectionType":"ALL"}}"#
    }

    func ask(_ operation: String, _ body: String) -> (status: Int, answer: String) {
        let (status, bytes) = engine.respond(target: "DynamoDB_20120810.\(operation)", body: Array(body.utf8))
        return (status, String(decoding: bytes, as: UTF8.self))
    }

    /// What the request is refused with; the whole answer if it is not.
    func refusal(_ operation: String, _ body: String) -> String {
        let (_, answer) = ask(operation, body)
        let members = try? JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]
        return (members?["message"] as? String).map(wordingAside) ?? answer
    }

    /// Asks for all steps of a case and compares each answer.
    func check(_ recorded: Recorded) {
        for step in recorded.steps {
            let (status, answer) = ask(step.operation, step.body)
            #expect(Self.canonical(answer) == Self.canonical(step.answer), "\(step.operation) \(step.body)")
            #expect(status == (step.answer.hasPrefix(#"{"__type""#) ? 400 : 200))
        }
    }

    /// The same JSON as text that can be compared: members in order. Sets come in the engine's order.
    private static func canonical(_ json: String) -> String {
        guard var value = try? JSONSerialization.jsonObject(with: Data(json.utf8)) else { return json }
        if var error = value as? [String: Any], let message = error["message"] as? String {
            error["message"] = wordingAside(message)
            value = error
        }
        guard let data = try? JSONSerialization.data(withJSONObject: value, options: .sortedKeys)
        else { return json }
        return String(decoding: data, as: UTF8.self)
    }
}

/// Requests in order, each with the answer that the service has been seen to give.
struct Recorded: Sendable, CustomTestStringConvertible {
    struct Step: Sendable {
        let operation: String
        let body: String
        let answer: String
    }

    let steps: [Step]
    var testDescription: String { steps.last.map { "\($0.operation) \($0.body)" } ?? "" }

    init(_ steps: Step...) { self.steps = steps }
}

extension Recorded.Step {
    /// A request that is answered with this body.
    static func ok(_ operation: String, _ body: String, _ answer: String = "{}") -> Self {
        Self(operation: operation, body: body, answer: answer)
    }

    /// A request that is answered with a validation error.
    static func invalid(_ operation: String, _ body: String, _ message: String) -> Self {
        error(operation, body, "com.amazon.coral.validate#ValidationException", message)
    }

    static func failedCondition(_ operation: String, _ body: String) -> Self {
        error(
            operation, body, "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
            "The conditional request failed")
    }

    static func notFound(_ operation: String, _ body: String) -> Self {
        error(
            operation, body, "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
            "Requested resource not found"
        )
    }

    private static func error(_ operation: String, _ body: String, _ type: String, _ message: String) -> Self {
        let text = message.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return Self(operation: operation, body: body, answer: #"{"__type":"\#(type)","message":"\#(text)"}"#)
    }
}
