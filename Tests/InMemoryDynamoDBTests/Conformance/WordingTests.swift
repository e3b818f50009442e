import Foundation
import InMemoryDynamoDB
import Testing

/// The exact words of each operation for what is wrong with a value, or with a request by itself: recorded by the 2026 conformance suite in
/// October of that year, in four regions.
@Suite("Conformance: the wording of each operation")
struct WordingTests {
    private static func message(_ operation: String, _ body: String) -> String {
        let answer = InMemoryDynamoDB().respond(target: "DynamoDB_20120810.\(operation)", body: Array(body.utf8)).body
        let text = String(decoding: answer, as: UTF8.self)
        let start = text.range(of: #""message":""#)?.upperBound ?? text.startIndex
        return String(text[start...].dropLast(2)).replacing(#"\""#, with: "\"")
    }

    static let notNumeric = "The parameter cannot be converted to a numeric value"
    static let overflow = "Number overflow. Attempting to store a number with magnitude larger than supported range"
    static let underflow = "Number underflow. Attempting to store a number with magnitude smaller than supported range"
    static let envelope = "1 validation error detected: "

    /// A value, and what the newer and the older form say of it.
    static let values: [(value: String, current: String, older: String)] = [
        (#"{"N":"abc"}"#, "\(notNumeric): abc", "\(notNumeric): abc"),
        (#"{"N":""}"#, "\(notNumeric): ", notNumeric),
        (#"{"N":"1e126"}"#, overflow, overflow),
        (#"{"N":"1e2147483647"}"#, overflow, underflow),
        (
            #"{"N":"1e9223372036854775808"}"#, "\(notNumeric): 1e9223372036854775808",
            "\(notNumeric): 1e9223372036854775808"
        ),
        (
            #"{"SS":["b","a","b"]}"#,
            #"One or more parameter values were invalid: Input collection ["a", "b", "b"] contains duplicates."#,
            "One or more parameter values were invalid: Input collection [b, a, b] contains duplicates."
        ),
        (
            #"{"BS":["/w==","AA==","AA=="]}"#,
            #"One or more parameter values were invalid: Input collection ["AA==","/w==","AA=="]of type BS contains duplicates."#,
            "One or more parameter values were invalid: Input collection [/w==, AA==, AA==]of type BS contains duplicates."
        ),
        (
            #"{"NS":["2","1","2"]}"#,
            "One or more parameter values were invalid: Input collection contains duplicates.",
            "Input collection contains duplicates"
        ),
    ]

    /// Bodies with a value in them: in a key, an item, a placeholder, or a parameter of the time before.
    static let enveloped: [(String, String)] = [
        ("PutItem", #"{"TableName":"abc","Item":{"a":$}}"#),
        ("PutItem", #"{"TableName":"abc","Item":{"a":{"M":{"x":{"L":[$]}}}}}"#),
        (
            "PutItem",
            #"{"TableName":"abc","Item":{},"ConditionExpression":"a = :v","ExpressionAttributeValues":{":v":$}}"#
        ),
        ("PutItem", #"{"TableName":"abc","Item":{},"Expected":{"n":{"Value":$}}}"#),
        ("UpdateItem", #"{"TableName":"abc","Key":{"a":$},"UpdateExpression":"REMOVE a"}"#),
        ("UpdateItem", #"{"TableName":"abc","Key":{},"AttributeUpdates":{"n":{"Action":"PUT","Value":$}}}"#),
        (
            "UpdateItem",
            #"{"TableName":"abc","Key":{},"UpdateExpression":"SET a = :v","ExpressionAttributeValues":{":v":$}}"#
        ),
        ("DeleteItem", #"{"TableName":"abc","Key":{"a":$}}"#),
    ]

    @Test(arguments: enveloped)
    func writesOfOneItem(_ operation: String, _ body: String) {
        for (value, current, _) in Self.values {
            #expect(Self.message(operation, body.replacing("$", with: value)) == Self.envelope + current)
        }
    }

    static let bare: [(String, String)] = [
        ("GetItem", #"{"TableName":"abc","Key":{"a":$}}"#),
        ("BatchGetItem", #"{"RequestItems":{"abc":{"Keys":[{"a":$}]}}}"#),
        ("Query", #"{"TableName":"abc","KeyConditionExpression":"a = :v","ExpressionAttributeValues":{":v":$}}"#),
    ]

    @Test(arguments: bare)
    func reads(_ operation: String, _ body: String) {
        for (value, current, _) in Self.values {
            #expect(Self.message(operation, body.replacing("$", with: value)) == current)
        }
    }

    static let older: [(String, String, String)] = [
        ("BatchWriteItem", #"{"RequestItems":{"abc":[{"PutRequest":{"Item":{"a":$}}}]}}"#, "$"),
        ("TransactGetItems", #"{"TransactItems":[{"Get":{"TableName":"abc","Key":{"a":$}}}]}"#, "$"),
        ("TransactWriteItems", #"{"TransactItems":[{"Put":{"TableName":"abc","Item":{"a":$}}}]}"#, "$"),
        (
            "Scan", #"{"TableName":"abc","FilterExpression":"a = :v","ExpressionAttributeValues":{":v":$}}"#,
            "ExpressionAttributeValues contains invalid value: $ for key :v"
        ),
    ]

    @Test(arguments: older)
    func theOthers(_ operation: String, _ body: String, _ frame: String) {
        for (value, _, older) in Self.values {
            #expect(Self.message(operation, body.replacing("$", with: value)) == frame.replacing("$", with: older))
        }
    }

    @Test(arguments: [
        (
            #""ExpressionAttributeValues":{":v":{"S":"x"}}"#,
            "ExpressionAttributeValues can only be specified when using expressions"
        ),
        (
            ##""ExpressionAttributeNames":{"#a":"a"}"##,
            "ExpressionAttributeNames can only be specified when using expressions"
        ),
        (#""ConditionExpression":"""#, "Invalid ConditionExpression: The expression can not be empty;"),
        (
            #""ConditionExpression":"((attribute_exists(a)))""#,
            "Invalid ConditionExpression: The expression has redundant parentheses;"
        ),
        (
            #""ConditionExpression":"contains(a, a)""#,
            "Invalid ConditionExpression: The first operand must be distinct from the remaining operands for this operator or "
                + "function; operator: contains, first operand: [a]"
        ),
        (#""ReturnValues":"ALL_NEW""#, "ReturnValues can only be ALL_OLD or NONE"),
        (
            #""Expected":{"a":{"Exists":true}}"#,
            "One or more parameter values were invalid: Value must be provided when Exists is true for Attribute: a"
        ),
    ])
    func requestsByThemselves(_ parameter: String, _ message: String) {
        for (operation, key) in [("PutItem", "Item"), ("DeleteItem", "Key")] {
            let body = #"{"TableName":"abc","\#(key)":{"a":{"S":"b"}},\#(parameter)}"#
            #expect(Self.message(operation, body) == Self.envelope + message)
        }
    }

    @Test func collectionsAreShownAsSentByBatchGetItem() {
        #expect(
            Self.message("BatchGetItem", #"{"RequestItems": {"bad!name": {"Keys": [{"pk": {"S": "a"}}]}}}"#)
                == #"1 validation error detected: Value '{"bad!name":{"Keys":[{"pk":{"S":"a"}}]}}' at 'requestItems' failed to "#
                + "satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 255, "
                + "Member must have length greater than or equal to 3, Member must satisfy regular expression pattern: "
                + "[a-zA-Z0-9_.-]+]")
    }
}
