import Testing

/// What Query and Scan answer, and what it takes. Recorded by dynalite's, Alternator's and the dynamodb-conformance suites.
@Suite("Conformance: answers of Query and Scan")
struct ReadResultTests {
    private static func tables() -> ReadTables {
        let tables = ReadTables()
        let long = String(repeating: "x", count: 4096)
        tables.put(
            "range",
            [("1", "9"), ("2", "8"), ("3", "7")].map { b, d in
                #"{"a":{"S":"a"},"b":{"S":"\#(b)"},"c":{"S":"c"},"d":{"S":"\#(d)"},"e":{"S":"e"},"f":{"S":"\#(b == "1" ? "f" : long)"}}"#
            })
        return tables
    }

    private static let table = #""KeyConditionExpression":"a = :v","ExpressionAttributeValues":{":v":{"S":"a"}}"#
    private static let global = #""KeyConditionExpression":"c = :v","ExpressionAttributeValues":{":v":{"S":"c"}}"#

    /// The names of the attributes that come back of the first item.
    @Test(arguments: [
        ("", table, "a b c d e f"), (#","IndexName":"index1""#, table, "a b c d e f"),
        (#","IndexName":"index2""#, table, "a b c d"), (#","IndexName":"index4""#, global, "a b c d e"),
        (#","IndexName":"index2","Select":"ALL_PROJECTED_ATTRIBUTES""#, table, "a b c d"),
        (#","IndexName":"index2","Select":"ALL_ATTRIBUTES""#, table, "a b c d e f"),
        (#","IndexName":"index3","Select":"ALL_ATTRIBUTES""#, global, "a b c d e f"),
        (#","IndexName":"index2","ProjectionExpression":"e""#, table, "e"),
        (#","IndexName":"index2","FilterExpression":"e <> :v""#, table, "a b c d"),
        (#","IndexName":"index2","FilterExpression":"e <> :v","Select":"ALL_ATTRIBUTES""#, table, "a b c d e f"),
        (#","IndexName":"index4","ProjectionExpression":"e,a","Select":"SPECIFIC_ATTRIBUTES""#, global, "a e"),
        (#","ProjectionExpression":"z""#, table, ""),
    ])
    func attributes(_ parameters: String, _ condition: String, _ names: String) throws {
        let page = try Self.tables().page("Query", #"{"TableName":"range",\#(condition)\#(parameters)}"#)
        let items = try #require(page.members["Items"] as? [[String: Any]])
        #expect(items.count == 3)
        for item in items { #expect(item.keys.sorted().joined(separator: " ") == names) }
    }

    /// Units of the whole, the table, and the index.
    @Test(
        arguments: [
            ("", table, 1.5, 1.5, nil, nil), (#","ConsistentRead":true"#, table, 3, 3, nil, nil),
            (#","Select":"COUNT""#, table, 1.5, 1.5, nil, nil),
            (#","ProjectionExpression":"b""#, table, 1.5, 1.5, nil, nil),
            (#","FilterExpression":"e = :v""#, table, 1.5, 1.5, nil, nil), (#","Limit":1"#, table, 0.5, 0.5, nil, nil),
            (#","IndexName":"index2","ConsistentRead":true"#, table, 1, 0, "LocalSecondaryIndexes", 1),
            (
                #","IndexName":"index2","Select":"ALL_ATTRIBUTES","ConsistentRead":true"#, table, 6, 5,
                "LocalSecondaryIndexes", 1
            ),
            (#","IndexName":"index2","ProjectionExpression":"f""#, table, 3, 2.5, "LocalSecondaryIndexes", 0.5),
            (#","IndexName":"index4""#, global, 0.5, 0, "GlobalSecondaryIndexes", 0.5),
            (#","IndexName":"index3""#, global, 1.5, 0, "GlobalSecondaryIndexes", 1.5),
        ] as [(String, String, Double, Double, String?, Double?)])
    func capacity(
        _ parameters: String, _ condition: String, _ total: Double, _ ofTable: Double, _ kind: String?,
        _ ofIndex: Double?
    ) throws {
        let tables = Self.tables()
        let body = #"{"TableName":"range",\#(condition)\#(parameters),"ReturnConsumedCapacity":"#
        let members = try tables.page("Query", body + #""INDEXES"}"#).members
        let capacity = try #require(members["ConsumedCapacity"] as? [String: Any])
        #expect(capacity["CapacityUnits"] as? Double == total)
        #expect((capacity["Table"] as? [String: Double]) == ["CapacityUnits": ofTable])
        for name in ["LocalSecondaryIndexes", "GlobalSecondaryIndexes"] {
            let indexes = capacity[name] as? [String: [String: Double]]
            #expect(indexes?.values.first == (name == kind ? ofIndex.map { ["CapacityUnits": $0] } : nil))
        }
        let plain = try tables.page("Query", body + #""TOTAL"}"#).members["ConsumedCapacity"] as? [String: Any]
        #expect(plain?.keys.sorted() == ["CapacityUnits", "TableName"])
        #expect(try tables.page("Query", body + #""NONE"}"#).members["ConsumedCapacity"] == nil)
    }

    @Test func nothingFoundTakesTheLeast() throws {
        let tables = ReadTables()
        for (consistent, units) in [("true", 1.0), ("false", 0.5)] {
            let parameters = #""ConsistentRead":\#(consistent),"ReturnConsumedCapacity":"TOTAL""#
            let query = try tables.page("Query", #"{"TableName":"range",\#(Self.table),\#(parameters)}"#)
            let scan = try tables.page("Scan", #"{"TableName":"range",\#(parameters)}"#)
            for page in [query, scan] {
                #expect(page.capacity == units)
                #expect(page.count == 0)
                #expect(page.hasItems)
            }
        }
    }

    /// A count has no items, whether it finds some or not.
    @Test func countsHaveNoItems() throws {
        let tables = Self.tables()
        for (key, count) in [("a", 3), ("z", 0)] {
            let page = try tables.page(
                "Query",
                #"{"TableName":"range","Select":"COUNT","KeyConditionExpression":"a = :v","#
                    + #""ExpressionAttributeValues":{":v":{"S":"\#(key)"}}}"#)
            #expect(page.count == count)
            #expect(!page.hasItems)
        }
    }

    @Test(arguments: [
        Refusal.query(
            "range", table + #","IndexName":"index4","ConsistentRead":true"#,
            "Consistent reads are not supported on global secondary indexes"),
        .scan(
            "range", #""IndexName":"index4","ConsistentRead":true"#,
            "Consistent reads are not supported on global secondary indexes"),
        .scan("range", #""IndexName":"none""#, "The table does not have the specified index: none"),
        .query(
            "range", global + #","IndexName":"index4","Select":"ALL_ATTRIBUTES""#,
            "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global "
                + "secondary index index4 because its projection type is not ALL"),
        .scan(
            "range", #""IndexName":"index4","Select":"ALL_ATTRIBUTES""#,
            "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global "
                + "secondary index index4 because its projection type is not ALL"),
        .query("range", table + #","FilterExpression":"b = :v""#, filter + "b"),
        .query("range", table + #","FilterExpression":"b = :v OR a = :v""#, filter + "a"),
        .query("range", global + #","FilterExpression":"d = :v","IndexName":"index4""#, filter + "d"),
        .query("range", table + #","ProjectionExpression":"b.x","FilterExpression":"b = :v""#, scalars + "Key: b"),
        .query("range", table + #","FilterExpression":"d[0] = :v""#, scalars + "IndexKey: d"),
        .query("range", table + #","ProjectionExpression":"d.x""#, scalars + "IndexKey: d"),
        .scan("range", #""ProjectionExpression":"d.x,a.x""#, scalars + "Key: a"),
        .scan("hash", #""FilterExpression":"attribute_exists(a.x)""#, scalars + "Key: a"),
    ])
    func refused(_ refusal: Refusal) throws {
        try ReadTables().refuses(refusal.operation, refusal.body, refusal.message)
    }

    private static let filter =
        "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
    private static let scalars =
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: "
}
