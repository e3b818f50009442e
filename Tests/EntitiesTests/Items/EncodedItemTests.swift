import Entities
import Testing

@Suite("An encoded item")
struct EncodedItemTests {
    @Test("gives its attributes back", arguments: 0..<50)
    func attributes(seed: UInt64) throws {
        var random = RandomValues(seed: seed)
        let attributes = try random.attributes()
        let item = EncodedItem(attributes)
        #expect(item.attributes == attributes)
        #expect(item.count == attributes.count)
        #expect(item.isEmpty == attributes.isEmpty)
        for (name, value) in attributes { #expect(item[name] == value) }
        #expect(item["no such attribute"] == nil)
    }

    struct Pairs: ItemEncodable {
        let pairs: [(String, AttributeValue)]

        func write(to item: inout ItemWriter) throws(AttributeError) {
            for (name, value) in pairs { try item.write(name, value) }
        }
    }

    @Test("is the same bytes in whatever order it is written", arguments: 0..<50)
    func canonical(seed: UInt64) throws {
        var random = RandomValues(seed: seed)
        let attributes = try random.attributes()
        let item = EncodedItem(attributes)
        let shuffled = attributes.shuffled(using: &random.numbers.generator)
        let other = try EncodedItem(Pairs(pairs: shuffled.map { ($0.key, $0.value) }))
        #expect(other == item)
        #expect(other.hashValue == item.hashValue)
        #expect(other.bytes == item.bytes)
    }

    @Test("has one form for a set in any order, with or without repetition")
    func canonicalSets() throws {
        struct Tags: ItemEncodable {
            let tags: [String]
            func write(to item: inout ItemWriter) throws(AttributeError) {
                try item.write("tags") { writer throws(AttributeError) in try writer.stringSet(tags) }
            }
        }
        let item: EncodedItem = ["tags": .stringSet(["a", "b", "ab"])]
        #expect(try EncodedItem(Tags(tags: ["b", "ab", "a", "b", "a"])) == item)
        #expect(item.description == #"{"tags":{"SS":["a","ab","b"]}}"#)
    }

    @Test(
        "refuses an attribute that is written twice", arguments: [["a", "a"], ["a", "b", "a"], ["b", "a", "c", "b"]])
    func duplicates(names: [String]) throws {
        let error = #expect(throws: AttributeError.self) {
            try EncodedItem(Pairs(pairs: names.map { ($0, .null) }))
        }
        #expect(error?.code == .duplicate)
        #expect(error?.path == names.last)
    }

    @Test("differs where a value differs by type, order or digits")
    func inequality() {
        let items: [EncodedItem] = [
            [:], ["a": 1], ["a": "1"], ["a": 2], ["b": 1], ["a": .binary([1])], ["a": [1, 2]], ["a": [2, 1]],
            ["a": .null], ["a": true], ["a": false], ["a": .numberSet([1])], ["a": .list([1])], ["a": .list([])],
            ["a": .map([:])],
        ]
        #expect(Set(items).count == items.count)
    }

    @Test("prints as DynamoDB's JSON, in the order of the names")
    func description() throws {
        let number = try Number(parsing: "-12.50")
        let item: EncodedItem = [
            "sk": "a\"b", "pk": .number(number), "b": .binary([1, 2, 3]), "l": [true, .null],
            "m": ["é": .numberSet([10, 9])],
        ]
        #expect(
            item.description == """
                {"b":{"B":"AQID"},"l":{"L":[{"BOOL":true},{"NULL":true}]},"m":{"M":{"é":{"NS":["9","10"]}}},\
                "pk":{"N":"-12.5"},"sk":{"S":"a\\"b"}}
                """)
    }

    @Test("keeps what DynamoDB would refuse, for the executor to say so")
    func unchecked() {
        let item: EncodedItem = ["empty": .stringSet([]), "": "no name"]
        #expect(item.attributes == ["empty": .stringSet([]), "": "no name"])
        var deep = AttributeValue.string("x")
        for _ in 0..<300 { deep = .list([deep]) }
        #expect(EncodedItem(["deep": deep])["deep"] == deep)
    }

    @Test("is a record itself")
    func itself() throws {
        let item: EncodedItem = ["a": 1, "b": ["c": "d"]]
        #expect(try item.decode(as: EncodedItem.self) == item)
        #expect(try EncodedItem(item) == item)
    }
}
