import Entities
import Foundation
import Testing

@Suite("Items in JSON")
struct ItemJSONTests {
    static func read<T>(_ json: some StringProtocol, as type: T.Type = T.self) throws -> T where T: ItemDecodable {
        try JSONReader.read([UInt8](json.utf8)) { json throws(JSONError) in try json.record(T.self) }
    }

    static func item(_ json: some StringProtocol) throws -> EncodedItem {
        try JSONReader.read([UInt8](json.utf8)) { json throws(JSONError) in try json.item() }
    }

    @Test("of all types come back from what is written", arguments: 0..<150)
    func roundTrip(seed: UInt64) throws {
        var random = RandomValues(seed: seed)
        let attributes = try random.attributes()
        let item = EncodedItem(attributes)
        #expect(try Self.item(item.description) == item)
    }

    @Test("are the same however they are spelled, read as an item, as a record or as values", arguments: 0..<150)
    func spelling(seed: UInt64) throws {
        var random = RandomValues(seed: seed)
        let attributes = try random.attributes()
        var json = RandomJSON(seed: seed)
        json.item(attributes)
        #expect(try Self.item(json.text) == EncodedItem(attributes))
        #expect(try Self.read(json.text, as: EncodedItem.self) == EncodedItem(attributes))
        var values = RandomJSON(seed: seed)
        values.value(.map(attributes))
        let value = try JSONReader.read([UInt8](values.text.utf8)) { json throws(JSONError) in
            try json.attributeValue()
        }
        #expect(value == .map(attributes))
    }

    @Test("a value prints in an item as it does alone", arguments: 0..<50)
    func values(seed: UInt64) throws {
        var random = RandomValues(seed: seed)
        let value = try random.value()
        var json = JSONWriter()
        json.value(value)
        #expect(String(decoding: json.bytes, as: UTF8.self) == value.description)
        var packed = JSONWriter()
        EncodedItem.packed(value).withUnsafeBufferPointer { packed.value(PackedValue($0)) }
        #expect(packed.bytes == json.bytes)
    }

    /// A random record.
    static func sample(_ random: inout RandomValues) throws -> Sample {
        var sample = Sample()
        sample.active = random.int(0...1) == 0
        if random.int(0...1) == 0 { sample.address = .init(city: random.text(), zip: random.int(-5...9)) }
        sample.blob = random.bytes()
        if random.int(0...1) == 0 {
            sample.expires = .init(timeIntervalSince1970: Double(random.int(0...2_000_000_000)))
        }
        for _ in 0..<random.int(0...3) { sample.history.append(.init(city: random.text())) }
        for _ in 0..<random.int(0...3) { sample.labels[random.text()] = random.text() }
        sample.name = random.text()
        sample.price = try random.number()
        sample.ratio = Double.random(in: -1e10...1e10, using: &random.numbers.generator)
        for _ in 0..<random.int(0...3) { sample.scores.insert(random.int(-300...300)) }
        sample.status = Sample.Status.allCases[random.int(0...2)]
        for _ in 0..<random.int(0...3) { sample.tags.insert(random.text()) }
        if random.int(0...1) == 0 { sample.title = random.text() }
        sample.views = random.int(Int.min...Int.max)
        return sample
    }

    @Test("straight to a record is the same as by way of an item", arguments: 0..<200)
    func directPath(seed: UInt64) throws {
        var random = RandomValues(seed: seed)
        let sample = try Self.sample(&random)
        var attributes = try EncodedItem(sample).attributes
        // What nobody asks for, index keys and the like.
        for _ in 0..<random.int(0...3) where random.int(0...1) == 0 {
            let name = random.text()
            if attributes[name] == nil { attributes[name] = try random.value() }
        }
        var json = RandomJSON(seed: seed)
        json.item(attributes)
        #expect(try Self.read(json.text) == sample)
        #expect(try Self.item(json.text).decode(as: Sample.self) == sample)
        #expect(try Self.read(EncodedItem(attributes).description) == sample)
    }

    @Test("a damaged record fails both ways with the same error", arguments: 0..<100)
    func directPathErrors(seed: UInt64) throws {
        var random = RandomValues(seed: seed)
        let sample = try Self.sample(&random)
        let names = [
            "active", "blob", "created", "history", "id", "labels", "name", "price", "scores", "status", "views",
        ]
        let name = names[random.int(0...(names.count - 1))]
        let item = try EncodedItem(sample).replacing([name: random.int(0...3) == 0 ? nil : try random.value()])
        let direct = Result { try Self.read(item.description, as: Sample.self) }
        let packed = Result { try item.decode(as: Sample.self) }
        switch (direct, packed) {
        case (.success(let direct), .success(let packed)): #expect(direct == packed)
        case (.failure(let direct), .failure(let packed)):
            #expect(direct as? AttributeError == packed as? AttributeError)
        default: Issue.record("\(direct) is not \(packed)")
        }
    }

