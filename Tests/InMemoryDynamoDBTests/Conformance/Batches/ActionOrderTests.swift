import InMemoryDynamoDB
import Testing

/// What the service says first of an action that is wrong in two ways, or of actions that both are: recorded by the 2026 conformance suite in
/// October of that year. All of it is said before a table is looked for.
@Suite("Conformance: the order within transactions")
struct ActionOrderTests {
    /// A text inside so many maps.
    private static func deep(_ levels: Int) -> String {
        String(repeating: #"{"M":{"n":"#, count: levels) + #"{"S":"leaf"}"# + String(repeating: "}}", count: levels)
    }

    private static let tooDeep =
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit"
    private static let syntax = #"Invalid ConditionExpression: Syntax error; token: \"=\", near: \"= = b\""#

    @Test(arguments: [
        (
            #"{"Put":{"TableName":"abc","Item":{"d":\#(deep(40))}}},{"Put":{"TableName":"abc","Item":{"":{"S":"x"}}}}"#,
            tooDeep
        ),
        (
            #"{"Put":{"TableName":"abc","Item":{"":{"S":"x"}}}},{"Put":{"TableName":"abc","Item":{"d":\#(deep(100))}}}"#,
            "Empty attribute name"
        ),
        (#"{"Put":{"TableName":"abc","Item":{"d":\#(deep(100)),"":{"S":"x"}}}}"#, "Empty attribute name"),
        (
            #"{"Delete":{"TableName":"abc","Key":{"a":\#(deep(40))}}},{"Put":{"TableName":"abc","Item":{},"ConditionExpression":"a = = b"}}"#,
            tooDeep
        ),
        (
            #"{"Put":{"TableName":"abc","Item":{},"ConditionExpression":"a = = b"}},{"Delete":{"TableName":"abc","Key":{"a":\#(deep(100))}}}"#,
            syntax
        ),
        (#"{"Delete":{"TableName":"abc","Key":{"a":\#(deep(100))},"ConditionExpression":"a = = b"}}"#, syntax),
        (
            #"{"Put":{"TableName":"abc","Item":{"d":\#(deep(33))}}},"#
                + #"{"ConditionCheck":{"TableName":"abc","Key":{},"ConditionExpression":"attribute_not_exists("}}"#,
            tooDeep
        ),
    ])
    func theFirstActionCounts(_ actions: String, _ message: String) {
        let answer = InMemoryDynamoDB().respond(
            target: "DynamoDB_20120810.TransactWriteItems", body: Array(#"{"TransactItems":[\#(actions)]}"#.utf8))
        let text = String(decoding: answer.body, as: UTF8.self)
        #expect(text == #"{"__type":"com.amazon.coral.validate#ValidationException","message":"\#(message)"}"#)
    }
}
