import Entities
import Foundation
import Testing

/// Parts of keys, read back from their texts.
@Suite("Reading key texts")
struct KeyTextReaderTests {
    /// A type of a user's own that says how it is read.
    struct Cents: Hashable, KeyPart {
        var value: Int64

        init(_ value: Int64) { self.value = value }

        func write(to key: inout KeyText) { key.append(integer: value, width: 5) }

        init(reading key: inout KeyTextReader) throws(AttributeError) { value = try key.integer(width: 5) }
    }

    /// One that does not.
    struct Opaque: Hashable, KeyPart {
        func write(to key: inout KeyText) { key.append(literal: "x") }
    }

    struct Entry: Hashable, ItemDecodable {
        var name: String
        var cents: Cents
        var number: Number

        init(name: String, cents: Int64, tenths: Int) {
            (self.name, self.cents) = (name, Cents(cents))
            number = Number("\(tenths)E-1") ?? 0
        }

        init(from item: inout ItemReader) throws(AttributeError) {
            (name, cents, number) = try item.keyParts("sk", "A#\(.whole)|\(.whole)\(.fixedPoint(width: 2, scale: 1))#")
        }
    }

    struct OpaqueEntry: ItemDecodable {
        var part: Opaque

        init(from item: inout ItemReader) throws(AttributeError) { part = try item.keyPart("sk", "\(.whole)") }
    }

    @Test(
        "What was written is read",
        arguments: [
            Entry(name: "", cents: 0, tenths: 0), Entry(name: "a|b#%25", cents: -99_999, tenths: -999),
            Entry(name: "日本|", cents: 99_999, tenths: 1), Entry(name: "|", cents: -1, tenths: -1),
        ])
    func roundTrip(_ entry: Entry) throws {
        let key: KeyText = "A#\(entry.name, before: "|")|\(entry.cents)\(entry.number, width: 2, scale: 1)#"
        #expect(try EncodedItem(["sk": .string(key.text)]).decode(as: Entry.self) == entry)
    }

    @Test(
        "Other texts are refused with the name of the key attribute",
        arguments: [
            "", "A#", "A#a", "A#a|", "A#a|0000100.0", "A#a|0000100.0#x", "A#a|0000100,0#", "A#a|00001-00.0",
            "B#a|0000100.0#",
            "A#a|-0000a99.9#", "A#a%4|0000100.0#", "A#a%zz|0000100.0#", "A#a%C3|0000100.0#",
        ])
    func refused(_ text: String) throws {
        let error = #expect(throws: AttributeError.self) {
            try EncodedItem(["sk": .string(text)]).decode(as: Entry.self)
        }
        #expect(error?.path == "sk")
    }

    @Test("A type that does not say how it is read cannot be")
    func unreadable() throws {
        let error = #expect(throws: AttributeError.self) {
            try EncodedItem(["sk": "x"]).decode(as: OpaqueEntry.self)
        }
        #expect(error?.reason.contains("Opaque cannot be read from a key") == true)
    }
}
