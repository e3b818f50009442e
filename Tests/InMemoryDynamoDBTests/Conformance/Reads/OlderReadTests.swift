import Testing

/// Query and Scan with the parameters of the time before expressions. What they find has been recorded by dynalite's and Alternator's
/// tests.
@Suite("Conformance: reads of the time before expressions")
struct OlderReadTests {
    private static func tables() -> ReadTables {
        let tables = ReadTables()
        tables.put(
            "rangeN",
            [
                #"{"a":{"S":"a"},"b":{"N":"1"},"s":{"S":"alpha"},"n":{"N":"-5"},"x":{"SS":["p","q"]}}"#,
                #"{"a":{"S":"a"},"b":{"N":"2"},"s":{"S":"alps"},"n":{"N":"7"},"l":{"L":[{"S":"p"},{"N":"1"}]}}"#,
                #"{"a":{"S":"a"},"b":{"N":"3"},"s":{"S":"beta"},"n":{"S":"7"},"m":{"M":{"k":{"S":"v"}}}}"#,
                #"{"a":{"S":"a"},"b":{"N":"10"},"y":{"NULL":true},"x":{"NS":["1","2"]},"t":{"BOOL":true}}"#,
            ])
        return tables
    }

    private static func condition(_ operation: String, _ values: String...) -> String {
        #"{"ComparisonOperator":"\#(operation)","AttributeValueList":[\#(values.joined(separator: ","))]}"#
    }

