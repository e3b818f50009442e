import Testing

/// Items and keys: what may be in them, and what the service says first. Recorded by dynalite's and the 2026 conformance suite's tests.
@Suite("Conformance: items and keys")
struct ItemTests {
    private static let invalid = "One or more parameter values were invalid: "
    private static let noValue =
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"

    /// Values that are none, and why.
    private static let values: [(String, String)] = [
        ("{}", noValue), (#"{"a":""}"#, noValue), (#"{"M":{"a":{}}}"#, noValue), (#"{"L":[{}]}"#, noValue),
        (#"{"L":[{"a":{}}]}"#, noValue),
        (#"{"NULL":"no"}"#, invalid + "Null attribute value types must have the value of true"),
        (#"{"NULL":false}"#, invalid + "Null attribute value types must have the value of true"),
        (#"{"SS":[]}"#, invalid + "An string set  may not be empty"),
        (#"{"NS":[]}"#, invalid + "An number set  may not be empty"),
        (#"{"BS":[]}"#, invalid + "Binary sets should not be empty"),
        (#"{"M":{"x":{"L":[{"BS":[]}]}}}"#, invalid + "Binary sets should not be empty"),
        (#"{"SS":["a","a"]}"#, invalid + "Input collection [a, a] contains duplicates."),
        (#"{"SS":["",""]}"#, invalid + "Input collection [, ] contains duplicates."),
        (#"{"BS":["Yg==","Yg=="]}"#, invalid + "Input collection [Yg==, Yg==]of type BS contains duplicates."),
        (#"{"S":"","N":""}"#, "The parameter cannot be converted to a numeric value"),
        (#"{"S":"a","N":"b"}"#, "The parameter cannot be converted to a numeric value: b"),
        (#"{"NS":["1",""]}"#, "The parameter cannot be converted to a numeric value"),
        (#"{"NS":["1","b"]}"#, "The parameter cannot be converted to a numeric value: b"),
        (#"{"NS":["1","1.0"]}"#, "Input collection contains duplicates"),
        (
            #"{"N":"123456789012345678901234567890123456789"}"#,
            "Attempting to store more than 38 significant digits in a Number"
        ),
        (
            #"{"N":"-1.23456789012345678901234567890123456789"}"#,
            "Attempting to store more than 38 significant digits in a Number"
        ),
        (
            #"{"N":"-1e126"}"#,
            "Number overflow. Attempting to store a number with magnitude larger than supported range"
        ),
        (
            #"{"N":"1e-131"}"#,
            "Number underflow. Attempting to store a number with magnitude smaller than supported range"
        ),
        (
            #"{"S":"a","N":"1"}"#,
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"
        ),
    ]

    @Test(arguments: values)
    func valuesThatAreNone(_ value: String, _ message: String) {
        let placeholders = #""ExpressionAttributeNames":{},"ExpressionAttributeValues":{}"#
        let condition = #""ConditionExpression":"",\#(placeholders)"#
        ItemTables().check(
            Recorded(
                .invalid("GetItem", #"{"TableName":"abc","Key":{"a":\#(value)},"AttributesToGet":["a","a"]}"#, message),
                .invalid("PutItem", #"{"TableName":"abc","Item":{"a":\#(value)},\#(condition)}"#, message),
                .invalid(
                    "PutItem", #"{"TableName":"abc","Item":{"a":\#(value)},"ReturnValues":"ALL_NEW"}"#, message),
                .invalid("PutItem", #"{"TableName":"abc","Item":{"a":\#(value)},"Expected":{"a":{}}}"#, message),
                .invalid("DeleteItem", #"{"TableName":"abc","Key":{"a":\#(value)},\#(condition)}"#, message),
                .invalid(
                    "UpdateItem", #"{"TableName":"abc","Key":{"a":\#(value)},\#(condition),"UpdateExpression":""}"#,
                    message),
                .invalid(
                    "UpdateItem",
                    #"{"TableName":"abc","Key":{"a":\#(value)},"Expected":{"a":{}},"AttributeUpdates":{"a":{"x":"y"}}}"#,
                    message)))
    }

    @Test(arguments: [
        "{}", #"{"b":{"S":"a"}}"#, #"{"a":{"S":"a"},"b":{"S":"a"}}"#, #"{"a":{"B":"abcd"}}"#, #"{"a":{"N":"1"}}"#,
        #"{"a":{"BOOL":true}}"#, #"{"a":{"NULL":true}}"#, #"{"a":{"SS":["a"]}}"#, #"{"a":{"NS":["1"]}}"#,
        #"{"a":{"BS":["aaaa"]}}"#, #"{"a":{"M":{}}}"#, #"{"a":{"L":[]}}"#,
    ])
    func keysThatDoNotMatch(_ key: String) {
        let message = "The provided key element does not match the schema"
        for operation in ["GetItem", "UpdateItem", "DeleteItem"] {
            ItemTables().check(
                Recorded(
                    .notFound(operation, #"{"TableName":"none","Key":\#(key)}"#),
                    .invalid(operation, #"{"TableName":"hash","Key":\#(key)}"#, message),
                    .invalid(operation, #"{"TableName":"range","Key":{"a":{"S":"a"}}}"#, message)))
        }
    }

    @Test(arguments: ["B:abcd", "N:1", "BOOL:true", "NULL:true", "SS:a", "NS:1", "BS:aaaa", "M", "L"])
    func keysOfItemsThatDoNotMatch(_ value: String) {
        let parts = value.split(separator: ":").map(String.init)
        let json: String =
            switch parts[0] {
            case "BOOL", "NULL": parts[1]
            case "SS", "NS", "BS": #"["\#(parts[1])"]"#
            case "M": "{}"
            case "L": "[]"
            default: #""\#(parts[1])""#
            }
        ItemTables().check(
            Recorded(
                .invalid(
                    "PutItem", #"{"TableName":"hash","Item":{"a":{"\#(parts[0])":\#(json)}}}"#,
                    Self.invalid + "Type mismatch for key a expected: S actual: \(parts[0])")))
    }

    @Test func keysOfItemsThatAreMissing() {
        ItemTables().check(
            Recorded(
                .notFound("PutItem", #"{"TableName":"none","Item":{}}"#),
                .invalid("PutItem", #"{"TableName":"hash","Item":{}}"#, Self.invalid + "Missing the key a in the item"),
                .invalid(
                    "PutItem", #"{"TableName":"range","Item":{"a":{"S":"a"}}}"#,
                    Self.invalid + "Missing the key b in the item"),
                .invalid(
                    "PutItem", #"{"TableName":"range","Item":{"a":{"S":"a"},"b":{"S":"a"},"c":{"N":"1"}}}"#,
                    Self.invalid + "Type mismatch for Index Key c Expected: S Actual: N IndexName: index1"),
                .invalid(
                    "PutItem", #"{"TableName":"range","Item":{"a":{"S":"a"},"b":{"S":"a"},"c":{"L":[]}}}"#,
                    Self.invalid + "Type mismatch for Index Key c Expected: S Actual: L IndexName: index1"),
                .invalid(
                    "PutItem", #"{"TableName":"range","Item":{"a":{"S":"a"},"b":{"S":"a"},"d":{"S":""}}}"#,
                    "One or more parameter values are not valid. A value specified for a secondary index key is not "
                        + "supported. The AttributeValue for a key attribute cannot contain an empty string value. "
                        + "IndexName: index2, IndexKey: d")))
    }

    @Test func keysThatAreEmpty() {
        let message =
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an "
        for (operation, member) in [
            ("PutItem", "Item"), ("GetItem", "Key"), ("UpdateItem", "Key"), ("DeleteItem", "Key"),
        ] {
            ItemTables().check(
                Recorded(
                    .invalid(
                        operation, #"{"TableName":"hash","\#(member)":{"a":{"S":""}}}"#,
                        message + "empty string value. Key: a"),
                    .invalid(
                        operation, #"{"TableName":"binary","\#(member)":{"a":{"S":"a"},"b":{"B":""}}}"#,
                        message + "empty binary value. Key: b")))
        }
    }

    @Test func keysThatAreTooLong() {
        let (hash, range) = (String(repeating: "x", count: 2049), String(repeating: "x", count: 1025))
        for (operation, member) in [
            ("PutItem", "Item"), ("GetItem", "Key"), ("UpdateItem", "Key"), ("DeleteItem", "Key"),
        ] {
            ItemTables().check(
                Recorded(
                    .invalid(
                        operation, #"{"TableName":"hash","\#(member)":{"a":{"S":"\#(hash)"}}}"#,
                        Self.invalid + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
                    .ok(
                        operation, #"{"TableName":"hash","\#(member)":{"a":{"S":"\#(hash.dropLast())"}}}"#,
                        operation == "GetItem" ? #"{}"# : "{}"),
                    .invalid(
                        operation, #"{"TableName":"range","\#(member)":{"a":{"S":"a"},"b":{"S":"\#(range)"}}}"#,
                        Self.invalid + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes")))
        }
    }

    /// The size of an item with the key `a` and other attributes, without the text `b`; it fits with as much text as is left.
    @Test(
        arguments: [
            ("", 1 + 1 + 1), (#","cc":{"S":"cc"}"#, 1 + 1 + 1 + 4),
            (#","c":{"N":"\#(String(repeating: "1", count: 38) + String(repeating: "0", count: 88))"}"#, 3 + 1 + 20),
            (#","c":{"N":"1\#(String(repeating: "0", count: 125))"}"#, 3 + 1 + 2),
            (#","c":{"N":"11111\#(String(repeating: "0", count: 121))"}"#, 3 + 1 + 4),
            (#","c":{"N":"1111111\#(String(repeating: "0", count: 119))"}"#, 3 + 1 + 5),
        ] as [(String, Int)])
    func sizes(_ others: String, _ size: Int) {
        let fits = String(repeating: "a", count: 409_600 - size)
        ItemTables().check(
            Recorded(
                .notFound("PutItem", #"{"TableName":"none","Item":{"a":{"S":"1"},"b":{"S":"\#(fits)"}\#(others)}}"#),
                .invalid(
                    "PutItem",
                    #"{"TableName":"none","Item":{"a":{"S":"1"},"b":{"S":"a\#(fits)"}\#(others)},"Expected":{"a":{}}}"#,
                    "Item size has exceeded the maximum allowed size")))
    }

    @Test func nesting() {
        func nested(_ levels: Int) -> String {
            String(repeating: #"{"M":{"n":"#, count: levels) + #"{"S":"leaf"}"# + String(repeating: "}}", count: levels)
        }
        let tables = ItemTables()
        tables.check(Recorded(.ok("PutItem", #"{"TableName":"hash","Item":{"a":{"S":"1"},"d":\#(nested(31))}}"#)))
        let deep = tables.refusal("PutItem", #"{"TableName":"hash","Item":{"a":{"S":"1"},"d":\#(nested(32))}}"#)
        #expect(
            deep == "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond "
                + "supported limit")
        let update = #""UpdateExpression":"SET t = :t","ConditionExpression":"e = :deep""#
        func body(_ levels: Int) -> String {
            #"{"TableName":"hash","Key":{"a":{"S":"1"}},\#(update),"ExpressionAttributeValues":{":t":{"S":"y"},":deep":\#(nested(levels))}}"#
        }
        tables.check(Recorded(.failedCondition("UpdateItem", body(31))))
        #expect(tables.refusal("UpdateItem", body(32)).contains("Nesting Levels have exceeded supported limits"))
    }

    @Test(
        arguments: [
            ("+5", "5"), ("+1.5", "1.5"), ("+0", "0"), ("-0", "0"), ("+0.0", "0"), ("+1e2", "100"), ("1e+2", "100"),
            ("1.5E+3", "1500"), ("+.5", "0.5"), (".5", "0.5"), ("5.", "5"), ("1.", "1"), ("1.e5", "100000"),
            ("00042", "42"),
            ("+1e-2", "0.01"), ("1.23E10", "12300000000"), ("0e125", "0"), ("3.1400", "3.14"),
            ("0000012345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
            ("-00001.23456789012345678901234567890123456780000", "-1.2345678901234567890123456789012345678"),
            (
                "0009.99999999999999999999999999999999999990000e125",
                String(repeating: "9", count: 38) + String(repeating: "0", count: 88)
            ),
            ("-0001.000e-130", "-0." + String(repeating: "0", count: 129) + "1"),
        ] as [(String, String)])
    func numbers(_ written: String, _ stored: String) {
        ItemTables().check(
            Recorded(
                .ok("PutItem", #"{"TableName":"number","Item":{"a":{"S":"1"},"b":{"N":"\#(written)"}}}"#),
                .ok(
                    "GetItem", #"{"TableName":"number","Key":{"a":{"S":"1"},"b":{"N":"\#(stored)"}}}"#,
                    #"{"Item":{"a":{"S":"1"},"b":{"N":"\#(stored)"}}}"#)))
    }

    @Test(arguments: [
        "+e2", "e2", "+1+2", "1+2", "+1.2.3", "1.2.3", "++5", "+-5", "-+5", "+", "-", "1e", "1e+", ".", "1.2e3.4",
        "0x5", "NaN",
        "Infinity", "1_000", " 5", "5 ", "1 5", "-NaN", "dog",
    ])
    func textsThatAreNoNumbers(_ text: String) {
        ItemTables().check(
            Recorded(
                .invalid(
                    "PutItem", #"{"TableName":"hash","Item":{"a":{"S":"1"},"n":{"N":"\#(text)"}}}"#,
                    "The parameter cannot be converted to a numeric value: \(text)")))
    }

    @Test func valuesOfAllTypesComeBack() {
        let item =
            #"{"a":{"S":"1"},"b":{"N":"-56.789"},"c":{"B":"Yg=="},"d":{"BOOL":false},"e":{"NULL":true},"f":{"SS":[""]},"g":{"NS":["-56.789"]},"h":{"BS":[""]},"i":{"L":[{"S":""},{"N":"1"},{"B":""},{"BOOL":true},{"NULL":true},{"SS":["a"]},{"L":[]},{"M":{}}]},"j":{"M":{"a":{"S":"a"},"i":{"L":[]},"j":{"M":{"a":{"M":{}}}}}},"s\u0000":{"S":"\u0000"}}"#
        ItemTables().check(
            Recorded(
                .ok("PutItem", #"{"TableName":"hash","Item":\#(item)}"#),
                .ok(
                    "GetItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}},"ConsistentRead":true}"#,
                    #"{"Item":\#(item)}"#),
                .ok(
                    "DeleteItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}},"ReturnValues":"ALL_OLD"}"#,
                    #"{"Attributes":\#(item)}"#),
                .ok("GetItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}}}"#),
                .ok("DeleteItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}}}"#)))
    }

    @Test func namesMayBeLong() {
        let name = String(repeating: "x", count: 65_535)
        let names = ##""ExpressionAttributeNames":{"#n":"\##(name)"}"##
        let key = #""TableName":"hash","Key":{"a":{"S":"1"}}"#
        let tables = ItemTables()
        tables.check(
            Recorded(
                .ok("PutItem", #"{"TableName":"hash","Item":{"a":{"S":"1"},"\#(name)":{"N":"1"}}}"#),
                .ok(
                    "GetItem", ##"{\##(key),"ProjectionExpression":"#n",\##(names)}"##,
                    #"{"Item":{"\#(name)":{"N":"1"}}}"#),
                .ok("GetItem", #"{\#(key),"AttributesToGet":["\#(name)"]}"#, #"{"Item":{"\#(name)":{"N":"1"}}}"#)))
        for (operation, body) in [
            ("PutItem", #"{"TableName":"hash","Item":{"a":{"S":"1"},"x\#(name)":{"N":"1"}}}"#),
            ("GetItem", ##"{\##(key),"ProjectionExpression":"#n",\##(names.replacing(":\"x", with: ":\"xx"))}"##),
            ("UpdateItem", #"{\#(key),"AttributeUpdates":{"x\#(name)":{"Value":{"N":"1"}}}}"#),
        ] { #expect(tables.refusal(operation, body).contains("65536")) }
    }
}
