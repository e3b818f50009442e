import Entities
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
    static func read<T>(_ text: String, _ body: (inout JSONReader) throws(JSONError) -> T) throws -> T {
        try JSONReader.read([UInt8](text.utf8), body)
    }

    @Test(
        "integers",
        arguments: [
            ("0", 0), ("-0", 0), ("12", 12), ("-12", -12), ("9223372036854775807", Int.max),
            ("-9223372036854775808", .min),
        ])
    func integers(text: String, expected: Int) throws {
        #expect(try Self.read(text) { json throws(JSONError) in try json.int() } == expected)
    }

    @Test(
        "floating point",
        arguments: [("0", 0), ("-1.5", -1.5), ("1e3", 1000), ("1E-2", 0.01), ("12.25e+1", 122.5)] as [(String, Double)])
    func doubles(text: String, expected: Double) throws {
        #expect(try Self.read(text) { json throws(JSONError) in try json.double() } == expected)
    }

    @Test(
        "what is no number of JSON's",
        arguments: ["", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x1", "NaN", "Infinity", "1 2", "--1", "1_0"])
    func noNumbers(text: String) {
        #expect(throws: AttributeError.self) { try Self.read(text) { json throws(JSONError) in try json.double() } }
        #expect(throws: AttributeError.self) { try Self.read(text) { json throws(JSONError) in try json.int() } }
        #expect(throws: AttributeError.self) { try Self.read("[\(text.isEmpty ? "," : text)]") { _ in } }
    }

    @Test("numbers that do not fit", arguments: ["9223372036854775808", "1.5", "1e2"])
    func tooLarge(text: String) {
        #expect(throws: AttributeError.self) { try Self.read(text) { json throws(JSONError) in try json.int() } }
    }

    @Test("a number that is too large for a Double")
    func infinite() {
        #expect(throws: AttributeError.self) { try Self.read("1e999") { json throws(JSONError) in try json.double() } }
    }

    @Test("members are given in order, and what is not read is skipped")
    func members() throws {
        let text =
            #" { "a" : [ 1 , { "x" : [ ] } ] , "b" : "text" , "c" : { } , "d" : null , "" : true , "e" : -1.5e3 } "#
        var names: [String] = []
        var b: String?
        try Self.read(text) { json throws(JSONError) in
            try json.object { name, json throws(JSONError) in
                names.append(name)
                if name == "b" { b = try json.string() }
            }
        }
        #expect(names == ["a", "b", "c", "d", "", "e"])
        #expect(b == "text")
    }

    @Test("elements are read or skipped")
    func elements() throws {
        let numbers = try Self.read("[1,\"x\",[2],3]") { json throws(JSONError) in
            var numbers: [Int] = []
            try json.array { json throws(JSONError) in
                if try json.kind() == .number { numbers.append(try json.int()) }
            }
            return numbers
        }
        #expect(numbers == [1, 3])
    }

    @Test("null is read where it stands")
    func nulls() throws {
        let values = try Self.read("[null,1,null]") { json throws(JSONError) in
            var values: [Int?] = []
            try json.array { json throws(JSONError) in
                values.append(try json.nullIfPresent() ? nil : try json.int())
            }
            return values
        }
        #expect(values == [nil, 1, nil])
        #expect(throws: AttributeError.self) {
            try Self.read("nul") { json throws(JSONError) in try json.nullIfPresent() }
        }
    }

    @Test("the text of a value can be taken as it is")
    func raw() throws {
        let raw = try Self.read(#"{"a": [1, {"b":2}] }"#) { json throws(JSONError) in
            var raw: [UInt8] = []
            try json.object { _, json throws(JSONError) in raw = try json.rawValue() }
            return raw
        }
        #expect(String(decoding: raw, as: UTF8.self) == #"[1, {"b":2}]"#)
    }

    @Test(
        "the kind of a value is known from its start",
        arguments: [
            ("{}", .object), ("[]", .array), ("\"\"", .string), ("-1", .number), ("7", .number), ("true", .bool),
            ("false", .bool), ("null", .null),
        ] as [(String, JSONReader.Kind)])
    func kinds(text: String, kind: JSONReader.Kind) throws {
        #expect(try Self.read(text) { json throws(JSONError) in try json.kind() } == kind)
    }

    @Test("nesting has an end, however it is read")
    func nesting() throws {
        func nest(_ json: inout JSONReader) throws(JSONError) {
            try json.array { json throws(JSONError) in try nest(&json) }
        }
        let shallow = String(repeating: "[", count: 90) + String(repeating: "]", count: 90)
        try Self.read(shallow) { json throws(JSONError) in try nest(&json) }
        try Self.read(shallow) { json throws(JSONError) in try json.skip() }
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: AttributeError.self) { try Self.read(deep) { json throws(JSONError) in try nest(&json) } }
        #expect(throws: AttributeError.self) { try Self.read(deep) { json throws(JSONError) in try json.skip() } }
        let objects = String(repeating: #"{"a":"#, count: 100_000)
        #expect(throws: AttributeError.self) { try Self.read(objects) { json throws(JSONError) in try json.skip() } }
    }

    @Test("an error names the byte and what was there")
    func errors() {
        let error = #expect(throws: AttributeError.self) { try Self.read(#"{"a":1 "b"}"#) { _ in } }
        #expect(error?.code == .malformed)
        #expect(error?.reason == "expected '}', found '\"' (byte 7)")
    }
}