    private static func number(_ text: String) -> String { #"{"N":"\#(text)"}"# }
    private static func text(_ text: String) -> String { #"{"S":"\#(text)"}"# }

    /// Conditions on the sort key.
    @Test(arguments: [
        (condition("EQ", number("2.0")), "2"), (condition("LT", number("3")), "1 2"),
        (condition("LE", number("3")), "1 2 3"), (condition("GT", number("2")), "3 10"),
        (condition("GE", number("3")), "3 10"), (condition("BETWEEN", number("2"), number("9")), "2 3"),
        (condition("EQ", number("5")), ""),
    ])
    func ranges(_ condition: String, _ keys: String) throws {
        let body =
            #"{"TableName":"rangeN","KeyConditions":{"b":\#(condition),"a":\#(Self.condition("EQ", Self.text("a")))}}"#
        #expect(try Self.tables().page("Query", body).texts("b").joined(separator: " ") == keys)
    }

    @Test(arguments: [
        (#""s":\#(condition("EQ", text("alps")))"#, "2"), (#""s":\#(condition("NE", text("alps")))"#, "1 3 10"),
        (#""n":\#(condition("LT", number("7")))"#, "1"), (#""n":\#(condition("LE", number("7")))"#, "1 2"),
        (#""n":\#(condition("GT", text("6")))"#, "3"), (#""n":\#(condition("GE", number("-5")))"#, "1 2"),
        (#""s":{"ComparisonOperator":"NULL"}"#, "10"), (#""y":{"ComparisonOperator":"NOT_NULL"}"#, "10"),
        (#""s":\#(condition("BEGINS_WITH", text("alp")))"#, "1 2"),
        (#""s":\#(condition("CONTAINS", text("et")))"#, "3"),
        (#""x":\#(condition("CONTAINS", text("p")))"#, "1"), (#""x":\#(condition("CONTAINS", number("2")))"#, "10"),
        (#""l":\#(condition("CONTAINS", text("p")))"#, "2"), (#""s":\#(condition("NOT_CONTAINS", text("et")))"#, "1 2"),
        (#""s":\#(condition("IN", text("beta"), text("alpha")))"#, "1 3"),
        (#""n":\#(condition("BETWEEN", number("-5"), number("0")))"#, "1"),
        (#""t":\#(condition("EQ", #"{"BOOL":true}"#))"#, "10"),
        (#""x":\#(condition("EQ", #"{"SS":["q","p"]}"#))"#, "1"),
        (#""m":\#(condition("EQ", #"{"M":{"k":{"S":"v"}}}"#))"#, "3"),
        (#""s":\#(condition("BEGINS_WITH", text("al"))),"n":\#(condition("GT", number("0")))"#, "2"),
    ])
    func filters(_ filter: String, _ keys: String) throws {
        let tables = Self.tables()
        let key = #""KeyConditions":{"a":\#(Self.condition("EQ", Self.text("a")))}"#
        let query = try tables.page("Query", #"{"TableName":"rangeN",\#(key),"QueryFilter":{\#(filter)}}"#)
        #expect(query.texts("b").joined(separator: " ") == keys)
        #expect(query.scannedCount == 4)
        let scan = try tables.page("Scan", #"{"TableName":"rangeN","ScanFilter":{\#(filter)}}"#)
        #expect(scan.texts("b").joined(separator: " ") == keys)
    }

    @Test func eitherOfSeveralConditions() throws {
        let filter =
            #"{"s":\#(Self.condition("EQ", Self.text("beta"))),"n":\#(Self.condition("LT", Self.number("0")))}"#
        let body = #"{"TableName":"rangeN","ScanFilter":\#(filter),"ConditionalOperator":"#
        #expect(try Self.tables().page("Scan", body + #""OR"}"#).texts("b") == ["1", "3"])
        #expect(try Self.tables().page("Scan", body + #""AND"}"#).count == 0)
    }

    /// Names are names, even with dots.
    @Test func attributesToGet() throws {
        let tables = ReadTables()
        tables.put("hash", [#"{"a":{"S":"a"},"b.c":{"S":"1"},"b":{"M":{"c":{"S":"2"}}}}"#])
        let key = #""KeyConditions":{"a":\#(Self.condition("EQ", Self.text("a")))}"#
        for (operation, body) in [("Query", key + ","), ("Scan", "")] {
            let page = try tables.page(
                operation, #"{"TableName":"hash",\#(body)"AttributesToGet":["b.c"],"Select":"SPECIFIC_ATTRIBUTES"}"#)
            let items = page.members["Items"] as? [[String: [String: String]]]
            #expect(items == [["b.c": ["S": "1"]]])
        }
    }

    private static let key = #""KeyConditions":{"a":\#(condition("EQ", text("a")))}"#
    private static let invalid = "One or more parameter values were invalid: "

    @Test(arguments: [
        Refusal.query(
            "hash", #"\#(key),"QueryFilter":{"a":\#(condition("EQ", text("a")))}"#,
            "QueryFilter can only contain non-primary key attributes: Primary key attribute: a"),
        .query(
            "rangeN", #"\#(key),"QueryFilter":{"b":\#(condition("EQ", text("a"))),"z":\#(condition("EQ", text("a")))}"#,
            "QueryFilter can only contain non-primary key attributes: Primary key attribute: b"),
        .query(
            "none", #"\#(key),"ConditionalOperator":"OR","QueryFilter":{"b":\#(condition("EQ", text("a")))}"#,
            "ConditionalOperator can only be used when Filter or Expected has two or more elements"),
        .scan(
            "none", #""ScanFilter":{"b":\#(condition("BETWEEN", text("b"), text("a")))}"#,
            "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound"),
        .query(
            "none", #""KeyConditions":{"b":\#(condition("BETWEEN", text("b"), text("a")))}"#,
            "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound"),
        .query(
            "none", #""KeyConditions":{"b":\#(condition("EQ"))}"#,
            invalid + "Invalid number of argument(s) for the EQ ComparisonOperator"),
        .query(
            "none", #""KeyConditions":{"b":\#(condition("LT", #"{"BOOL":true}"#))}"#,
            invalid + "ComparisonOperator LT is not valid for BOOL AttributeValue type"),
        .query(
            "none", #""KeyConditions":{"b":\#(condition("BETWEEN", text("a"), number("1")))}"#,
            invalid + "AttributeValues inside AttributeValueList must be of same type"),
    ])
    func refused(_ refusal: Refusal) throws {
        try ReadTables().refuses(refusal.operation, refusal.body, refusal.message)
    }
}
