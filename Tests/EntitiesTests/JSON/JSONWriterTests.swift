import Entities
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
    @Test("commas come by themselves")
    func commas() {
        var json = JSONWriter()
        json.beginObject()
        json.key("a")
        json.value(1)
        json.key("b")
        json.beginArray()
        json.value("x")
        json.value(true)
        json.null()
        json.beginObject()
        json.endObject()
        json.beginArray()
        json.endArray()
        json.value(-1.5)
        json.endArray()
        json.key("c" as String)
        json.value(raw: Array("[0]".utf8))
        json.key("d")
        json.value(["k": 1] as EncodedItem)
        json.key("e")
        json.value(AttributeValue.bool(false))
        json.endObject()
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == #"{"a":1,"b":["x",true,null,{},[],-1.5],"c":[0],"d":{"k":{"N":"1"}},"e":{"BOOL":false}}"#)
    }

    @Test("raw text goes in as it is")
    func raw() {
        var json = JSONWriter()
        json.append(raw: #"{"TableName":"t","Limit":"#, needsComma: false)
        json.value(5)
        json.append(raw: Array(#","Key":{"#.utf8), needsComma: false)
        json.key("pk")
        json.value(AttributeValue.string("x"))
        json.append(raw: "}", needsComma: true)
        json.key("Last")
        json.null()
        json.endObject()
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == #"{"TableName":"t","Limit":5,"Key":{"pk":{"S":"x"}},"Last":null}"#)
    }

    @Test(
        "strings are escaped wherever the character stands",
        arguments: [
            ("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\r", #"\r"#), ("\t", #"\t"#), ("\u{8}", #"\b"#),
            ("\u{C}", #"\f"#), ("\0", #"\u0000"#), ("\u{1F}", #"\u001f"#), ("\u{10}", #"\u0010"#), ("/", "/"),
            ("ä", "ä"),
            ("🦀", "🦀"), ("\u{7F}", "\u{7F}"), ("\u{A2}\u{DC}", "\u{A2}\u{DC}"),
        ])
    func escapes(character: String, expected: String) throws {
        for before in 0...34 {
            for after in [0, 1, 7, 8, 9] {
                let (head, tail) = (String(repeating: "a", count: before), String(repeating: "b", count: after))
                var json = JSONWriter()
                json.value(head + character + tail)
                #expect(String(decoding: json.bytes, as: UTF8.self) == "\"\(head)\(expected)\(tail)\"")
                let back = try JSONReader.read(json.bytes) { json throws(JSONError) in try json.string() }
                #expect(back == head + character + tail)
            }
        }
    }

    @Test("integers of all lengths", arguments: [0, 9, 10, 99, 100, 12345, -1, -10, .max, .min])
    func integers(value: Int) {
        var json = JSONWriter()
        json.value(value)
        #expect(String(decoding: json.bytes, as: UTF8.self) == value.description)
    }

    @Test("what is not finite is null", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(value: Double) {
        var json = JSONWriter()
        json.value(value)
        #expect(json.bytes == [UInt8]("null".utf8))
    }
}
