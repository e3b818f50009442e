import Entities
import Foundation
import Testing

/// Where a reader's bytes are.
enum ItemFormat: CaseIterable {
    case packed, json, jsonReversed

    /// Reads an item in this format.
    func read<T: ItemDecodable>(_ item: EncodedItem, as type: T.Type = T.self) throws -> T {
        if self == .packed { return try item.decode() }
        var json = JSONWriter()
        json.beginObject()
        let attributes = item.attributes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (name, value) in self == .json ? attributes : attributes.reversed() {
            json.key(name)
            json.value(value)
        }
        json.endObject()
        return try JSONReader.read(json.bytes) { json throws(JSONError) in try json.record(T.self) }
    }
}

@Suite("Reading an item's attributes")
struct ItemReaderTests {
    static let item: EncodedItem = ["a": 1, "b": 2, "c": 3, "d": 4, "e": 5]

    struct Asked: ItemDecodable {
        @TaskLocal static var names: [String] = []
        let values: [Int?]

        init(from item: inout ItemReader) throws(AttributeError) {
            var values: [Int?] = []
            for name in Asked.names { values.append(try item.read(name)) }
            self.values = values
        }
    }

    static let orders: [[String]] = [
        [], ["a", "b", "c", "d", "e"], ["e", "d", "c", "b", "a"], ["b", "d"], ["c", "a", "x", "e"],
        ["0", "a", "aa", "z"],
        ["a", "a", "a"], ["c", "c", "a", "a", "e", "e"], ["a", "b", "x", "a", "b"], ["x", "y"], ["e", "a"],
        ["d", "", "d", "e", "zz", "a"],
    ]

    @Test("works in any order and any number of times", arguments: ItemFormat.allCases, orders)
    func order(format: ItemFormat, names: [String]) throws {
        let expected = names.map { ["a": 1, "b": 2, "c": 3, "d": 4, "e": 5][$0] }
        let asked = try Asked.$names.withValue(names) { try format.read(Self.item, as: Asked.self) }
        #expect(asked.values == expected)
    }

    struct Known: ItemDecodable {
        let seen: [Bool]
        let b: Int

        init(from item: inout ItemReader) throws(AttributeError) {
            seen = [item.contains("a"), item.contains("x"), item.contains("e"), item.contains("b"), item.contains("b")]
            b = try item.read("b")
        }
    }

    @Test("tells what is there without reading it", arguments: ItemFormat.allCases)
    func contains(format: ItemFormat) throws {
        let known: Known = try format.read(Self.item)
        #expect(known.seen == [true, false, true, true, true])
        #expect(known.b == 2)
    }

    struct Fallback: ItemDecodable {
        let text: String
        let next: Int

        init(from item: inout ItemReader) throws(AttributeError) {
            do throws(AttributeError) {
                text = try item.read("b")
            } catch {
                let number: Int = try item.read("b")
                text = "\(number)"
            }
            next = try item.read("c")
        }
    }

    @Test("goes on after an error that is caught", arguments: ItemFormat.allCases)
    func recovery(format: ItemFormat) throws {
        let record: Fallback = try format.read(Self.item)
        #expect(record.text == "2")
        #expect(record.next == 3)
    }

    struct Either: AttributeConvertible {
        let text: String

        init(from value: inout AttributeReader) throws(AttributeError) {
            // A record that reads half of the map and fails, then the same map otherwise.
            do throws(AttributeError) {
                let address: Sample.Address = try value.item()
                text = address.city
            } catch {
                let map: [String: AttributeValue] = try [String: AttributeValue](from: &value)
                text = map.keys.sorted().joined(separator: ",")
            }
        }

        func write(to value: inout AttributeWriter) throws(AttributeError) { value.write(text) }
    }

    struct Pair: ItemDecodable {
        let first: Either
        let second: [Either]

        init(from item: inout ItemReader) throws(AttributeError) {
            second = try item.read("second")
            first = try item.read("first")
        }
    }

