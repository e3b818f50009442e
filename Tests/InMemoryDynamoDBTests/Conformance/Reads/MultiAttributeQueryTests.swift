import Testing

/// Queries of an index whose key has two partition and three sort attributes. What can be asked for has been recorded by Alternator's and
/// the dynamodb-conformance suite, which have the message about the sort key; the one about the partition key is only known by its gist.
@Suite("Conformance: queries by several key attributes")
struct MultiAttributeQueryTests {
    private static func tables() -> ReadTables {
        let tables = ReadTables()
        let items = [
            ("1", "x", 1, "p", 1, "u"), ("2", "x", 1, "p", 2, "u"), ("3", "x", 1, "p", 2, "v"),
            ("4", "x", 1, "q", 1, "u"),
        ]
        tables.put(
            "multi",
            (items + [("5", "x", 2, "p", 1, "u"), ("6", "y", 1, "p", 1, "u")]).map { a, h, i, r, s, t in
                #"{"a":{"S":"\#(a)"},"h":{"S":"\#(h)"},"i":{"N":"\#(i)"},"r":{"S":"\#(r)"},"s":{"N":"\#(s)"},"t":{"S":"\#(t)"}}"#
            } + [#"{"a":{"S":"7"},"h":{"S":"x"},"i":{"N":"1"},"r":{"S":"p"},"s":{"N":"1"}}"#])
        return tables
    }

    private static let values = [
        "x": #"{"S":"x"}"#, "1": #"{"N":"1"}"#, "2": #"{"N":"2"}"#, "p": #"{"S":"p"}"#, "u": #"{"S":"u"}"#,
        "v": #"{"S":"v"}"#,
        "true": #"{"BOOL":true}"#,
    ]

    private static func query(_ condition: String) -> String {
        let used = values.filter { condition.contains(":\($0.key)") }
        let parameter = used.map { #"":\#($0.key)":\#($0.value)"# }.joined(separator: ",")
        return #"{"TableName":"multi","IndexName":"index","KeyConditionExpression":"\#(condition)","#
            + #""ExpressionAttributeValues":{\#(parameter)}"#
    }

    @Test(arguments: [
        ("h = :x AND i = :1", "1 2 3 4"), ("i = :1 AND h = :x", "1 2 3 4"), ("h = :x AND i = :1 AND r = :p", "1 2 3"),
        ("h = :x AND i = :1 AND begins_with(r, :p)", "1 2 3"), ("r > :p AND h = :x AND i = :1", "4"),
        ("h = :x AND i = :1 AND r = :p AND s = :2", "2 3"),
        ("s BETWEEN :1 AND :2 AND h = :x AND r = :p AND i = :1", "1 2 3"),
        ("h = :x AND i = :1 AND r = :p AND s < :2", "1"), ("h = :x AND i = :1 AND r = :p AND s = :2 AND t > :u", "3"),
        ("t = :v AND s = :2 AND r = :p AND i = :1 AND h = :x", "3"),
    ])
    func found(_ condition: String, _ keys: String) throws {
        let tables = Self.tables()
        #expect(try tables.page("Query", Self.query(condition) + "}").texts("a").joined(separator: " ") == keys)
        let backwards = try tables.page("Query", Self.query(condition) + #","ScanIndexForward":false}"#)
        #expect(backwards.texts("a").reversed().joined(separator: " ") == keys)
    }

    @Test func pagesEndWithAllKeys() throws {
        let tables = Self.tables()
        let query = Self.query("h = :x AND i = :1")
        var (found, start): ([String], String) = ([], "")
        for _ in 0..<4 {
            let page = try tables.page("Query", query + #","Limit":1\#(start)}"#)
            found += page.texts("a")
            #expect(page.last?.keys.sorted() == ["a", "h", "i", "r", "s", "t"])
            start = #","ExclusiveStartKey":\#(try page.startKey())"#
        }
        #expect(found == ["1", "2", "3", "4"])
        #expect(try tables.page("Query", query + start + "}").last == nil)
    }

    private static let refusals: [(condition: String, message: String)] = [
        ("h = :x", hash("i")), ("i = :1", hash("h")), ("r = :p", hash("h, i")), ("h = :x AND i > :1", hash("i")),
        ("h = :x AND r = :p", hash("i")),
        ("h = :x AND i = :1 AND s = :1", range("r", "s")), ("h = :x AND i = :1 AND t = :u", range("r, s", "t")),
        ("h = :x AND i = :1 AND r > :p AND s = :1", range("r", "s")),
        ("h = :x AND i = :1 AND r = :p AND s > :1 AND t = :u", range("s", "t")),
        (
            "h = :x AND i = :x",
            "One or more parameter values were invalid: Condition parameter type does not match schema type"
        ),
        (
            "h = :x AND i = :1 AND r = :p AND s = :1 AND t = :u AND a = :x",
            "The number of query conditions (6) exceeds the number of key attributes defined in the schema (5)"
        ),
    ]

    private static func hash(_ names: String) -> String {
        "HASH key attributes \(names) must have equality conditions specified in the query"
    }

    private static func range(_ names: String, _ later: String) -> String {
        "RANGE key attributes \(names) must have equality conditions specified in the query because a condition is "
            + "present on key attribute \(later)"
    }

    @Test(arguments: refusals)
    func refused(_ condition: String, _ message: String) throws {
        try ReadTables().refuses("Query", Self.query(condition) + "}", message)
    }

    @Test func startKeyMustBeWhole() throws {
        try ReadTables().refuses(
            "Query", Self.query("h = :x AND i = :1") + #","ExclusiveStartKey":{"a":{"S":"1"},"h":{"S":"x"}}}"#,
            "The provided starting key is invalid")
    }

    /// The conditions of the time before expressions are taken, too.
    @Test func olderConditions() throws {
        let conditions = [("h", #"{"S":"x"}"#), ("i", #"{"N":"1"}"#), ("r", #"{"S":"q"}"#)].map { name, value in
            #""\#(name)":{"ComparisonOperator":"EQ","AttributeValueList":[\#(value)]}"#
        }
        let body = #"{"TableName":"multi","IndexName":"index","KeyConditions":{\#(conditions.joined(separator: ","))}}"#
        #expect(try Self.tables().page("Query", body).texts("a") == ["4"])
    }
}
