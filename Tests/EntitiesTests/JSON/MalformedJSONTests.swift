import Entities
import Testing

/// What comes from a server may be anything; the only wrong answer is a crash.
@Suite("Malformed JSON")
struct MalformedJSONTests {
    /// A response with a page of items.
    static let page: [UInt8] = {
        var json = JSONWriter()
        json.beginObject()
        json.key("Count")
        json.value(2)
        json.key("Items")
        json.beginArray()
        for sample in [Sample.full, Sample()] {
            if let item = try? EncodedItem(sample) { json.value(item) }
        }
        json.endArray()
        json.key("LastEvaluatedKey")
        json.value(["pk": "TENANT#acme", "sk": 17, "b": .binary([1, 2, 3, 4])] as EncodedItem)
        json.key("ConsumedCapacity")
        json.beginObject()
        json.key("CapacityUnits")
        json.value(0.5)
        json.endObject()
        json.endObject()
        return json.bytes
    }()

    enum Road: CaseIterable { case records, items, values, skipping }

    /// Reads a page; the result is of no interest.
    static func read(_ bytes: [UInt8], by road: Road) throws(AttributeError) {
        try JSONReader.read(bytes) { json throws(JSONError) in
            try json.object { name, json throws(JSONError) in
                switch (name, road) {
                case ("Count", _): _ = try json.int()
                case ("Items", .records):
                    try json.array { json throws(JSONError) in _ = try json.record(Sample.self) }
                case ("Items", .items): try json.array { json throws(JSONError) in _ = try json.item() }
                case ("Items", .values):
                    try json.array { json throws(JSONError) in
                        try json.object { _, json throws(JSONError) in _ = try json.attributeValue() }
                    }
                case ("LastEvaluatedKey", .records): _ = try json.record(EncodedItem.self)
                case ("ConsumedCapacity", .items):
                    try json.object { _, json throws(JSONError) in _ = try json.double() }
                default: break
                }
            }
        }
    }

    @Test("a page is read to its end", arguments: Road.allCases)
    func whole(road: Road) throws {
        try Self.read(Self.page, by: road)
        try Self.read([0x20, 0x0A] + Self.page + [0x0D, 0x09], by: road)
    }

    @Test("cut off anywhere is an error", arguments: Road.allCases)
    func truncated(road: Road) {
        for count in 0..<Self.page.count {
            let error = #expect(throws: AttributeError.self) { try Self.read([UInt8](Self.page[..<count]), by: road) }
            #expect(error?.code != .missingAttribute, "at \(count)")
        }
    }

    @Test("anything behind the value is an error", arguments: ["x", "}", ",", "{}", "\0"], Road.allCases)
    func trailing(text: String, road: Road) {
        let error = #expect(throws: AttributeError.self) { try Self.read(Self.page + [UInt8](text.utf8), by: road) }
        #expect(error?.code == .malformed)
    }

    @Test("bytes changed, lost and added never crash", arguments: Road.allCases, 0..<8)
    func damaged(road: Road, seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let interesting = [UInt8]("{}[]\",:\\u0019tfn-. eE".utf8) + [0, 0x1F, 0x80, 0xC0, 0xED, 0xFF]
        var failures = 0
        for _ in 0..<400 {
            var page = Self.page
            for _ in 0...Int.random(in: 0...2, using: &generator) {
                let position = Int.random(in: 0..<page.count, using: &generator)
                let byte =
                    Bool.random(using: &generator)
                    ? interesting[Int.random(in: 0..<interesting.count, using: &generator)]
                    : UInt8.random(in: 0...255, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: page[position] = byte
                case 1: page.insert(byte, at: position)
                default: page.remove(at: position)
                }
            }
            do throws(AttributeError) { try Self.read(page, by: road) } catch { failures += 1 }
        }
        // Most places are such that a change is noticed.
        #expect(failures > 100)
    }

    @Test("garbage is an error", arguments: 0..<20)
    func garbage(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            for road in Road.allCases {
                #expect(throws: AttributeError.self) { try Self.read(bytes, by: road) }
            }
        }
    }

    @Test(
        "in strings is refused, wherever the string ends",
        arguments: [
            [0x00], [0x0A], [0x1F], [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28],
            [0xE0, 0x80, 0x80],
            [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0xA6],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [UInt8]("\\x".utf8), [UInt8]("\\u12".utf8),
            [UInt8]("\\u12G4".utf8), [UInt8]("\\uD800".utf8), [UInt8]("\\uDC00".utf8), [UInt8]("\\uD83E\\u0041".utf8),
            [UInt8]("\\uD83E\\n".utf8), [UInt8]("\\uD83Eabcdef".utf8), [UInt8]("\\".utf8),
        ] as [[UInt8]])
    func strings(content: [UInt8]) {
        for padding in 0...16 {
            let text = [0x22] + [UInt8](repeating: 0x61, count: padding) + content + [UInt8]("xyz\"".utf8)
            let error = #expect(throws: AttributeError.self) {
                try JSONReader.read(text) { json throws(JSONError) in try json.string() }
            }
            #expect(error?.code == .malformed)
            let value = [UInt8](#"{"a":{"S":"#.utf8) + text + [UInt8]("}}".utf8)
            #expect(throws: AttributeError.self) {
                try JSONReader.read(value) { json throws(JSONError) in try json.item() }
            }
        }
    }

    @Test("well-formed strings of all kinds are understood, wherever they end")
    func goodStrings() throws {
        let pairs = [
            (#"\u0041\u00e4\u20AC\uD83E\uDD80"#, "Aä€🦀"), (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"),
            ("ä€🦀\u{7F}", "ä€🦀\u{7F}"),
            ("\u{FFFF}\u{10FFFF}", "\u{FFFF}\u{10FFFF}"), (#"\u0000"#, "\0"), ("", ""),
        ]
        for (json, expected) in pairs {
            for padding in 0...16 {
                let prefix = String(repeating: "a", count: padding)
                for suffix in ["", "z", "12345678"] {
                    let text = try JSONReader.read([UInt8]("\"\(prefix)\(json)\(suffix)\"".utf8)) {
                        json throws(JSONError) in try json.string()
                    }
                    #expect(text == prefix + expected + suffix)
                }
            }
        }
    }
}
