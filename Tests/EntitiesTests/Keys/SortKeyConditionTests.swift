import Foundation
import Testing

@testable import Entities

/// What a test asks of a condition: whether DynamoDB would select a key, by the key's UTF-8.
extension SortKeyCondition {
    func selects(_ key: String) throws -> Bool {
        switch kind {
        case .all: true
        case .nothing: false
        case .equal(let operand): try operand.text.isIdentical(to: key)
        case .range(.less(let bound)): try key.precedes(bound.text)
        case .range(.lessOrEqual(let bound)): try !bound.text.precedes(key)
        case .range(.greater(let bound)): try bound.text.precedes(key)
        case .range(.greaterOrEqual(let bound)): try !key.precedes(bound.text)
        case .range(.between(let lower, let upper)):
            // DynamoDB refuses bounds in the wrong order.
            try #require(!upper.text.precedes(lower.text)) == () && !key.precedes(lower.text)
                && !upper.text.precedes(key)
        case .range(.beginsWith(let prefix)): try key.utf8.starts(with: prefix.text.utf8)
        }
    }
}

extension Operand {
    /// The text of a key operand, which must be one that DynamoDB takes.
    var text: String {
        get throws {
            guard case .value(.string(let text)) = self else {
                Issue.record("\(self) is no text")
                return ""
            }
            #expect(!text.isEmpty, "DynamoDB has no empty keys")
            return text
        }
    }
}

/// A range of any kind with what it means.
struct TestRange<Bound: Sendable>: Sendable {
    let range: SortKeyRange<Bound>
    let contains: @Sendable (Bound) -> Bool

    /// All kinds of ranges with two bounds, in an order of values.
    static func all(_ lower: Bound, _ upper: Bound, by precedes: @escaping @Sendable (Bound, Bound) -> Bool) -> [Self]
    where Bound: Comparable & KeyPart {
        [
            .init(range: lower...upper) { !precedes($0, lower) && !precedes(upper, $0) },
            .init(range: lower..<upper) { !precedes($0, lower) && precedes($0, upper) },
            .init(range: lower...) { !precedes($0, lower) },
            .init(range: ...upper) { !precedes(upper, $0) },
            .init(range: ..<upper) { precedes($0, upper) },
            .init(range: .above(lower)) { precedes(lower, $0) },
            .init(range: .above(lower, through: upper)) { precedes(lower, $0) && !precedes(upper, $0) },
            .init(range: .above(lower, upTo: upper)) { precedes(lower, $0) && precedes($0, upper) },
        ]
    }
}

@Suite("Ranges of sort key parts")
struct SortKeyConditionTests {
    /// Where the part stands in its key.
    struct Place: Sendable, CustomTestStringConvertible {
        let prefix: String
        let delimiter: String
        var testDescription: String { "\(prefix)…\(delimiter)" }

        static let all = [
            Place(prefix: "", delimiter: ""), Place(prefix: "", delimiter: "#"),
            Place(prefix: "ARTICLE#", delimiter: ""),
            Place(prefix: "ARTICLE#", delimiter: "#B#"), Place(prefix: "A-", delimiter: " "),
            Place(prefix: "é", delimiter: "#"),
        ]

        func key(_ part: KeyText, _ rest: String) -> String {
            prefix + part.text + (delimiter.isEmpty ? "" : delimiter + ("\(rest)" as KeyText).text)
        }

        /// Keys that the query must not see: of other prefixes, right beside this one.
        var neighbours: [String] {
            if prefix.isEmpty { return [] }
            let start = String(prefix.dropLast())
            return ["!", start, start + "\u{10FFFE}", "~"].filter { !$0.isEmpty }
        }
    }

