import Foundation
import Testing

@testable import Entities

@Suite("Ranges of native sort keys")
struct NativeSortKeyConditionTests {
    /// Whether DynamoDB would select a value.
    private func selects(_ condition: NativeSortKeyCondition?, _ value: AttributeValue) throws -> Bool {
        guard let condition else { return true }
        guard let range = condition.condition?.range else { return false }
        func precedes(_ left: Operand, _ right: Operand) throws -> Bool {
            switch (left, right) {
            case (.value(.string(let left)), .value(.string(let right))): return left.precedes(right)
            case (.value(.number(let left)), .value(.number(let right))): return left < right
            default:
                Issue.record("\(left) and \(right) have no order")
                return false
            }
        }
        switch range {
        case .less(let bound): return try precedes(.value(value), bound)
        case .lessOrEqual(let bound): return try !precedes(bound, .value(value))
        case .greater(let bound): return try precedes(bound, .value(value))
        case .greaterOrEqual(let bound): return try !precedes(.value(value), bound)
        case .between(let lower, let upper):
            #expect(try !precedes(upper, lower), "DynamoDB refuses bounds in the wrong order")
            return try !precedes(.value(value), lower) && !precedes(upper, .value(value))
        case .beginsWith(.value(.string(let prefix))):
            guard case .string(let text) = value else { return false }
            return text.utf8.starts(with: prefix.utf8)
        case .beginsWith(let operand):
            Issue.record("\(operand) is no prefix")
            return false
        }
    }

    private func check<Bound: KeyPart & Comparable & AttributeConvertible>(
        _ tests: [TestRange<Bound>], _ values: [Bound]
    ) throws {
        for test in tests {
            let condition = NativeSortKeyCondition.range("a", test.range)
            for value in values {
                let stored = try AttributeValue(converting: value)
                if stored == "" { continue }
                #expect(try selects(condition, stored) == test.contains(value), "\(test.range) \(value)")
            }
        }
    }

    @Test("A range selects exactly the values in it", arguments: 0..<40 as Range<UInt64>)
    func ranges(seed: UInt64) throws {
        var parts = RandomParts(seed: seed)
        var texts = (0..<20).map { _ in parts.text() }
        texts.append("b\0")
        try check(TestRange.all(texts[0], texts[1], by: { $0.precedes($1) }), texts)
        try check(TestRange.all(texts[0], texts[0], by: { $0.precedes($1) }), texts)
        try check(TestRange.all("a", "b\0", by: { $0.precedes($1) }), texts)
        try check(
            [TestRange(range: .beginning(with: texts[2])) { [prefix = texts[2]] in $0.utf8.starts(with: prefix.utf8) }],
            texts)
        let integers = (0..<20).map { _ in parts.integer() }
        try check(TestRange.all(integers[0], integers[1], by: <), integers)
        try check(TestRange.all(integers[0], integers[0], by: <), integers)
        let dates = (0..<20).map { _ in parts.date() }
        try check(TestRange.all(dates[0], dates[1], by: <), dates)
    }

    @Test("Empty text is no key, so that it bounds nothing")
    func emptyText() {
        #expect(NativeSortKeyCondition.range("a", ""...) == nil)
        #expect(NativeSortKeyCondition.range("a", .beginning(with: "")) == nil)
        #expect(NativeSortKeyCondition.range("a", .above("")) == nil)
        #expect(NativeSortKeyCondition.range("a", ..."")?.condition == .some(nil))
        #expect(NativeSortKeyCondition.range("a", ..<"")?.condition == .some(nil))
        #expect(NativeSortKeyCondition.range("a", ""..."b")?.condition == .init("a", .lessOrEqual(.value("b"))))
    }

    @Test("A coding of its own makes the bounds")
    func coding() throws {
        let range: SortKeyRange<Date> = Date(timeIntervalSince1970: 10)..<Date(timeIntervalSince1970: 20)
        let condition = NativeSortKeyCondition.range("at", range, as: EpochSeconds.self)
        let below = try Number(parsing: "19.999999999999999999999999999999999999")
        #expect(condition?.condition == .init("at", .between(.value(10), .value(.number(below)))))
    }

    @Test("A bound that cannot be stored refuses the query")
    func problems() {
        let bad = Date(timeIntervalSince1970: .nan)
        for range in [bad..., ...bad, bad...bad, bad..<bad, .above(bad), .above(bad, upTo: bad)] as [SortKeyRange<Date>]
        {
            switch NativeSortKeyCondition.range("a", range)?.condition?.range {
            case .greater(let operand), .greaterOrEqual(let operand), .lessOrEqual(let operand),
                .between(let operand, _):
                #expect(operand.isInvalid)
            case let other: Issue.record("\(String(describing: other)) is not refused")
            }
        }
    }

    @Test(
        "The number below is the next one that DynamoDB can hold",
        arguments: [
            ("0", "-1E-130"), ("1E-130", "0"), ("1.1E-130", "1.0999999999999999999999999999999999999E-130"),
            ("1", "0.99999999999999999999999999999999999999"), ("10", "9.9999999999999999999999999999999999999"),
            ("1.0000000000000000000000000000000000001", "1"), ("-1", "-1.0000000000000000000000000000000000001"),
            ("-1E-130", "-1.0000000000000000000000000000000000001E-130"),
            ("-99999999999999999999999999999999999999", "-1E38"),
            ("9.9999999999999999999999999999999999999E125", "9.9999999999999999999999999999999999998E125"),
            ("42", "41.999999999999999999999999999999999999"),
        ])
    func greatestBelow(number: String, below: String) throws {
        #expect(try Number(parsing: number).greatestBelow == Number(parsing: below))
    }

    @Test("What is above a bound is the next value, where there is another bound")
    func above() throws {
        #expect(NativeSortKeyCondition.range("a", .above(5))?.condition == .init("a", .greater(.value(5))))
        let next = try Number(parsing: "5.0000000000000000000000000000000000001")
        #expect(
            NativeSortKeyCondition.range("a", .above(5, through: 6))?.condition
                == .init("a", .between(.value(.number(next)), .value(6))))
        #expect(
            NativeSortKeyCondition.range("a", .above("b", through: "c"))?.condition
                == .init("a", .between(.value("b\0"), .value("c"))))
        #expect(NativeSortKeyCondition.range("a", .above(5, through: 5))?.condition == .some(nil))
        let most = try Number(parsing: "9.9999999999999999999999999999999999999E125")
        #expect(NativeSortKeyCondition.range("a", .above(most, through: most))?.condition == .some(nil))
    }

    @Test("Nothing is below the least number")
    func least() throws {
        #expect(try Number(parsing: "-9.9999999999999999999999999999999999999E125").greatestBelow == nil)
    }

    @Test("Between a number and the one below there is none", arguments: 0..<300 as Range<UInt64>)
    func nothingBetween(seed: UInt64) throws {
        var random = RandomNumbers(seed: seed)
        let number = try random.number()
        guard let below = number.greatestBelow else { return }
        #expect(below < number)
        // Going up from there by the least step that 38 digits have arrives at the number, or between with too many digits.
        let other = try random.number()
        #expect(!(below < other && other < number))
        let up = -below
        if let least = up.greatestBelow { #expect(-least >= number) }
    }
}
