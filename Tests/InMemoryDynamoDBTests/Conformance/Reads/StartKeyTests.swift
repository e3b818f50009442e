import Testing

/// What an `ExclusiveStartKey` must be. Recorded by dynalite's tests.
@Suite("Conformance: starting keys")
struct StartKeyTests {
    private static let short = "The provided starting key is invalid"
    private static let mismatch = "The provided key element does not match the schema"
    private static let long = "The provided starting key is invalid: The provided key element does not match the schema"
    private static let outside = "The provided starting key is outside query boundaries based on provided conditions"
    private static let predicate = "The provided starting key does not match the range key predicate"
    private static let oneRow = "The query can return at most one row and cannot be restarted"

    /// Makes `{"a":{"S":"1"}}` of `a=1`, `{"a":{"N":"1"}}` of `a#1`.
    private static func key(_ text: String) -> String {
        let members = text.split(separator: " ").map { part in
            let isNumber = part.contains("#")
            let sides = part.split(whereSeparator: { $0 == "=" || $0 == "#" })
            return #""\#(sides[0])":{"\#(isNumber ? "N" : "S")":"\#(sides[1])"}"#
        }
        return #""ExclusiveStartKey":{\#(members.joined(separator: ","))}"#
    }

    private static let queries: [(table: String, index: String?, condition: String, key: String, message: String)] = [
        // The number of attributes comes before the condition, and each attribute of the key before the condition on it.
        ("hash", nil, "b = :v", "b=1 c=1", short), ("range", nil, "a = :v", "a=1", short),
        ("range", nil, "z = :v", "a=1 b=1 c=1", short), ("range", "index1", "a = :v", "a=1 b=1", short),
        ("range", "index4", "c = :v", "a=1 b=1 c=1", short), ("range", "index3", "c = :v", "a=1 b=1 d=1", short),
        ("hash", nil, "z = :v", "b=1", short), ("range", nil, "z = :v", "b=1 c=1", short),
        ("hash", nil, "z = :v", "a#1", mismatch), ("range", nil, "z = :v", "a#1 b=1", mismatch),
        ("range", nil, "a = :v", "a=1 c=1", short), ("range", nil, "a = :v", "a=1 b#1", mismatch),
        ("range", "index1", "a = :v", "a=1 b=1 d=1", short), ("range", "index1", "a = :v", "a=1 b=1 c#1", mismatch),
        ("range", "index3", "c = :v", "a=1 b=1 c#1", mismatch),
        ("range", "index4", "c = :v", "a=1 b=1 c=1 d#1", mismatch),
        ("hash", nil, "z = :v", "a=1", "Query condition missed key schema element: a"),
        // The table's key in an index's starting key.
        ("range", "index1", "a = :v", "a=1 b#1 c=1", long), ("range", "index3", "c = :v", "a#1 b=1 c=1", long),
        ("range", "index4", "c = :v", "a=1 b#1 c=1 d=1", long), ("range", "index3", "c = :v", "a=1 d=1 c=1", long),
        // Where the query cannot have ended.
        ("hash", nil, "a = :v", "a=2", outside), ("range", nil, "a = :v", "a=2 b=1", outside),
        ("range", "index1", "a = :v", "a=2 b=1 c=1", outside), ("range", "index3", "c = :v", "a=1 b=1 c=2", outside),
        ("range", nil, "a = :v AND b < :v", "a=1 b=2", predicate),
        ("range", nil, "a = :v AND b > :v", "a=1 b=1", predicate),
        ("range", nil, "a = :v AND b >= :v", "a=1 b=0", predicate),
        ("range", nil, "a = :v AND b <= :v", "a=1 b=2", predicate),
        ("range", nil, "a = :v AND b = :v", "a=1 b=2", predicate),
        ("range", nil, "a = :v AND b < :v", "a=2 b=2", predicate),
        ("range", nil, "a = :v AND begins_with(b, :v)", "a=1 b=21", predicate),
        ("range", nil, "a = :v AND b BETWEEN :v AND :v", "a=1 b=2", predicate),
        ("range", "index4", "c = :v AND d < :v", "a=1 b=1 c=1 d=1", predicate),
        ("range", nil, "a = :v AND b < :v", "a=2 b=0", oneRow),
        ("range", "index4", "c = :v AND d = :v", "a=1 b=1 c=2 d=1", oneRow),
    ]

    private static let scans: [(table: String, index: String?, key: String, message: String)] = [
        ("hash", nil, "a=1 b=1", long), ("hash", nil, "b=1", long), ("hash", nil, "a#1", long),
        ("range", nil, "a=1", long), ("range", nil, "a=1 c=1", long), ("range", nil, "a=1 b#1", long),
        ("range", "index1", "a=1 b=1", short), ("range", "index1", "a=1 b=1 d=1", short),
        ("range", "index1", "a=1 b=1 c#1", mismatch), ("range", "index1", "a=1 b#1 c=1", long),
        ("range", "index3", "a=1 b=1", short), ("range", "index3", "a=1 b=1 d=1", short),
        ("range", "index3", "a=1 b=1 c#1", mismatch), ("range", "index3", "a#1 b=1 c=1", long),
        ("range", "index4", "a=1 b=1 c=1", short), ("range", "index4", "a=1 b=1 c=1 e=1", short),
        ("range", "index4", "a=1 b=1 c=1 d#1", mismatch), ("range", "index4", "a=1 d=1 c=1 e=1", long),
    ]

    private static let refusals: [Refusal] =
        queries.map { example in
            let index = example.index.map { #""IndexName":"\#($0)","# } ?? ""
            return .query(
                example.table,
                #"\#(index)"KeyConditionExpression":"\#(example.condition)","#
                    + #""ExpressionAttributeValues":{":v":{"S":"1"}},\#(key(example.key))"#, example.message)
        }
        + scans.map { example in
            let index = example.index.map { #""IndexName":"\#($0)","# } ?? ""
            return .scan(example.table, index + key(example.key), example.message)
        }
        + [
            .scan(
                "hash", key("a=3635") + #","Segment":1,"TotalSegments":2"#,
                "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with "
                    + "correct Segment. TotalSegments: 2 Segment: 1")
        ]

    @Test(arguments: refusals)
    func refused(_ refusal: Refusal) throws {
        try ReadTables().refuses(refusal.operation, refusal.body, refusal.message)
    }

    /// An item that is gone is as good a place to go on from as any. Recorded by Alternator's tests.
    @Test func itemOfTheStartingKeyMayBeGone() throws {
        let tables = ReadTables()
        tables.put("range", ["1", "3", "5"].map { #"{"a":{"S":"a"},"b":{"S":"\#($0)"}}"# })
        let condition = #""KeyConditionExpression":"a = :a","ExpressionAttributeValues":{":a":{"S":"a"}}"#
        for (backwards, expected) in [("", ["5"]), (#","ScanIndexForward":false"#, ["3", "1"])] {
            let page = try tables.page(
                "Query",
                #"{"TableName":"range",\#(condition),"ExclusiveStartKey":{"a":{"S":"a"},"b":{"S":"4"}}\#(backwards)}"#)
            #expect(page.texts("b") == expected)
        }
        let page = try tables.page(
            "Scan", #"{"TableName":"range","ExclusiveStartKey":{"a":{"S":"a"},"b":{"S":"2"}}}"#)
        #expect(page.texts("b") == ["3", "5"])
    }
}