    private func check<Bound: KeyPart>(_ test: TestRange<Bound>, _ values: [(Bound, String)], _ place: Place) throws {
        let condition = SortKeyCondition.range(
            after: KeyText(literal: place.prefix), test.range, before: place.delimiter)
        for (value, rest) in values {
            let key = place.key("\(value)", rest)
            // There is no empty key.
            if key.isEmpty { continue }
            #expect(try condition.selects(key) == test.contains(value), "\(test.range) \(key.debugDescription)")
        }
        for key in place.neighbours { #expect(try !condition.selects(key), "\(test.range) \(key.debugDescription)") }
    }

    @Test("A range of texts selects exactly the texts in it, by their UTF-8", arguments: Place.all)
    func texts(place: Place) throws {
        var parts = RandomParts(seed: 7)
        for _ in 0..<60 {
            let values = (0..<20).map { _ in (parts.text(), parts.text()) }
            for test in TestRange.all(parts.text(), parts.text(), by: { $0.precedes($1) }) {
                try check(test, values, place)
            }
            let bound = values[0].0
            for test in TestRange.all(bound, bound, by: { $0.precedes($1) }) { try check(test, values, place) }
            try check(
                .init(range: .beginning(with: bound)) { $0.utf8.starts(with: bound.utf8) }, values, place)
        }
    }

    @Test("A range of integers selects exactly the integers in it", arguments: Place.all)
    func integers(place: Place) throws {
        var parts = RandomParts(seed: 8)
        for _ in 0..<60 {
            let values = (0..<20).map { _ in (parts.integer(), parts.text()) }
            for test in TestRange.all(parts.integer(), parts.integer(), by: <) { try check(test, values, place) }
            for test in TestRange.all(values[0].0, values[1].0, by: <) { try check(test, values, place) }
        }
    }

    @Test("A range of dates selects exactly the dates in it", arguments: Place.all)
    func dates(place: Place) throws {
        var parts = RandomParts(seed: 9)
        for _ in 0..<60 {
            let values = (0..<20).map { _ in (parts.date(), parts.text()) }
            for test in TestRange.all(parts.date(), parts.date(), by: <) { try check(test, values, place) }
            for test in TestRange.all(values[0].0, values[1].0, by: <) { try check(test, values, place) }
        }
    }

    @Test("A range whose bounds are the wrong way round is empty")
    func inverted() {
        #expect(SortKeyCondition.range(after: "P#", 5...3).kind == .nothing)
        #expect(SortKeyCondition.range(after: "P#", 5..<5, before: "#").kind == .nothing)
        #expect(SortKeyCondition.range(after: "P#", 5..<5).kind == .nothing)
        #expect(SortKeyCondition.range(after: "", "b"..."a").kind == .nothing)
        #expect(SortKeyCondition.range(after: "P#", .above(5, through: 5)).kind == .nothing)
        #expect(SortKeyCondition.range(after: "P#", .above(5, through: 5), before: "#").kind == .nothing)
        #expect(SortKeyCondition.range(after: "P#", .above(5, upTo: 5), before: "#").kind == .nothing)
        // Equal to Swift, different to DynamoDB, and in the wrong order.
        #expect(SortKeyCondition.range(after: "", "\u{E9}"..."e\u{301}").kind == .nothing)
        #expect(SortKeyCondition.range(after: "", "e\u{301}"..."\u{E9}").kind != .nothing)
    }

    @Test("A range without limits is a condition only where there is a prefix")
    func unbounded() {
        #expect(SortKeyCondition.range(after: "", ""...).kind == .all)
        #expect(SortKeyCondition.range(after: "", .above("")).kind == .all)
        #expect(SortKeyCondition.range(after: "", .beginning(with: "")).kind == .all)
        #expect(SortKeyCondition.range(after: "", ..."").kind == .nothing)
        #expect(SortKeyCondition.range(after: "", ..<"", before: "#").kind == .nothing)
        #expect(
            SortKeyCondition.range(after: "P#", ""...).kind == .range(.between(.value("P#"), .value("P#\u{10FFFF}"))))
        #expect(SortKeyCondition.range(after: "P#", .beginning(with: "")) == .beginning("P#"))
        #expect(SortKeyCondition.beginning("") == .all)
    }

