import Testing

/// Answers recorded on the service: dynalite's `batchWriteItem`; dynamodb-conformance's `tier1/batchWriteItem`,
/// `tier3/error-messages/batchWriteItem`, `tier3/error-messages/indexKeyValues` and `tier3/limits/batchLimits`; Alternator's `test_batch`.
@Suite("Recorded answers: BatchWriteItem")
struct BatchWriteItemTests {
    private static func write(_ tables: String, _ options: String = "") -> String {
        #"{"RequestItems":{\#(tables)}\#(options)}"#
    }

    private static func put(_ item: String) -> String { #"{"PutRequest":{"Item":\#(item)}}"# }
    private static func delete(_ key: String) -> String { #"{"DeleteRequest":{"Key":\#(key)}}"# }

    private static func refused(_ tables: String, _ message: String) -> Recorded {
        Recorded(.invalid("BatchWriteItem", write(tables), message))
    }

    static let duplicates = "Provided list of item keys contains duplicates"
    static let several =
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"
    static let tooLarge = "Item size has exceeded the maximum allowed size"
    static let emptyIndexKey =
        "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The "
        + "AttributeValue for a key attribute cannot contain an empty"

    static let refusals: [Recorded] = [
        // dynamodb-conformance, the same in all regions in August 2026.
        refused("", "The requestItems parameter is required for BatchWriteItem"),
        refused(#""abc":[{}]"#, several),
        refused(#""abc":[\#(put(#"{"a":{"S":"1"}}"#)),{}]"#, several),
        Recorded(
            .notFound(
                "BatchWriteItem",
                write(
                    #""abc":[\#((0..<25).map { put(#"{"a":{"S":"\#($0)"}}"#) }.joined(separator: ","))]"#))),
        // That the table is not there comes before keys that are there twice, and after the values.
        Recorded(
            .notFound(
                "BatchWriteItem", write(#""abc":[\#(put(#"{"a":{"S":"1"}}"#)),\#(delete(#"{"a":{"S":"1"}}"#))]"#))),
        Recorded(.notFound("BatchWriteItem", write(#""abc":[\#(put("{}"))]"#))),
        Recorded(
            .notFound(
                "BatchWriteItem",
                write(#""abc":[\#(put(#"{"a":{"S":"1"},"b":{"S":"\#(String(repeating: "a", count: 409_597))"}}"#))]"#))),
        refused(
            #""abc":[\#(put(#"{"a":{"S":"1"},"b":{"S":"\#(String(repeating: "a", count: 409_598))"}}"#))]"#, tooLarge),
        // Of all tables the values come first.
        refused(
            #""abc":[\#(put("{}"))],"hash":[\#(put(#"{"a":{"S":"1"},"b":{"S":"\#(String(repeating: "a", count: 409_598))"}}"#))]"#,
            tooLarge),
        refused(
            #""abc":[\#(put(#"{"a":{"SS":["a","a"]}}"#))]"#,
            "One or more parameter values were invalid: Input collection [a, a] contains duplicates."),
        refused(#""hash":[\#(put(#"{"a":{"S":"1"}}"#)),\#(delete(#"{"a":{"S":"1"}}"#))]"#, duplicates),
        refused(#""hash":[\#(delete(#"{"a":{"S":"1"}}"#)),\#(put(#"{"a":{"S":"1"}}"#))]"#, duplicates),
        refused(#""hashN":[\#(put(#"{"a":{"N":"100"}}"#)),\#(put(#"{"a":{"N":"1e2"}}"#))]"#, duplicates),
        refused(#""range":[\#(put(#"{"a":{"S":"a"}}"#))]"#, BatchGetItemTests.mismatch),
        refused(
            #""hash":[\#(put(#"{"a":{"S":"\#(String(repeating: "a", count: 2049))"}}"#))]"#,
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes"
        ),
        refused(
            #""range":[\#(put(#"{"a":{"S":"a"},"b":{"S":"\#(String(repeating: "a", count: 1025))"}}"#))]"#,
            "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 "
                + "bytes"),
        refused(
            #""hash":[\#(put(#"{"a":{"S":""}}"#))]"#,
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string "
                + "value. Key: a"),
        refused(
            #""indexB":[\#(put(#"{"a":{"S":"1"},"bidx":{"B":""}}"#))]"#,
            "\(emptyIndexKey) binary value. IndexName: gsib, IndexKey: bidx"),
        refused(
            #""composite":[\#(put(#"{"pk":{"S":"1"},"sk":{"S":"a"},"lsi1sk":{"S":""}}"#))]"#,
            "\(emptyIndexKey) string value. IndexName: gsi1, IndexKey: lsi1sk"),
        refused(
            #""composite":[\#(put(#"{"pk":{"S":"1"},"sk":{"S":"a"},"lsi1sk":{"N":"5"}}"#))]"#,
            "One or more parameter values were invalid: Type mismatch for Index Key lsi1sk Expected: S Actual: N IndexName: gsi1"
        ),
        refused(
            #""composite":[\#(put(#"{"pk":{"S":"1"},"sk":{"S":"a"},"lsi1sk":{"L":[{"S":"x"}]}}"#))]"#,
            "One or more parameter values were invalid: Type mismatch for Index Key lsi1sk Expected: S Actual: L IndexName: gsi1"
        ),
    ]

    static let wrongKeys: [Recorded] = [
        "{}", #"{"b":{"S":"a"}}"#, #"{"a":{"B":"abcd"}}"#, #"{"a":{"N":"1"}}"#, #"{"a":{"BOOL":true}}"#,
        #"{"a":{"NULL":true}}"#, #"{"a":{"SS":["a"]}}"#, #"{"a":{"NS":["1"]}}"#, #"{"a":{"BS":["aaaa"]}}"#,
        #"{"a":{"M":{}}}"#, #"{"a":{"L":[]}}"#,
    ].flatMap { item in
        [put(item), delete(item)].map { refused(#""hash":[\#($0)]"#, BatchGetItemTests.mismatch) }
    }

    @Test(arguments: refusals + wrongKeys)
    func refusal(_ recorded: Recorded) { BatchTables().check(recorded) }

    @Test(arguments: [0, 26])
    func fromOneToTwentyFive(_ count: Int) {
        let writes = (0..<count).map { Self.put(#"{"a":{"S":"\#($0)"}}"#) }.joined(separator: ",")
        let (status, answer) = BatchTables().tables.ask("BatchWriteItem", Self.write(#""hash":[\#(writes)]"#))
        #expect(status == 400)
        #expect(answer.contains("1 validation error detected: Value '{hash=["))
        #expect(
            answer.contains(
                "]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have "
                    + "length less than or equal to 25, Member must have length greater than or equal to 1]"))
    }

    /// One bad write, and nothing is written.
    @Test(arguments: ["{}", #"{"a":{"N":"3"}}"#, #"{"a":{"S":"1"}}"#])
    func allOrNothingIsRefused(_ item: String) {
        let tables = BatchTables()
        let (status, _) = tables.tables.ask(
            "BatchWriteItem", Self.write(#""hash":[\#(Self.put(#"{"a":{"S":"1"}}"#)),\#(Self.put(item))]"#))
        #expect(status == 400)
        tables.check(Recorded(.ok("GetItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}}}"#)))
    }

    static let answers: [Recorded] = [
        Recorded(
            .ok("PutItem", #"{"TableName":"hash","Item":{"a":{"S":"1"},"c":{"S":"old"},"d":{"S":"old"}}}"#),
            .ok("PutItem", #"{"TableName":"range","Item":{"a":{"S":"1"},"b":{"S":"1"}}}"#),
            .ok(
                "BatchWriteItem",
                write(
                    #""hash":[\#(put(#"{"a":{"S":"1"},"c":{"S":"new"}}"#))],"range":[\#(delete(#"{"a":{"S":"1"},"b":{"S":"1"}}"#)),\#(put(#"{"a":{"S":"1"},"b":{"S":"2"},"e":{"SS":[""]}}"#))]"#
                ), #"{"UnprocessedItems":{}}"#),
            .ok(
                "GetItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}}}"#,
                #"{"Item":{"a":{"S":"1"},"c":{"S":"new"}}}"#),
            .ok("GetItem", #"{"TableName":"range","Key":{"a":{"S":"1"},"b":{"S":"1"}}}"#),
            .ok(
                "GetItem", #"{"TableName":"range","Key":{"a":{"S":"1"},"b":{"S":"2"}}}"#,
                #"{"Item":{"a":{"S":"1"},"b":{"S":"2"},"e":{"SS":[""]}}}"#)),
        // The same key in two tables is not the same item.
        Recorded(
            .ok(
                "BatchWriteItem",
                write(#""hash":[\#(put(#"{"a":{"S":"1"}}"#))],"indexB":[\#(put(#"{"a":{"S":"1"}}"#))]"#),
                #"{"UnprocessedItems":{}}"#)),
    ]

    /// 1 KB is a unit, one byte more two; deleting costs what was there, and nothing costs one unit.
    static let capacities: [Recorded] = [(0, 2), (1, 3)].flatMap { excess, units in
        let filler = String(repeating: "b", count: 1024 - 1 - 5 - 1 + excess)
        let puts =
            #""hash":[\#(put(#"{"a":{"S":"large"},"b":{"S":"\#(filler)"}}"#)),\#(put(#"{"a":{"S":"small"}}"#))],"hashN":[\#(put(#"{"a":{"N":"1"}}"#))]"#
        let deletes =
            #""hash":[\#(delete(#"{"a":{"S":"large"}}"#)),\#(delete(#"{"a":{"S":"small"}}"#))],"hashN":[\#(delete(#"{"a":{"N":"1"}}"#))]"#
        func answer(_ hash: Int, _ hasParts: Bool) -> String {
            func part(_ units: Int) -> String { hasParts ? #","Table":{"CapacityUnits":\#(units)}"# : "" }
            return
                #"{"UnprocessedItems":{},"ConsumedCapacity":[{"TableName":"hash","CapacityUnits":\#(hash)\#(part(hash))},"#
                + #"{"TableName":"hashN","CapacityUnits":1\#(part(1))}]}"#
        }
        return [("TOTAL", false), ("INDEXES", true)].map { detail, hasParts in
            let option = #","ReturnConsumedCapacity":"\#(detail)""#
            return Recorded(
                .ok("BatchWriteItem", write(puts, option), answer(units, hasParts)),
                .ok("BatchWriteItem", write(puts, option), answer(units, hasParts)),
                .ok("BatchWriteItem", write(deletes, option), answer(units, hasParts)),
                .ok("BatchWriteItem", write(deletes, option), answer(2, hasParts)))
        }
    }

    @Test(arguments: answers + capacities)
    func answer(_ recorded: Recorded) { BatchTables().check(recorded) }
}
