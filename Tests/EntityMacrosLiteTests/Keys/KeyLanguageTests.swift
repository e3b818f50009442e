import EntityMacrosLite
import Foundation
import Testing

@testable import Codegen

/// The generator's picture of key texts against what the run time writes.
@Suite("Key languages")
struct KeyLanguageTests {
    private static func language(
        _ encoding: KeyPlaceholderEncoding, _ type: AttributeTypeModel = .string, before delimiter: String? = nil,
        minimum: Int? = nil
    ) -> KeyLanguage {
        var entity = EntityModel(typeName: "Item", name: "Item", pluralName: "items")
        var attribute = AttributeModel(name: "value", type: type, swiftType: "")
        attribute.length = minimum.map { LengthModel(minimum: $0, maximum: nil) }
        entity.attributes = [attribute]
        let part = KeyPlaceholderModel(attribute: "value", encoding: encoding, escapedDelimiter: delimiter)
        return KeyLanguage(KeyTemplateModel(segments: [.part(part)]), of: entity)
    }

    private static func contains(_ language: KeyLanguage, _ key: KeyText) -> Bool {
        var literal = KeyLanguage()
        literal.append(key.text.utf8)
        return key.problem == nil && language.example(in: literal) == Array(key.text.utf8)
    }

    @Test(arguments: ["", "hello", "a b", "100%", "#!\"$", "tab\there", "naïve", "漢字", "a-b", "x%20y", "\u{0}"])
    func holdEveryText(_ text: String) {
        #expect(Self.contains(Self.language(.text(lowercased: false)), "\(text)"))
        #expect(Self.contains(Self.language(.text(lowercased: true)), "\(lowercased: text.uppercased())"))
        #expect(Self.contains(Self.language(.text(lowercased: false), before: "-"), "\(text, before: "-")"))
        #expect(Self.contains(Self.language(.text(lowercased: false), minimum: 1), "\(text)") == !text.isEmpty)
    }

    @Test func holdEveryNumber() throws {
        for value in [Int.min, -1, 0, 7, Int.max] {
            #expect(Self.contains(Self.language(.integer(width: 19, isSigned: true)), "\(value)"))
        }
        for value in [UInt8.min, 9, UInt8.max] {
            #expect(Self.contains(Self.language(.integer(width: 3, isSigned: false)), "\(value)"))
        }
        for value in ["-12.5", "0", "9999.99", "-0.01"] {
            let number = try #require(Number(value))
            #expect(Self.contains(Self.language(.decimal(width: 4, scale: 2)), "\(number, width: 4, scale: 2)"))
        }
        let whole = try #require(Number("-12"))
        #expect(Self.contains(Self.language(.decimal(width: 4, scale: 0)), "\(whole, width: 4, scale: 0)"))
    }

    @Test func holdEveryDateAndIdentifier() {
        for seconds in [-62_167_219_200.0, 0, 1_795_229_160.123, 253_402_300_799] {
            let date = Date(timeIntervalSince1970: seconds)
            #expect(Self.contains(Self.language(.date(unit: nil)), "\(date)"))
            for unit in DateBucket.allCases {
                // The first two days of the year 0 are in a week before it.
                let date = unit == .week && seconds < -62e9 ? date.addingTimeInterval(2 * 86_400) : date
                #expect(Self.contains(Self.language(.date(unit: unit)), "\(date, unit)"))
            }
        }
        let uuid = UUID(uuid: (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255))
        #expect(Self.contains(Self.language(.uuid), "\(uuid)"))
        let ulids = [UInt8.min, 0x5A, .max].compactMap { ULID(bytes: Array(repeating: $0, count: 16)) }
        #expect(ulids.count == 3)
        for ulid in ulids { #expect(Self.contains(Self.language(.ulid), "\(ulid)")) }
        #expect(Self.contains(Self.language(.bool), "\(true)"))
        for count in [2, 10, 11, 1000] {
            let language = Self.language(.shard(count: count, of: .text(lowercased: false)))
            for text in ["", "a", "hello"] { #expect(Self.contains(language, "\(shard: text, of: count)")) }
        }
    }

    @Test func holdTheValuesOfAChoiceAndNoOthers() {
        let type = AttributeTypeModel.choice(
            ChoiceModel(typeName: "Value", cases: [.init(name: "a", rawValue: "a b"), .init(name: "c", rawValue: "c")]))
        let language = Self.language(.text(lowercased: false), type)
        #expect(Self.contains(language, "\("a b")"))
        #expect(Self.contains(language, "\("c")"))
        #expect(!Self.contains(language, "\("d")"))
        #expect(!Self.contains(language, ""))
    }

    @Test func doNotHoldWhatIsNeverWritten() {
        let text = Self.language(.text(lowercased: false), before: "-")
        for wrong in ["a b", "#", "%", "%2", "%26", "%2x", "a-b", "%7E", "%20%"] {
            #expect(!Self.contains(text, KeyText(literal: wrong)), "\(wrong)")
        }
        #expect(Self.contains(text, "%2D"))
        #expect(!Self.contains(Self.language(.text(lowercased: false)), "%2D"))
        #expect(!Self.contains(Self.language(.text(lowercased: true)), "A"))
        #expect(!Self.contains(Self.language(.integer(width: 3, isSigned: false)), "-001"))
        #expect(!Self.contains(Self.language(.uuid), "\(UUID().uuidString)"))
    }

    /// Random automata over two letters, against all words up to a length.
    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func intersectAsSetsDo(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let a = ByteSet("a".utf8)
        let b = ByteSet("b".utf8)
        func make() -> KeyLanguage {
            var language = KeyLanguage()
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                switch Int.random(in: 0..<6, using: &random) {
                case 0: language.append(a)
                case 1: language.append(ByteSet("ab".utf8))
                case 2: language.append(anyOf: [Array("ab".utf8), Array("b".utf8)])
                case 3: language.append(repeating: a, or: [[b, b]])
                case 4: language.append(optional: b)
                default: language.append(repeating: b, atLeastOnce: true)
                }
            }
            return language
        }
        func words(upTo length: Int) -> [[UInt8]] {
            var all: [[UInt8]] = [[]]
            var last: [[UInt8]] = [[]]
            for _ in 0..<length {
                last = last.flatMap { word in [word + Array("a".utf8), word + Array("b".utf8)] }
                all += last
            }
            return all
        }
        func has(_ language: KeyLanguage, _ word: [UInt8]) -> Bool {
            var literal = KeyLanguage()
            literal.append(word)
            return language.example(in: literal) != nil
        }
        let all = words(upTo: 6)
        for _ in 0..<12 {
            let (first, second) = (make(), make())
            let shared = all.first { has(first, $0) && has(second, $0) }
            let example = first.example(in: second)
            if let shared { #expect(example?.count == shared.count) }
            if let example {
                #expect(has(first, example) && has(second, example))
                #expect(has(first.prefixes, example + Array("bab".utf8)))
            }
        }
    }
}