    @Test("The bounds are texts of the key, in the form that the key has")
    func form() {
        let day = Date(timeIntervalSince1970: 1_795_229_160)
        #expect(
            SortKeyCondition.range(after: "", day..., before: "#").kind
                == .range(.greaterOrEqual(.value("2026-11-21T02:46:00.000Z"))))
        #expect(
            SortKeyCondition.range(after: "D#", ...day, before: "#") { "\($0, .day)" }.kind
                == .range(.between(.value("D#"), .value("D#2026-11-21#\u{10FFFF}"))))
        #expect(
            SortKeyCondition.range(after: "N#", 1..<3) { "\($0, width: 2)" }.kind
                == .range(.between(.value("N#01"), .value("N#02\u{10FFFF}"))))
        #expect(
            SortKeyCondition.range(after: "N#", .above(1, through: 3), before: "#") { "\($0, width: 1)" }.kind
                == .range(.between(.value("N#1#\u{10FFFF}"), .value("N#3#\u{10FFFF}"))))
        #expect(
            SortKeyCondition.range(after: "N#", .above(1, upTo: 3)) { "\($0, width: 1)" }.kind
                == .range(.between(.value("N#1\0"), .value("N#2\u{10FFFF}"))))
        #expect(
            SortKeyCondition.range(after: "L#", .beginning(with: "A B")) { "\(lowercased: $0)" }
                == .beginning("L#a%20b"))
    }

    @Test("A bound that cannot be in a key refuses the query, on either side and in the prefix")
    func problems() {
        let bad = "\u{10FFFF}"
        for condition in [
            SortKeyCondition.range(after: "P#", bad...), .range(after: "P#", ...bad), .range(after: "P#", "a"...bad),
            .range(after: "P#", bad..<"a"), .range(after: "P#", .above(bad)),
            .range(after: "P#", .beginning(with: bad)), .range(after: "\(bad)", "a"...),
            .range(after: "\(bad)", ...""), .exactly("\(bad)"), .beginning("\(bad)"),
            .range(after: "", Date(timeIntervalSince1970: .nan)...),
        ] {
            switch condition.kind {
            case .equal(let operand), .range(.beginsWith(let operand)): #expect(operand.isInvalid)
            case .range(.between(let lower, let upper)): #expect(lower.isInvalid || upper.isInvalid)
            default: Issue.record("\(condition) is not refused")
            }
        }
    }

    @Test("A range that exists already converts")
    func conversions() {
        let ranges: [SortKeyRange<Int>] = [1...3, 1..<3, 1..., ...1, ..<1]
        #expect(SortKeyRange(ClosedRange(uncheckedBounds: (1, 3))) == ranges[0])
        #expect(SortKeyRange(Range(uncheckedBounds: (1, 3))) == ranges[1])
        #expect(SortKeyRange(PartialRangeFrom(1)) == ranges[2])
        #expect(SortKeyRange(PartialRangeThrough(1)) == ranges[3])
        #expect(SortKeyRange(PartialRangeUpTo(1)) == ranges[4])
        #expect(SortKeyRange(from: 1, through: 3) == ranges[0])
        #expect(SortKeyRange(from: 1) == ranges[2])
        #expect(SortKeyRange(through: 1) == ranges[3])
    }

    @Test("A date above a moment is in a later second, where seconds are stored")
    func aboveInSeconds() {
        let (before, after) = (Date(timeIntervalSince1970: 10), Date(timeIntervalSince1970: 11))
        let between = Date(timeIntervalSince1970: 10.5)
        #expect(SortKeyRange.above(between).inWholeSeconds == .above(before))
        #expect(SortKeyRange.above(before, upTo: between).inWholeSeconds == .above(before, upTo: after))
        #expect((between...).inWholeSeconds == (after...) as SortKeyRange<Date>)
    }

    @Test("A text type of the user's own begins with its raw text")
    func beginningOfOwnType() {
        struct Path: RawRepresentable, KeyPart { let rawValue: String }
        let own = SortKeyCondition.range(after: "PATH#", .beginning(with: Path(rawValue: "a b/")), before: "#")
        #expect(own == .range(after: "PATH#", SortKeyRange<String>.beginning(with: "a b/"), before: "#"))
        #expect(own == .beginning("PATH#a%20b/"))
    }
}

extension Operand {
    var isInvalid: Bool { if case .invalid = self { true } else { false } }
}
