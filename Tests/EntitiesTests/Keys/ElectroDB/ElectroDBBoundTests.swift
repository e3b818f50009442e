import Testing

@testable import Entities

@Suite("Ranges over several parts in ElectroDB's format")
struct ElectroDBBoundTests {
    /// What stands in a sort key: `$Task_1#status_<status>#points_<points>#name_<name>`, clustered with the entity behind. A key is cut off
    /// where a part is missing.
    struct Values {
        var status: String
        var points: Int?
        var name: String?

        func key(_ form: Form) -> String {
            var key = form.prefix
            key.append("\(raw: status)#points_")
            if let points { key.append("\(raw: points, padding: 4, "0")#name_") }
            if points != nil, let name { key.append("\(raw: name)") }
            key.append(literal: form.postfix)
            return key.cased(form.casing).text
        }
    }

    struct Form: Sendable, CustomTestStringConvertible {
        let prefix: KeyText
        let postfix: String
        let casing: KeyTextCasing
        var testDescription: String { "\(prefix.text) \(casing)" }

        static let all = [
            Form(prefix: "$Task_1#status_", postfix: "", casing: .lowercased),
            Form(prefix: "#status_", postfix: "$Task_1", casing: .lowercased),
            Form(prefix: "$Task_1#status_", postfix: "", casing: .uppercased),
            Form(prefix: "S#", postfix: "", casing: .asWritten),
        ]
    }

    struct Bound: SortKeyBound {
        let place: SortKeyPlace
        init(status: String) { place = .init("\(raw: status)", before: "#points_") }
        init(status: String, points: Int) {
            place = .init("\(raw: status)#points_\(raw: points, padding: 4, "0")", before: "#name_")
        }
        init(status: String, points: Int, name: String, postfix: String = "") {
            place = .init("\(raw: status)#points_\(raw: points, padding: 4, "0")#name_\(raw: name)", postfix: postfix)
        }
    }

    /// The first one, two or three of some values, as a bound.
    struct Given {
        let values: (status: String, points: Int, name: String)
        let count: Int

        func bound(_ form: Form) -> Bound {
            switch count {
            case 1: Bound(status: values.status)
            case 2: Bound(status: values.status, points: values.points)
            default: Bound(status: values.status, points: values.points, name: values.name, postfix: form.postfix)
            }
        }

        /// Whether others are below, at or above these. What is missing is below all that is there.
        func place(of others: Values) -> Int {
            if others.status != values.status { return others.status < values.status ? -1 : 1 }
            if count > 1, others.points != values.points { return (others.points ?? -1) < values.points ? -1 : 1 }
            if count > 2, others.name != values.name { return (others.name ?? "") < values.name ? -1 : 1 }
            return 0
        }
    }

    @Test(
        "Where keys have the order of their values (padded numbers, small letters), a range has exactly those in it",
        arguments: Form.all)
    func values(form: Form) throws {
        var parts = RandomParts(seed: 22)
        func text() -> String {
            String((0..<parts.number(in: 1...3)).map { _ -> Character in parts.isHeads() ? "a" : "b" })
        }
        for _ in 0..<100 {
            var values: [Values] = []
            for status in [text(), text(), text()] {
                values += [Values(status: status)]
                for points in [0, 9, 10, 9999] {
                    values += [Values(status: status, points: points)]
                    values += (0..<2).map { _ in Values(status: status, points: points, name: text()) }
                }
            }
            func given() -> Given {
                let value = values[parts.number(in: 0...values.count - 1)]
                return Given(
                    values: (value.status, value.points ?? 10, value.name ?? text()), count: parts.number(in: 1...3))
            }
            let (lower, upper) = (given(), given())
            for (range, contains) in WideRange.all(lower.bound(form), upper.bound(form)) {
                let condition = SortKeyCondition.range(after: form.prefix, in: range, casing: form.casing)
                for value in values {
                    let isIn = contains(lower.place(of: value), upper.place(of: value))
                    let key = value.key(form)
                    #expect(try condition.selects(key) == isIn, "\(range) \(key)")
                }
                let start = form.prefix.cased(form.casing).text.dropLast()
                for key in ["!", start + "!", start + "\u{10FFFE}", "\u{10FFFD}"] {
                    #expect(try !condition.selects(String(key)), "\(range) \(key)")
                }
            }
        }
    }

    private func keys(
        _ prefix: KeyText, _ range: SortKeyRange<Bound>, within entity: KeyText? = nil
    ) -> KeyCondition.Range? {
        let condition = SortKeyCondition.range(after: prefix, in: range, casing: .lowercased, within: entity)
        if case .range(let range)? = condition.kindByKeys { return range }
        return nil
    }

    // electrodb.md 2.3: operators have the key up to the last value, without the label behind it; clustered keys that are
    // whole have what ends them.
    @Test("ElectroDB's comparison has its operators and bounds")
    func comparison() {
        let prefix: KeyText = "$Task_1#status_"
        func text(_ text: String) -> Operand { .value(.string("$task_1#status_" + text)) }
        #expect(
            keys(prefix, .above(Bound(status: "Open", points: 5))) == .greater(text("open#points_0005")))
        #expect(
            keys(prefix, Bound(status: "open")...) == .greaterOrEqual(text("open")))
        #expect(
            keys(prefix, ..<Bound(status: "open", points: 5, name: "x")) == .less(text("open#points_0005#name_x")))
        #expect(
            keys(prefix, ...Bound(status: "open", points: 5)) == .lessOrEqual(text("open#points_0005")))
        #expect(
            keys(prefix, Bound(status: "done", points: 5)...Bound(status: "open"))
                == .between(text("done#points_0005"), text("open")))
        #expect(
            keys("#status_", .above(Bound(status: "open", points: 5, name: "x", postfix: "$Task_1")))
                == .greater(.value("#status_open#points_0005#name_x$task_1")))
        #expect(
            keys(prefix, .above(Bound(status: "open", points: 5)), within: "$task_1#")
                == .between(text("open#points_0005\0"), .value("$task_1#\u{10FFFF}")))
    }

    @Test("A bound that cannot be in a key refuses the query, in both comparisons")
    func problems() {
        let condition = SortKeyCondition.range(
            after: "\(raw: Double.nan)#", in: Bound(status: "open")..., casing: .lowercased)
        guard case .range(.beginsWith(let operand)) = condition.kind else {
            Issue.record("\(condition) is not refused")
            return
        }
        #expect(operand.isInvalid)
        #expect(condition.kindByKeys == nil)
    }
}
