import Entities

/// Random attribute values of all types, nested, with texts and lengths that are hard to get right.
struct RandomValues {
    var numbers: RandomNumbers

    init(seed: UInt64) { numbers = RandomNumbers(seed: seed) }

    mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers.generator) }

    mutating func text() -> String {
        let pieces = [
            "a", "B", "\"", "\\", "\n", "\u{0}", "\u{1F}", "/", "ä", "€", "🦀", "e\u{301}", " ", "plain text, ",
        ]
        // Above 127 bytes the length takes two.
        let count = int(0...5) == 0 ? int(100...300) : int(0...12)
        return (0..<count).map { _ in pieces[int(0...(pieces.count - 1))] }.joined()
    }

    mutating func bytes() -> [UInt8] { (0..<int(0...40)).map { _ in UInt8(int(0...255)) } }

    mutating func number() throws -> Number {
        try int(0...1) == 0 ? Number(Int64(int(-1000...1000))) : numbers.number()
    }

    mutating func value(depth: Int = 0) throws -> AttributeValue {
        switch int(0...(depth < 4 ? 9 : 7)) {
        case 0: return .string(text())
        case 1: return .number(try number())
        case 2: return .binary(bytes())
        case 3: return .bool(int(0...1) == 0)
        case 4: return .null
        case 5: return .stringSet(Set((0...int(0...200) / 60).map { _ in text() }))
        case 6: return .numberSet(Set(try (0...int(0...4)).map { _ in try number() }))
        case 7: return .binarySet(Set((0...int(0...4)).map { _ in bytes() }))
        case 8: return .list(try (0..<int(0...5)).map { _ in try value(depth: depth + 1) })
        default: return .map(try attributes(depth: depth + 1))
        }
    }

    mutating func attributes(depth: Int = 0) throws -> [String: AttributeValue] {
        var attributes: [String: AttributeValue] = [:]
        // Above 127 entries the count takes two bytes.
        for _ in 0..<(int(0...60) == 0 ? 150 : int(0...6)) {
            attributes[text()] = try depth > 1 ? .string(text()) : value(depth: depth)
        }
        return attributes
    }
}
