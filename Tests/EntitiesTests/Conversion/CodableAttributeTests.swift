import Entities
import Foundation
import Testing

@Suite("Codable types as attributes")
struct CodableAttributeTests {
    enum Shape: CodableAttribute, Equatable {
        case circle(radius: Double)
        case polygon([Point])
        case nothing
    }

    struct Point: Codable, Equatable {
        var x: Int
        var y: Int?
    }

    enum Mode: String, CodableAttribute { case light, dark }

    struct Everything: CodableAttribute, Equatable {
        var text = "a"
        var flag = true
        var small: Int8 = -5
        var large = UInt64.max
        var huge = Int128(1) << 100
        var ratio = 0.1
        var single: Float = 0.1
        var exact = Decimal(string: "12345678901234567890.12345678901") ?? 0
        var number = Number(7)
        var date = Date(timeIntervalSince1970: 1_795_229_160.25)
        var data = Data([1, 2])
        var bytes: [UInt8] = [3]
        var uuid = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
        var url = URL(string: "https://example.com")
        var ulid = ULID(timestamp: Date(timeIntervalSince1970: 0), randomness: 1)
        var mode = Mode.dark
        var none: Int?
        var list = [1, 2]
        var optionals: [Int?] = [1, nil]
        var points = [Point(x: 1, y: nil), Point(x: 2, y: 3)]
        var map = ["a": ["b": 1]]
        var tags: Set<String> = []
        var shapes: [Shape] = [.circle(radius: 1.5), .polygon([Point(x: 0, y: 0)]), .nothing]
    }

    @Test("everything comes back, by every road")
    func roundTrip() throws {
        let value = try #require(try stored(Everything()))
        guard case .map(let map) = value else {
            Issue.record("\(value) is no map")
            return
        }
        #expect(map["text"] == "a")
        #expect(map["large"] == .number(Number(UInt64.max)))
        #expect(map["huge"] == .number(try Number(parsing: "1267650600228229401496703205376")))
        #expect(map["ratio"] == .number(try Number(parsing: "0.1")))
        #expect(map["single"] == .number(try Number(parsing: "0.1")))
        #expect(map["exact"] == .number(try Number(parsing: "12345678901234567890.12345678901")))
        #expect(map["number"] == 7)
        #expect(map["date"] == "2026-11-21T02:46:00.250Z")
        #expect(map["data"] == .binary([1, 2]))
        #expect(map["bytes"] == .binary([3]))
        #expect(map["uuid"] == "01020304-0506-0708-090a-0b0c0d0e0f10")
        #expect(map["url"] == "https://example.com")
        #expect(map["mode"] == "dark")
        #expect(map["none"] == nil)
        #expect(map["optionals"] == [1, .null])
        #expect(map["points"] == [["x": 1], ["x": 2, "y": 3]])
        #expect(map["tags"] == .list([]))
        #expect(
            map["shapes"] == [
                ["circle": ["radius": .number(try Number(1.5))]], ["polygon": ["_0": [["x": 0, "y": 0]]]],
                ["nothing": .map([:])],
            ])
    }

    @Test("types that are no structs are stored as what they are")
    func notMaps() throws {
        #expect(try stored(Mode.light) == "light")
        #expect(try stored(Shape.nothing) == ["nothing": .map([:])])
        #expect(
            try stored([Shape.nothing, .circle(radius: 2)]) == [["nothing": .map([:])], ["circle": ["radius": 2]]])
        #expect(throws: AttributeError.self) { try read("blue", as: Mode.self) }
    }

    class Base: Codable {
        var name: String
        init(name: String) { self.name = name }
    }

    final class Derived: Base {
        var size = 0
        enum Keys: CodingKey { case size, rest, pair }

        override init(name: String) { super.init(name: name) }

        required init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Keys.self)
            var pair = try container.nestedUnkeyedContainer(forKey: .pair)
            size = try pair.decode(Int.self)
            let nested = try pair.nestedContainer(keyedBy: Keys.self)
            size += try nested.decode(Int.self, forKey: .size)
            var rest = try container.nestedContainer(keyedBy: Keys.self, forKey: .rest).nestedUnkeyedContainer(
                forKey: .size)
            var isNil = try rest.decodeNil()
            while !rest.isAtEnd {
                isNil = try rest.decodeNil()
                if !isNil { size += try rest.decode(Int.self) }
            }
            try super.init(from: container.superDecoder())
        }

        override func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            var pair = container.nestedUnkeyedContainer(forKey: .pair)
            try pair.encode(1)
            var nested = pair.nestedContainer(keyedBy: Keys.self)
            try nested.encode(2, forKey: .size)
            var rest = container.nestedContainer(keyedBy: Keys.self, forKey: .rest)
            var list = rest.nestedUnkeyedContainer(forKey: .size)
            try list.encodeNil()
            try list.encode(4)
            try super.encode(to: container.superEncoder())
        }
    }

    struct Box: CodableAttribute {
        let name: String
        let size: Int

        init(name: String) { (self.name, size) = (name, 0) }

        init(from decoder: any Decoder) throws {
            let derived = try decoder.singleValueContainer().decode(Derived.self)
            (name, size) = (derived.name, derived.size)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(Derived(name: name))
        }
    }

    @Test("containers within containers, and a superclass")
    func containers() throws {
        let value = try AttributeValue(converting: Box(name: "n"))
        #expect(value == ["pair": [1, ["size": 2]], "rest": ["size": [.null, 4]], "super": ["name": "n"]])
        let box: Box = try value.converted()
        #expect(box.size == 7)
        #expect(box.name == "n")
    }

    @Test(
        "an error has the path and the reason",
        arguments: [
            (["points": [["x": 1], ["x": "y"]]], "value.points[1].x", .typeMismatch),
            (["points": [["y": 1]]], "value.points[0].x", .missingAttribute),
            (["small": 200], "value.small", .outOfRange),
            (["date": "today"], "value.date", .invalidValue), (["points": .null], "value.points", .missingAttribute),
            (["points": "x"], "value.points", .typeMismatch),
            (["shapes": [.map([:])]], "value.shapes[0]", .typeMismatch),
        ] as [([String: AttributeValue], String, AttributeError.Code)])
    func errors(wrong: [String: AttributeValue], path: String, code: AttributeError.Code) throws {
        guard case .map(let map) = try AttributeValue(converting: Everything()) else { return }
        let error = #expect(throws: AttributeError.self) {
            try read(.map(map.merging(wrong) { _, new in new }), as: Everything.self)
        }
        #expect(error?.path == path)
        #expect(error?.code == code)
    }

    @Test("a value that cannot be stored has its path")
    func notStorable() {
        var value = Everything()
        value.shapes = [.nothing, .circle(radius: .nan)]
        let error = #expect(throws: AttributeError.self) { try EncodedItem(Holder(value)) }
        #expect(error?.path == "value.shapes[1].circle.radius")
        #expect(error?.code == .notANumber)
    }

    @Test(
        "a number keeps its digits in other formats too", arguments: ["0.1", "12345678901234567890123456789.5", "-7"])
    func numbers(text: String) throws {
        let number = try Number(parsing: text)
        let data = try JSONEncoder().encode([number])
        #expect(try JSONDecoder().decode([Number].self, from: data) == [number])
        #expect(try JSONDecoder().decode([Number].self, from: Data("[3,0.5]".utf8)) == [3, Number(0.5)])
    }
}