    @Test("names are found though they are spelled with escapes, and backslashes are no escapes in names")
    func escapedNames() throws {
        struct Escaped: ItemDecodable {
            let value: Int
            let backslash: Int
            let newline: Int?

            init(from item: inout ItemReader) throws(AttributeError) {
                value = try item.read("a\"b")
                backslash = try item.read("a\\n")
                newline = try item.read("a\n")
            }
        }
        let record = try Self.read(#"{"a\"b":{"N":"1"},"a\n":{"N":"3"},"\u0061\\n":{"N":"2"}}"#, as: Escaped.self)
        #expect(record.value == 1)
        #expect(record.backslash == 2)
        #expect(record.newline == 3)
        let other = try Self.read(#"{"a\u0022b":{"N":"1"},"a\\n":{"N":"2"}}"#, as: Escaped.self)
        #expect(other.newline == nil)
    }

    @Test("empty sets are let through")
    func lenience() throws {
        #expect(try Self.item(#"{"a":{"SS":[]}}"#) == ["a": .stringSet([])])
    }

    @Test("a set with an element twice is refused", arguments: [#"{"NS":["1","2","1.0"]}"#, #"{"SS":["b","a","b"]}"#])
    func repeatedElements(value: String) {
        #expect(throws: AttributeError.self) { try Self.item(#"{"a":"# + value + "}") }
    }

    @Test(
        "what is no value is refused",
        arguments: [
            #"{"N":5}"#, #"{"N":""}"#, #"{"N":"x"}"#, #"{"N":"1 "}"#, #"{"N":"1e126"}"#, #"{"N":"NaN"}"#, #"{"S":5}"#,
            #"{"S":null}"#, #"{"S":true}"#, #"{"B":"A"}"#, #"{"B":"===="}"#, #"{"B":"AB CD"}"#, #"{"BOOL":"true"}"#,
            #"{"BOOL":1}"#, #"{"NULL":null}"#, #"{"SS":"a"}"#, #"{"SS":[1]}"#, #"{"NS":[1]}"#, #"{"NS":["a"]}"#,
            #"{"BS":["?"]}"#, #"{"L":{}}"#, #"{"L":["a"]}"#, #"{"M":[]}"#, #"{"M":{"a":1}}"#, #"{"X":"a"}"#,
            #"{"":"a"}"#,
            #"{"s":"a"}"#, #"{"SSS":"a"}"#, #"{}"#, #"{"S":"a","N":"1"}"#, #"{"S":"a",}"#, #"[]"#, #""a""#, "null", "1",
            #"{"NULL" true}"#, #"{"S":"a"]"#, #"{S:"a"}"#, #"{'S':'a'}"#, #"{"L":[{"S":"a"},]}"#, #"{"L":[,]}"#,
            #"{"M":{"a":{"S":"b"},"a":{"S":"c"}}}"#,
        ])
    func refused(value: String) {
        #expect(throws: AttributeError.self) { try Self.item(#"{"a":"# + value + "}") }
        #expect(throws: AttributeError.self) {
            try JSONReader.read([UInt8](value.utf8)) { json throws(JSONError) in
                let value = try json.attributeValue()
                // A repeated name is found where items are put together.
                if case .map = value { throw AttributeError(.duplicate, reason: "") }
            }
        }
    }

    @Test("nesting ends at DynamoDB's 32 levels, for a value that is read and for one that is skipped")
    func nesting() throws {
        func nested(_ levels: Int) -> String {
            #"{"a":"# + String(repeating: #"{"L":["#, count: levels) + #"{"S":"x"}"#
                + String(repeating: "]}", count: levels) + "}"
        }
        struct Skipping: ItemDecodable {
            init(from item: inout ItemReader) throws(AttributeError) {}
        }
        _ = try Self.item(nested(31))
        _ = try Self.read(nested(31), as: Skipping.self)
        for levels in [40, 1000, 100_000] {
            let json = nested(levels)
            let error = #expect(throws: AttributeError.self) { try Self.item(json) }
            #expect(error?.code == .nestingTooDeep)
        }
        #expect(throws: AttributeError.self) { try Self.read(nested(100_000), as: Skipping.self) }
        let open = String(repeating: "[", count: 1_000_000)
        #expect(throws: AttributeError.self) { try Self.item(#"{"a":"# + open) }
        #expect(throws: AttributeError.self) { try Self.read(#"{"a":"# + open, as: Skipping.self) }
    }
}