    @Test("a value may be tried as one thing and then as another", arguments: ItemFormat.allCases)
    func attempts(format: ItemFormat) throws {
        let item: EncodedItem = [
            "first": ["zip": 1, "a": 2], "second": [["city": "Bern"], ["zip": 2], ["city": 1, "zip": "x"]],
        ]
        let pair: Pair = try format.read(item)
        #expect(pair.first.text == "a,zip")
        #expect(pair.second.map(\.text) == ["Bern", "zip", "city,zip"])
    }

    @Test("other attributes do not disturb", arguments: ItemFormat.allCases)
    func extras(format: ItemFormat) throws {
        let extras: [String: AttributeValue] = [
            "": "x", "zzz": ["deep": ["er": [1, .null, .stringSet(["]}", "\""])]]], "activf": 1, "gsi1pk": "A#1",
            "nam": true,
        ]
        let item = try EncodedItem(Sample.full).replacing(extras.mapValues { $0 })
        #expect(try format.read(item, as: Sample.self) == .full)
    }

    @Test("of records within records in another order", arguments: ItemFormat.allCases)
    func nested(format: ItemFormat) throws {
        #expect(try format.read(EncodedItem(.full as Sample), as: Sample.self) == .full)
    }

    struct Nothing: ItemDecodable {
        init(from item: inout ItemReader) throws(AttributeError) {}
    }

    @Test("a page goes on behind each item, whatever was read of it")
    func page() throws {
        let body = #"[ {"a":{"N":"1"}, "b":{"S":"}"}} , {} ,{"b":{"M":{"c":{"L":[]}}}}, 7 ]"#
        let rest = try JSONReader.read([UInt8](body.utf8)) { json throws(JSONError) in
            var rest: Int?
            try json.array { json throws(JSONError) in
                if try json.kind() == .object {
                    _ = try json.record(Nothing.self)
                } else {
                    rest = try json.int()
                }
            }
            return rest
        }
        #expect(rest == 7)
    }

    struct Missing: ItemDecodable {
        init(from item: inout ItemReader) throws(AttributeError) {
            let optional: String? = try item.read("none")
            let set: Set<Int> = try item.read("none")
            #expect(optional == nil && set.isEmpty)
            let date = try item.readIfPresent("none", as: EpochSeconds.self)
            #expect(date == nil)
            let null: Int? = try item.read("null")
            #expect(null == nil)
            let nullDate = try item.readIfPresent("null", as: EpochMilliseconds.self)
            #expect(nullDate == nil)
            let value: AttributeValue? = try item.read("null")
            #expect(value == .some(.null))
            let _: Int = try item.read("none")
        }
    }

    @Test("takes absence for nil or an empty set, and otherwise says what is missing", arguments: ItemFormat.allCases)
    func absence(format: ItemFormat) throws {
        let error = #expect(throws: AttributeError.self) { try format.read(["null": .null], as: Missing.self) }
        #expect(error?.code == .missingAttribute)
        #expect(error?.path == "none")
    }

    @Test(
        "an error says where it happened", arguments: ItemFormat.allCases,
        [
            ("active", "yes", "active"), ("address", ["zip": 1], "address.city"), ("address", "Bern", "address"),
            ("history", [["city": "Bern"], ["city": 1]], "history[1].city"), ("history", [1], "history[0]"),
            ("labels", ["x": "y", "z": 1], "labels.z"), ("status", "gone", "status"),
            ("scores", .stringSet(["1"]), "scores[0]"),
            ("tags", ["a"], "tags"), ("views", "1", "views"), ("created", "yesterday", "created"), ("id", "1", "id"),
            ("blob", "AA==", "blob"), ("price", .null, "price"), ("expires", "2026", "expires"),
        ] as [(String, AttributeValue, String)])
    func paths(format: ItemFormat, wrong: (name: String, value: AttributeValue, path: String)) throws {
        let item = try EncodedItem(Sample.full).replacing([wrong.name: wrong.value])
        let error = #expect(throws: AttributeError.self) { try format.read(item, as: Sample.self) }
        #expect(error?.path == wrong.path)
        #expect(error?.description.hasPrefix("\(wrong.path): ") == true)
    }
}
