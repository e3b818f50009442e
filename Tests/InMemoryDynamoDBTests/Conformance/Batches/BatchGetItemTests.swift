import Testing

/// Answers recorded on the service: dynalite's `batchGetItem`, where not said otherwise; dynamodb-conformance's `tier1/batchGetItem`,
/// `tier3/error-messages/batchGetItem` and `tier3/limits/batchLimits`; Alternator's `test_batch`.
@Suite("Recorded answers: BatchGetItem")
struct BatchGetItemTests {
    private static func get(_ tables: String, _ options: String = "") -> String {
        #"{"RequestItems":{\#(tables)}\#(options)}"#
    }

    private static func refused(_ tables: String, _ message: String) -> Recorded {
        Recorded(.invalid("BatchGetItem", get(tables), message))
    }

    static let mismatch = "The provided key element does not match the schema"
    static let mixed =
        "Can not use both expression and non-expression parameters in the same request: "
        + "Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}"

    static let refusals: [Recorded] = [
        // The wording that dynamodb-conformance pins since August 2026; some regions have an older one.
        refused(
            "",
            "1 validation error detected: Value at 'RequestItems' failed to satisfy constraint: Member must have length "
                + "greater than or equal to 1"),
        refused(
            #""abc":{"Keys":[\#(keys(101))]}"#,
            "1 validation error detected: Value at 'RequestItems.abc.member.Keys' failed to satisfy constraint: Member must "
                + "have length less than or equal to 100"),
        refused(
            #""a.b-c":{"Keys":[\#(keys(101))]}"#,
            "1 validation error detected: Value at 'RequestItems.a.b-c.member.Keys' failed to satisfy constraint: Member "
                + "must have length less than or equal to 100"),
        refused(
            #""abc":{"Keys":[\#(keys(100))]},"abd":{"Keys":[{"a":{"S":"100"}}]}"#,
            "Too many items requested for the BatchGetItem call"),
        refused(
            #""abc":{"Keys":[{}],"AttributesToGet":["a"],"ExpressionAttributeNames":{},"ProjectionExpression":""}"#,
            mixed),
        refused(#""hash":{"Keys":[{"a":{"S":"x"}}],"AttributesToGet":["a"],"ProjectionExpression":"a"}"#, mixed),
        // conformance: each table by itself would be right.
        refused(
            #""hash":{"Keys":[{"a":{"S":"x"}}],"ProjectionExpression":"a"},"range":{"Keys":[{"a":{"S":"x"},"b":{"S":"z"}}],"AttributesToGet":["a"]}"#,
            mixed),
        refused(
            #""abc":{"Keys":[{}],"AttributesToGet":["a"],"ExpressionAttributeNames":{}}"#,
            "ExpressionAttributeNames can only be specified when using expressions"),
        refused(
            #""abc":{"Keys":[{}],"ExpressionAttributeNames":{},"ProjectionExpression":""}"#,
            "ExpressionAttributeNames must not be empty"),
        refused(
            #""abc":{"Keys":[{}],"ExpressionAttributeNames":{"a":"a"},"ProjectionExpression":""}"#,
            #"ExpressionAttributeNames contains invalid key: Syntax error; key: "a""#),
        refused(
            #""abc":{"Keys":[{}],"ProjectionExpression":""}"#,
            "Invalid ProjectionExpression: The expression can not be empty;"),
        // Expressions come before keys that are there twice, and those come before the table that is not there.
        refused(
            #""abc":{"Keys":[{"a":{"S":"1"}},{"a":{"S":"1"}}],"ProjectionExpression":""}"#,
            "Invalid ProjectionExpression: The expression can not be empty;"),
        refused(
            #""abc":{"Keys":[{"a":{"S":"1"},"b":{"N":"1"}},{"b":{"N":"1.0"},"a":{"S":"1"}}]}"#,
            "Provided list of item keys contains duplicates"),
        refused(
            #""hashN":{"Keys":[{"a":{"N":"100"}},{"a":{"N":"1e2"}}]}"#,
            "Provided list of item keys contains duplicates"),
        refused(
            #""abc":{"Keys":[{"a":{"S":"1"}},{"a":{"S":"2"}},{"a":{"S":"1"}}],"AttributesToGet":["a","a"]}"#,
            "One or more parameter values were invalid: Duplicate value in attribute name: a"),
        Recorded(.notFound("BatchGetItem", get(#""abc":{"Keys":[{}]}"#))),
        Recorded(.notFound("BatchGetItem", get(#""abc":{"Keys":[\#(keys(100))]}"#))),
        refused(
            #""abc":{"Keys":[{"a":{}}]}"#,
            "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
        refused(
            #""abc":{"Keys":[{"a":{"S":"a","N":"1"}}]}"#,
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"
        ),
        refused(
            #""abc":{"Keys":[{"a":{"N":"1e126"}}]}"#,
            "Number overflow. Attempting to store a number with magnitude larger than supported range"),
        refused(
            #""hash":{"Keys":[{"a":{"S":"\#(String(repeating: "a", count: 2049))"}}]}"#,
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes"
        ),
        refused(
            #""range":{"Keys":[{"a":{"S":"a"},"b":{"S":"\#(String(repeating: "a", count: 1025))"}}]}"#,
            "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 "
                + "bytes"),
        refused(#""range":{"Keys":[{"a":{"S":"a"}}]}"#, mismatch),
        refused(
            #""hashB":{"Keys":[{"a":{"B":""}}]}"#,
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty binary "
                + "value. Key: a"),
        // conformance: projections are refused for the whole batch, whatever the other tables ask.
        refused(
            #""hash":{"Keys":[{"a":{"S":"1"}}],"ProjectionExpression":"c, c"},"range":{"Keys":[{"a":{"S":"1"},"b":{"S":"z"}}],"ProjectionExpression":"c"}"#,
            "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these "
                + "paths; path one: [c], path two: [c]"),
        refused(
            ##""hash":{"Keys":[{"a":{"S":"1"}}],"ProjectionExpression":"#a, #b","ExpressionAttributeNames":{"#a":"c","#b":"c"}}"##,
            "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these "
                + "paths; path one: [c], path two: [c]"),
        refused(
            #""hash":{"Keys":[{"a":{"S":"1"}}],"ProjectionExpression":"c, c.d"}"#,
            "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these "
                + "paths; path one: [c], path two: [c, d]"),
    ]

    static let wrongKeys: [Recorded] = [
        "{}", #"{"b":{"S":"a"}}"#, #"{"a":{"S":"a"},"b":{"S":"a"}}"#, #"{"a":{"B":"abcd"}}"#, #"{"a":{"N":"1"}}"#,
        #"{"a":{"BOOL":true}}"#, #"{"a":{"NULL":true}}"#, #"{"a":{"SS":["a"]}}"#, #"{"a":{"NS":["1"]}}"#,
        #"{"a":{"BS":["aaaa"]}}"#, #"{"a":{"M":{}}}"#, #"{"a":{"L":[]}}"#,
    ].map { refused(#""hash":{"Keys":[\#($0)]}"#, mismatch) }

    @Test(arguments: refusals + wrongKeys)
    func refusal(_ recorded: Recorded) { BatchTables().check(recorded) }

    private static let stored = Recorded.Step.ok(
        "BatchWriteItem",
        #"{"RequestItems":{"hash":[{"PutRequest":{"Item":{"a":{"S":"1"},"b":{"N":"1"},"c":{"S":"c"}}}},{"PutRequest":{"Item":{"a":{"S":"2"}}}}]}}"#,
        #"{"UnprocessedItems":{}}"#)

    static let answers: [Recorded] = [
        // A table of which nothing is found has an empty list.
        Recorded(
            .ok(
                "BatchGetItem",
                get(#""hash":{"Keys":[{"a":{"S":"0"}}]},"range":{"Keys":[{"a":{"S":"0"},"b":{"S":"0"}}]}"#),
                #"{"Responses":{"hash":[],"range":[]},"UnprocessedKeys":{}}"#)),
        Recorded(
            stored,
            .ok(
                "BatchGetItem", get(#""hash":{"Keys":[{"a":{"S":"0"}},{"a":{"S":"2"}}],"ConsistentRead":true}"#),
                #"{"Responses":{"hash":[{"a":{"S":"2"}}]},"UnprocessedKeys":{}}"#)),
    ]

    /// An item of which the projection leaves nothing is answered as an item without attributes.
    static let projections: [Recorded] = [
        #""AttributesToGet":["b","c"]"#, #""ProjectionExpression":"b, c""#,
        ##""ProjectionExpression":"#b, #c","ExpressionAttributeNames":{"#b":"b","#c":"c"}"##,
    ].map {
        Recorded(
            stored,
            .ok(
                "BatchGetItem", get(#""hash":{"Keys":[{"a":{"S":"1"}},{"a":{"S":"0"}},{"a":{"S":"2"}}],\#($0)}"#),
                #"{"Responses":{"hash":[{"b":{"N":"1"},"c":{"S":"c"}},{}]},"UnprocessedKeys":{}}"#))
    }

    /// An item of just 4 KB, and one that is larger by what dynalite's test has it; half a unit each, more where they are larger.
    static let capacities: [Recorded] = [
        (0, "", 1.5, 0.5), (1, "", 2, 0.5), (0, #","ConsistentRead":true"#, 3, 1),
        (1, #","ConsistentRead":true"#, 4, 1),
    ].flatMap { excess, consistent, hash, number in
        let filler = String(repeating: "b", count: 4096 - 1 - 5 - 1 + excess)
        let put = Recorded.Step.ok(
            "PutItem", #"{"TableName":"hash","Item":{"a":{"S":"large"},"b":{"S":"\#(filler)"}}}"#)
        let small = Recorded.Step.ok("PutItem", #"{"TableName":"hash","Item":{"a":{"S":"small"}}}"#)
        let tables =
            #""hash":{"Keys":[{"a":{"S":"large"}},{"a":{"S":"small"}},{"a":{"S":"none"}}],"ProjectionExpression":"a"\#(consistent)},"#
            + #""hashN":{"Keys":[{"a":{"N":"1"}}]\#(consistent)}"#
        return [
            ("TOTAL", "", ""),
            ("INDEXES", #","Table":{"CapacityUnits":\#(text(hash))}"#, #","Table":{"CapacityUnits":\#(text(number))}"#),
        ]
        .map { detail, ofHash, ofNumber in
            Recorded(
                put, small,
                .ok(
                    "BatchGetItem", get(tables, #","ReturnConsumedCapacity":"\#(detail)""#),
                    #"{"Responses":{"hash":[{"a":{"S":"large"}},{"a":{"S":"small"}}],"hashN":[]},"UnprocessedKeys":{},"#
                        + #""ConsumedCapacity":[{"TableName":"hash","CapacityUnits":\#(text(hash))\#(ofHash)},"#
                        + #"{"TableName":"hashN","CapacityUnits":\#(text(number))\#(ofNumber)}]}"#))
        }
    }

    private static func text(_ units: Double) -> String { units == units.rounded() ? "\(Int(units))" : "\(units)" }

    @Test(arguments: answers + projections + capacities)
    func answer(_ recorded: Recorded) { BatchTables().check(recorded) }

    /// The limit is documented as 16 MB; 42 items of 400,000 bytes are more. What is not read can be sent as it is.
    @Test func whatDoesNotFitIsAskedForAgain() {
        let tables = BatchTables()
        let filler = String(repeating: "b", count: 399_990)
        for index in 10..<52 {
            tables.check(
                Recorded(.ok("PutItem", #"{"TableName":"hash","Item":{"a":{"S":"\#(index)"},"b":{"S":"\#(filler)"}}}"#))
            )
        }
        let keys = (10..<52).map { #"{"a":{"S":"\#($0)"}}"# }
        let first = keys.prefix(41).map { _ in "{}" }.joined(separator: ",")
        tables.check(
            Recorded(
                .ok(
                    "BatchGetItem",
                    Self.get(
                        ##""hash":{"Keys":[\##(keys.joined(separator: ","))],"ConsistentRead":true,"ProjectionExpression":"#c","ExpressionAttributeNames":{"#c":"c"}}"##
                    ),
                    ##"{"Responses":{"hash":[\##(first)]},"UnprocessedKeys":{"hash":{"Keys":[\##(keys[41])],"ConsistentRead":true,"ProjectionExpression":"#c","ExpressionAttributeNames":{"#c":"c"}}}}"##
                )))
    }
}
