import Entities
import Testing

@Suite struct AttributeValueTests {
    @Test("Literals give the values they look like")
    func literals() {
        let value: AttributeValue = ["s": "x", "n": -5, "b": true, "l": [1, nil], "m": [:], "e": []]
        #expect(
            value
                == .map([
                    "s": .string("x"), "n": .number(-5), "b": .bool(true), "l": .list([.number(1), .null]),
                    "m": .map([:]),
                    "e": .list([]),
                ]))
        #expect((["a": 1, "a": 2] as AttributeValue) == .map(["a": .number(2)]))
    }

    static let described: [(AttributeValue, AttributeType, String)] = [
        ("x", .string, #"{"S":"x"}"#), (12, .number, #"{"N":"12"}"#), (.binary([0, 255]), .binary, #"{"B":"AP8="}"#),
        (true, .bool, #"{"BOOL":true}"#), (nil, .null, #"{"NULL":true}"#),
        (.stringSet(["z", "a", "\u{FFFD}", "\u{1F600}", "é"]), .stringSet, #"{"SS":["a","z","é","�","😀"]}"#),
        (.numberSet([10, 9, -1]), .numberSet, #"{"NS":["-1","9","10"]}"#),
        (.binarySet([[2], [1, 1], [1]]), .binarySet, #"{"BS":["AQ==","AQE=","Ag=="]}"#),
        (["a", 1], .list, #"{"L":[{"S":"a"},{"N":"1"}]}"#),
        (["b": 1, "a": ["c": false]], .map, #"{"M":{"a":{"M":{"c":{"BOOL":false}}},"b":{"N":"1"}}}"#),
        ("a\"b\\c\n\r\t\u{1}/é", .string, #"{"S":"a\"b\\c\n\r\t\u0001/é"}"#), ([], .list, #"{"L":[]}"#),
        ([:], .map, #"{"M":{}}"#),
    ]

    @Test("Values print as DynamoDB's JSON, in a fixed order", arguments: described)
    func description(value: AttributeValue, type: AttributeType, text: String) {
        #expect(value.description == text)
        #expect(value.type == type)
    }

    @Test("Types have DynamoDB's names")
    func types() {
        #expect(
            AttributeType.allCases.map(\.rawValue) == ["S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "L", "M"])
        #expect(AttributeType(rawValue: "SS") == .stringSet)
        #expect("\(AttributeType.number)" == "N")
    }

    @Test("Equal numbers are equal values, however they were written")
    func numbers() throws {
        let thousand = AttributeValue.number(try Number(parsing: "1e3"))
        #expect(thousand == 1000)
        #expect(AttributeValue.numberSet([try Number(parsing: "1.0"), 1]) == .numberSet([1]))
    }
}
