import Entities
import Foundation
import Testing

@Suite("Collections and optionals as attributes")
struct CollectionConversionTests {
    @Test("an array of bytes is binary, an array of anything else a list")
    func arrays() throws {
        #expect(try stored([1, 2, 255] as [UInt8]) == .binary([1, 2, 255]))
        #expect(try stored([] as [UInt8]) == .binary([]))
        #expect(try stored([1, 2] as [Int8]) == [1, 2])
        #expect(try stored([] as [Int]) == .list([]))
        #expect(try stored(["a", "b"]) == ["a", "b"])
        #expect(try stored([[1], [], [2, 3]]) == [[1], .list([]), [2, 3]])
        #expect(try stored([[1, 2], []] as [[UInt8]]) == .list([.binary([1, 2]), .binary([])]))
        #expect(try stored([1, nil, 2] as [UInt8?]) == [1, .null, 2])
        #expect(try stored(Array(0..<300)) == .list((0..<300).map { .number(Number($0)) }))
    }

    @Test("an optional is left out, and NULL is read as nil")
    func optionals() throws {
        #expect(try stored(nil as Int?) == nil)
        #expect(try stored(5 as Int?) == 5)
        #expect(try stored(nil as Set<String>?) == nil)
        #expect(try read(.null, as: String?.self) == nil)
        #expect(try read(nil, as: String?.self) == nil)
        #expect(try AttributeValue(converting: nil as Int?) == .null)
        #expect(throws: AttributeError.self) { try read(.null, as: Int.self) }
        // An optional AttributeValue tells NULL from absence.
        #expect(try read(.null, as: AttributeValue?.self) == .some(.null))
        #expect(try read(nil, as: AttributeValue?.self) == .none)
    }

    @Test("sets are SS, NS or BS by what their elements are")
    func sets() throws {
        #expect(try stored(["b", "a", "a\u{0}"] as Set<String>) == .stringSet(["a", "a\u{0}", "b"]))
        #expect(try stored([3, -1, 20] as Set<Int>) == .numberSet([3, -1, 20]))
        #expect(try stored([0.5, 2] as Set<Double>) == .numberSet([Number(0.5), 2]))
        #expect(try stored([Number(1)] as Set<Number>) == .numberSet([1]))
        #expect(try stored([Data([1]), Data()] as Set<Data>) == .binarySet([[1], []]))
        #expect(try stored([[1], []] as Set<[UInt8]>) == .binarySet([[1], []]))
        #expect(try stored([.red, .green] as Set<AttributeConvertibleTests.Color>) == .stringSet(["red", "green"]))
        #expect(try stored([.low] as Set<AttributeConvertibleTests.Level>) == .numberSet([1]))
        let uuid = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10))
        #expect(try stored([uuid] as Set<UUID>) == .stringSet(["00000000-0000-0000-0000-00000000000a"]))
        let date = Date(timeIntervalSince1970: 0)
        #expect(try stored([date] as Set<Date>) == .stringSet(["1970-01-01T00:00:00.000Z"]))
        let texts = Set((0..<200).map { String(repeating: "x", count: $0) })
        #expect(try stored(texts) == .stringSet(texts))
    }

    @Test("an empty set is absence")
    func emptySets() throws {
        #expect(try stored([] as Set<String>) == nil)
        #expect(try read(nil, as: Set<Int>.self).isEmpty)
        let error = #expect(throws: AttributeError.self) { try AttributeValue(converting: [] as Set<Int>) }
        #expect(error?.code == .emptySet)
    }

    @Test("what is absent is NULL inside lists and maps, and comes back")
    func absentElements() throws {
        #expect(try stored([1, nil] as [Int?]) == [1, .null])
        #expect(try stored([["a"], []] as [Set<String>]) == [.stringSet(["a"]), .null])
        #expect(try stored(["a": nil, "b": 1] as [String: Int?]) == ["a": .null, "b": 1])
        #expect(try stored(["a": [], "b": [1]] as [String: Set<Int>]) == ["a": .null, "b": .numberSet([1])])
    }

    @Test("what is no scalar cannot be in a set", arguments: 0..<3)
    func noSets(kind: Int) {
        let error = #expect(throws: AttributeError.self) {
            switch kind {
            case 0: try EncodedItem(Holder([[1]] as Set<[Int]>))
            case 1: try EncodedItem(Holder([true] as Set<Bool>))
            default: try EncodedItem(Holder(["a", 1] as Set<AttributeValue>))
            }
        }
        #expect(error?.code == .typeMismatch)
    }

    @Test("dictionaries are maps")
    func dictionaries() throws {
        #expect(try stored([:] as [String: Int]) == .map([:]))
        #expect(try stored(["b": [1], "a": []] as [String: [Int]]) == ["a": .list([]), "b": [1]])
        let many = Dictionary(uniqueKeysWithValues: (0..<200).map { ("key\($0)", $0) })
        #expect(try stored(many) == .map(many.mapValues { .number(Number($0)) }))
    }

    @Test("an error inside has the whole path")
    func paths() throws {
        let error = #expect(throws: AttributeError.self) {
            try read(["a": [["x": 1], ["x": "y"]]], as: [String: [[String: Int]]].self)
        }
        #expect(error?.path == "value.a[1].x")
        let writing = #expect(throws: AttributeError.self) {
            try EncodedItem(Holder(["a": [[0.5], [1, .nan]]]))
        }
        #expect(writing?.path == "value.a[1][1]")
    }
}

@Suite("Second encodings")
struct AttributeCodingTests {
    struct Times: ItemDecodable, ItemEncodable, Equatable {
        var a: Date
        var b: Date
        var c: Date?

        init(a: Date, b: Date, c: Date?) { (self.a, self.b, self.c) = (a, b, c) }

        init(from item: inout ItemReader) throws(AttributeError) {
            a = try item.read("a", as: EpochSeconds.self)
            b = try item.read("b", as: EpochMilliseconds.self)
            c = try item.readIfPresent("c", as: EpochSeconds.self)
        }

        func write(to item: inout ItemWriter) throws(AttributeError) {
            try item.write("a", a, as: EpochSeconds.self)
            try item.write("b", b, as: EpochMilliseconds.self)
            try item.write("c", c, as: EpochSeconds.self)
        }
    }

    @Test("seconds round down, milliseconds to the nearest")
    func rounding() throws {
        let date = Date(timeIntervalSince1970: -1.000_6)
        let item = try EncodedItem(Times(a: date, b: date, c: nil))
        #expect(item == ["a": -2, "b": -1001])
        #expect(try item.decode(as: Times.self).b == Date(timeIntervalSince1970: -1.001))
    }

    @Test("dates that no number of 64 bits holds are refused", arguments: [Double.infinity, 1e300, -1e300, .nan])
    func range(seconds: Double) {
        let (date, good) = (Date(timeIntervalSince1970: seconds), Date(timeIntervalSince1970: 0))
        for times in [
            Times(a: date, b: good, c: nil), Times(a: good, b: date, c: nil), Times(a: good, b: good, c: date),
        ] {
            let error = #expect(throws: AttributeError.self) { try EncodedItem(times) }
            #expect(error?.code == .outOfRange)
        }
    }

    @Test("an absent one is missing, or nil")
    func absence() throws {
        let error = #expect(throws: AttributeError.self) { try (["a": 1] as EncodedItem).decode(as: Times.self) }
        #expect(error?.path == "b")
        #expect(error?.code == .missingAttribute)
        #expect(try (["a": 1, "b": 1, "c": .null] as EncodedItem).decode(as: Times.self).c == nil)
    }
}
