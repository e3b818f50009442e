import Foundation
import Testing

@testable import Entities

@Suite("Ranges over several parts of a sort key")
struct SortKeyBoundTests {
    /// What stands in a sort key: `N#<name>#P#<points>#<at>`.
    struct Values {
        var name: String
        var points: Int
        var at: Date

        var key: String { ("N#\(name)#P#\(points)#\(at)" as KeyText).text }
    }

    /// What generated code has for that key.
    struct Bound: SortKeyBound {
        let place: SortKeyPlace
        init(name: String) { place = .init("\(name)", before: "#P#") }
        init(name: String, points: Int) { place = .init("\(name)#P#\(points)", before: "#") }
        init(name: String, points: Int, at: Date) { place = .init("\(name)#P#\(points)#\(at)") }
    }

    /// The first one, two or three of some values, as a bound.
    struct Given {
        let values: Values
        let count: Int

        var bound: Bound {
            switch count {
            case 1: Bound(name: values.name)
            case 2: Bound(name: values.name, points: values.points)
            default: Bound(name: values.name, points: values.points, at: values.at)
            }
        }

        /// Whether others are below, at or above these, part by part as far as they go.
        func place(of others: Values) -> Int {
            if !others.name.isIdentical(to: values.name) { return others.name.precedes(values.name) ? -1 : 1 }
            if count > 1, others.points != values.points { return others.points < values.points ? -1 : 1 }
            if count > 2, others.at != values.at { return others.at < values.at ? -1 : 1 }
            return 0
        }
    }

    @Test("A range has exactly the values in it, compared part by part")
    func values() throws {
        var parts = RandomParts(seed: 21)
        for _ in 0..<200 {
            let names = (0..<3).map { _ in parts.text() }
            let days = (0..<3).map { _ in parts.date() }
            var values: [Values] = []
            for name in names {
                for points in [-10, -1, 0, parts.integer()] {
                    values += days.map { Values(name: name, points: points, at: $0) }
                }
            }
            func given() -> Given {
                Given(values: values[parts.number(in: 0...values.count - 1)], count: parts.number(in: 1...3))
            }
            let (lower, upper) = (given(), given())
            for (range, contains) in WideRange.all(lower.bound, upper.bound) {
                let condition = SortKeyCondition.range(after: "N#", in: range)
                for value in values {
                    let isIn = contains(lower.place(of: value), upper.place(of: value))
                    #expect(try condition.selects(value.key) == isIn, "\(range) \(value.key.debugDescription)")
                }
                for key in ["N", "N!", "N\u{10FFFE}", "O#", "M#"] {
                    #expect(try !condition.selects(key), "\(range) \(key)")
                }
            }
        }
    }

    @Test("Bounds may end at different parts, and the wrong way round they are empty")
    func texts() {
        let (five, all) = (Bound(name: "a", points: 5), Bound(name: "b"))
        let key = ("N#a#P#\(5)" as KeyText).text
        #expect(
            SortKeyCondition.range(after: "N#", in: five...all).kind
                == .range(.between(.value(.string(key)), .value("N#b#P#\u{10FFFF}"))))
        #expect(SortKeyCondition.range(after: "N#", in: all...five).kind == .nothing)
        #expect(
            SortKeyCondition.range(after: "N#", in: SortKeyRange<Bound>()).kind
                == .range(.between(.value("N#"), .value("N#\u{10FFFF}"))))
        #expect(five < all)
        #expect(Bound(name: "a") < five)
    }

    @Test("A bound that cannot be in a key refuses the query")
    func problems() {
        for range in [
            Bound(name: "\u{10FFFF}")..., ...Bound(name: "\u{10FFFF}"),
            Bound(name: "a")...Bound(name: "a", points: 1, at: Date(timeIntervalSince1970: .nan)),
        ] as [SortKeyRange<Bound>] {
            switch SortKeyCondition.range(after: "N#", in: range).kind {
            case .range(.beginsWith(let operand)): #expect(operand.isInvalid)
            case .range(.between(let lower, let upper)): #expect(lower.isInvalid || upper.isInvalid)
            case let kind: Issue.record("\(kind) is not refused")
            }
        }
    }
}

/// All kinds of ranges between two bounds, and whether they contain what is below (-1), at (0) or above (1) each of them.
enum WideRange<Bound: SortKeyBound> {
    static func all(_ lower: Bound, _ upper: Bound) -> [(range: SortKeyRange<Bound>, contains: (Int, Int) -> Bool)] {
        [
            (lower...upper, { $0 >= 0 && $1 <= 0 }), (lower..<upper, { $0 >= 0 && $1 < 0 }),
            (lower..., { low, _ in low >= 0 }),
            (...upper, { $1 <= 0 }), (..<upper, { $1 < 0 }), (.above(lower), { low, _ in low > 0 }),
            (.above(lower, through: upper), { $0 > 0 && $1 <= 0 }), (.above(lower, upTo: upper), { $0 > 0 && $1 < 0 }),
        ]
    }
}
