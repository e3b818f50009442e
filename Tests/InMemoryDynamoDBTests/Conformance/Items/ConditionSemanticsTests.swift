import Testing

/// Which conditions hold for which items. Recorded by Alternator's tests of condition expressions.
@Suite("Conformance: conditions")
struct ConditionSemanticsTests {
    private enum Outcome { case holds, fails, refused }

    /// What an update under a condition comes to: of the item with the key `a` = `"1"` and these attributes.
    private static func outcome(_ attributes: String, _ condition: String, _ values: String) -> Outcome {
        let tables = ItemTables()
        let (status, answer) = tables.ask(
            "PutItem", #"{"TableName":"hash","Item":{"a":{"S":"1"}\#(attributes.isEmpty ? "" : ",")\#(attributes)}}"#)
        #expect(status == 200, "\(answer)")
        let parameter = values.isEmpty ? "" : #","ExpressionAttributeValues":{\#(values)}"#
        let refusal = tables.refusal(
            "UpdateItem",
            #"{"TableName":"hash","Key":{"a":{"S":"1"}},"UpdateExpression":"REMOVE z","ConditionExpression":"\#(condition)"\#(parameter)}"#
        )
        return refusal == "{}" ? .holds : refusal == "The conditional request failed" ? .fails : .refused
    }

    private static let some = #""b":{"N":"1"},"c":{"S":"cat"},"s":{"SS":["a","cat"]},"l":{"L":[{"S":"hi"},{"N":"2"}]}"#
    private static let one = #"":x":{"N":"1"}"#

    @Test(
        arguments: [
            // Equality: of sets regardless of order, of lists and maps in depth, never of different types.
            ("b = :x", #"":x":{"N":"1.0"}"#), ("s = :x", #"":x":{"SS":["cat","a"]}"#),
            ("l = :x", #"":x":{"L":[{"S":"hi"},{"N":"2.0"}]}"#), (":x = b", one), ("b <> :x", #"":x":{"S":"1"}"#),
            ("b <> c", ""), ("b <> gone", ""), ("gone <> :x", one), ("s <> :x", #"":x":{"SS":["a"]}"#),
            // Order, within a type; one side may be a value.
            ("b < :x", #"":x":{"N":"10"}"#), (":x >= b", #"":x":{"N":"1"}"#), ("c > :x", #"":x":{"S":"car"}"#),
            ("b BETWEEN :x AND :y", #"":x":{"N":"1"},":y":{"N":"2"}"#),
            (":x BETWEEN b AND :y", #"\#(one),":y":{"N":"1"}"#),
            ("size(c) BETWEEN b AND :x", #"":x":{"N":"3"}"#),
            // Candidates of any types.
            ("b IN (:x, :y)", #"":x":{"S":"1"},":y":{"N":"1"}"#), ("c IN (b, :x)", #"":x":{"S":"cat"}"#),
            // Functions.
            ("attribute_exists(l[1])", ""), ("attribute_not_exists(l[2])", ""), ("attribute_not_exists(b.x)", ""),
            ("attribute_type(s, :x)", #"":x":{"S":"SS"}"#),
            ("attribute_type(:y, :x)", #"":x":{"S":"N"},":y":{"N":"3"}"#),
            ("begins_with(c, :x)", #"":x":{"S":"ca"}"#), ("begins_with(:x, c)", #"":x":{"S":"cats"}"#),
            ("contains(c, :x)", #"":x":{"S":"at"}"#), ("contains(s, c)", ""), ("contains(l, :x)", #"":x":{"N":"2"}"#),
            ("contains(:x, c)", #"":x":{"S":"a cat"}"#), ("size(s) = :x", #"":x":{"N":"2"}"#),
            ("size(c) > b", ""), ("size(c) = size(:x)", #"":x":{"S":"dog"}"#),
            // Logic: NOT binds closer than AND, AND closer than OR; keywords in any case.
            ("NOT b = :x OR b = :x", one), ("b = :x OR b = :x AND c = :x", one), ("not not b = :x", one),
            ("nOT (b = :x aNd c = :x)", one), ("c beTWeen :x AnD :x", #"":x":{"S":"cat"}"#), ("b iN (:x)", one),
        ] as [(String, String)])
    func hold(_ condition: String, _ values: String) {
        #expect(Self.outcome(Self.some, condition, values) == .holds)
    }

    @Test(
        arguments: [
            ("b = :x", #"":x":{"S":"1"}"#), ("gone = :x", one), ("gone = nope", ""),
            ("s <> :x", #"":x":{"SS":["cat","a"]}"#),
            ("b <> :x", one),
            // No order between types, gone of what is missing, gone of lists and sets in the item.
            ("b < :x", #"":x":{"S":"9"}"#), ("gone < :x", one), ("gone >= nope", ""), ("l < :x", one), ("s > :x", one),
            ("b < l", ""), ("l >= s", ""), ("gone BETWEEN :x AND :x", one),
            ("c BETWEEN :x AND :y", #"":x":{"N":"1"},":y":{"N":"9"}"#), (":x BETWEEN l AND s", one),
            ("b IN (:x, c)", #"":x":{"S":"1"}"#), ("gone IN (:x)", one), ("gone IN (nope)", ""),
            ("attribute_exists(gone)", ""), ("attribute_exists(l[2])", ""), ("attribute_not_exists(l[0])", ""),
            ("attribute_type(gone, :x)", #"":x":{"S":"S"}"#), ("begins_with(b, :x)", #"":x":{"S":"1"}"#),
            ("begins_with(gone, :x)", #"":x":{"S":"1"}"#), ("contains(gone, :x)", one), ("contains(b, :x)", one),
            ("contains(c, :x)", one), ("contains(s, :x)", #"":x":{"S":"ca"}"#), ("size(b) = :x", one),
            ("size(gone) < :x", one), ("NOT gone <> :x", one), ("(b = :x OR b = :x) AND c = :x", one),
        ] as [(String, String)])
    func fail(_ condition: String, _ values: String) {
        #expect(Self.outcome(Self.some, condition, values) == .fails)
    }

    @Test(
        arguments: [
            ("b < :x", #"":x":{"BOOL":true}"#), ("b > :x", #"":x":{"SS":["a"]}"#), (":x >= b", #"":x":{"M":{}}"#),
            ("b BETWEEN :y AND :x", #"":y":{"N":"2"},":x":{"N":"1"}"#),
            ("b BETWEEN :x AND :y", #"\#(one),":y":{"S":"2"}"#),
            ("b IN :x", one), ("b IN ()", ""), ("attribute_exists(:x)", one), ("attribute_type(b, c)", ""),
            ("attribute_type(b, :x)", #"":x":{"S":"n"}"#), ("begins_with(c, :x)", one), ("size(b, c) = :x", one),
            ("size(c)", ""), ("b", ""), ("b = :x = :x", one), ("Attribute_exists(b)", ""),
            ("if_not_exists(b, b) = :x", one),
            ("attribute_exists(b) = attribute_exists(c)", ""), ("b == :x", one), ("b != :x", one), ("", ""),
        ] as [(String, String)])
    func areRefused(_ condition: String, _ values: String) {
        #expect(Self.outcome(Self.some, condition, values) == .refused)
    }

    /// A condition on an item that is not there sees no attributes, not even those of the key.
    @Test(
        arguments: [
            ("attribute_not_exists(a)", true), ("a <> b", true), ("NOT attribute_exists(b)", true), ("a = b", false),
            ("attribute_exists(a)", false),
        ])
    func withoutAnItem(_ condition: String, _ holds: Bool) {
        let body = #"{"TableName":"hash","Key":{"a":{"S":"1"}},"ConditionExpression":"\#(condition)"}"#
        #expect(ItemTables().refusal("DeleteItem", body) == (holds ? "{}" : "The conditional request failed"))
    }

    @Test(arguments: [100, 101])
    func candidates(_ count: Int) {
        let names = (0..<count).map { ":v\($0)" }
        let values = names.map { #""\#($0)":{"N":"1"}"# }.joined(separator: ",")
        let outcome = Self.outcome(Self.some, "b IN (\(names.joined(separator: ",")))", values)
        #expect(outcome == (count == 100 ? .holds : .refused))
    }
}
