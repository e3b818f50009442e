import Testing

@testable import Entities

/// What is written as DynamoDB writes it, and in order, is read by short cuts; whatever the bytes are, they may not make a difference.
@Suite("Short cuts in reading JSON")
struct ShortCutTests {
    /// An item as the service writes it: no white space, members in some order, sometimes with others among them or some missing.
    private static func item(_ generator: inout SplitMix64) throws -> [UInt8] {
        var attributes = try EncodedItem(Bool.random(using: &generator) ? Sample.full : Sample()).attributes
        for name in ["_entity", "a", "activf", "gsi1pk", "zz", "a name of more than sixteen letters"]
        where Int.random(in: 0..<3, using: &generator) == 0 {
            attributes[name] = [.string("x"), .number(17), .null, ["y": [true, "z"]]].randomElement(using: &generator)
        }
        if let name = attributes.keys.sorted().randomElement(using: &generator), Bool.random(using: &generator) {
            attributes[name] = nil
        }
        var members = attributes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: members.shuffle(using: &generator)
        case 1: members.swapAt(.random(in: members.indices, using: &generator), members.count - 1)
        default: break
        }
        var json = JSONWriter()
        json.beginObject()
        for (name, value) in members {
            json.key(name)
            json.value(value)
        }
        json.endObject()
        return json.bytes
    }

    private static func damage(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
        let interesting = [UInt8]("{}[]\",:\\ SNLMB0-.\u{E9}".utf8)
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            let position = Int.random(in: bytes.indices, using: &generator)
            let byte = interesting.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[position] = byte
            case 1: bytes.insert(byte, at: position)
            case 2: bytes.swapAt(position, .random(in: bytes.indices, using: &generator))
            default: bytes.remove(at: position)
            }
        }
    }

    @Test("in order or by the index, an item is the same record, or none", arguments: 0..<20 as Range<UInt64>)
    func order(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<150 {
            var bytes = try Self.item(&generator)
            Self.damage(&bytes, &generator)
            let inOrder = Result { () throws(AttributeError) in
                try JSONReader.read(bytes) { (json) throws(AttributeError) in try json.record(Sample.self) }
            }
            let byIndex = Result { () throws(AttributeError) in
                try JSONReader.read(bytes) { (json) throws(AttributeError) in
                    json.index.pointee.isAlwaysNeeded = true
                    return try json.record(Sample.self)
                }
            }
            switch (inOrder, byIndex) {
            case (.success(let left), .success(let right)): #expect(left == right)
            // With two defects, either may be found first.
            case (.failure, .failure): break
            default: Issue.record("\(inOrder), \(byIndex): \(String(decoding: bytes, as: UTF8.self))")
            }
            guard let item = try? EncodedItem(json: bytes) else { continue }
            let packed = Result { () throws(AttributeError) in try item.decode(as: Sample.self) }
            #expect(inOrder == packed, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test("a page goes on by the index behind an item out of order")
    func pages() throws {
        let (forth, back) = (#"{"a":{"N":"1"},"c":{"N":"3"}}"#, #"{"c":{"N":"3"},"a":{"N":"1"}}"#)
        struct Three: ItemDecodable, Equatable {
            let a: Int
            let b: Int?
            let c: Int

            init(from item: inout ItemReader) throws(AttributeError) {
                a = try item.read("a")
                b = try item.read("b")
                c = try item.read("c")
            }
        }
        let page = "[" + [forth, back, forth, back, back].joined(separator: ",") + "]"
        let records = try JSONReader.read([UInt8](page.utf8)) { (json) throws(AttributeError) in
            try json.records(Three.self, count: .max)
        }
        #expect(records.map(\.a) == [1, 1, 1, 1, 1])
        #expect(records.map(\.b) == [nil, nil, nil, nil, nil])
        #expect(records.map(\.c) == [3, 3, 3, 3, 3])
    }

    @Test("a plain text is the one that is found by the long way", arguments: 0..<8 as Range<UInt64>)
    func texts(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let interesting = [UInt8]("\"\\\u{1F}\u{7F}\u{E9}a".utf8)
        for count in 0..<400 {
            var bytes = [UInt8("\"".utf8.first ?? 0)] + (0..<count % 50).map { _ in UInt8(ascii: "a") }
            if Bool.random(using: &generator) {
                bytes.append(interesting.randomElement(using: &generator) ?? 0)
            }
            bytes += [UInt8](
                "\"}, and more, so that there is a block".utf8.prefix(.random(in: 0..<30, using: &generator)))
            bytes.withUnsafeBufferPointer { bytes in
                var (short, long) = (ByteCursor(bytes), ByteCursor(bytes))
                guard let plain = short.plainText() else {
                    #expect(short.at == long.at)
                    return
                }
                let text = try? long.quotedText()
                #expect(text?.hasEscapes == false)
                #expect(text.map { Array($0.bytes) } == Array(plain))
                #expect(short.at == long.at)
                #expect(plain.allSatisfy { $0 < 0x80 })
            }
        }
    }
}
