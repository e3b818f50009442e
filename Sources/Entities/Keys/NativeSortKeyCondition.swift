/// What a query asks of a sort key attribute that holds a value of its own, not a key text: native multi-attribute indexes.
///
/// Values are compared as DynamoDB does: numbers by value, text by its UTF-8.
public struct NativeSortKeyCondition: Hashable, Sendable {
    /// `nil` for a range that is empty.
    let condition: KeyCondition.RangeCondition?

    private static var nothing: Self { Self(condition: nil) }

    /// The sort key attribute `name` in a range; `nil` for a range without bounds.
    public static func range<Bound: AttributeConvertible & Comparable>(
        _ name: String, _ range: SortKeyRange<Bound>
    ) -> Self? {
        self.range(name, range) { Operand(converting: $0) }
    }

    /// The sort key attribute `name`, which has a coding of its own, in a range; `nil` for a range without bounds.
    public static func range<Coding: AttributeCoding & SendableMetatype>(
        _ name: String, _ range: SortKeyRange<Coding.Value>, as coding: Coding.Type
    ) -> Self? {
        self.range(name, range) { Operand($0, as: coding) }
    }

    private static func range<Bound: Sendable>(
        _ name: String, _ range: SortKeyRange<Bound>, _ operand: (Bound) -> Operand
    ) -> Self? {
        func condition(_ range: KeyCondition.Range) -> Self { Self(condition: .init(name, range)) }
        if let prefix = range.prefix.map(operand) {
            return prefix.isEmptyKey ? nil : condition(.beginsWith(prefix))
        }
        // DynamoDB has no empty keys: all are above the empty text, none below.
        var lower = range.lower.map(operand)
        if lower?.isEmptyKey == true { lower = nil }
        let upper = range.upper.map(operand)
        if upper?.isEmptyKey == true { return nothing }

        switch (lower, upper) {
        case (nil, nil): return nil
        case (let lower?, nil): return condition(range.includesLower ? .greaterOrEqual(lower) : .greater(lower))
        case (nil, let upper?): return condition(range.includesUpper ? .lessOrEqual(upper) : .less(upper))
        case (let lower?, let upper?):
            // DynamoDB has no half-open range on a sort key, so a bound that is left out becomes the next value.
            guard let least = range.includesLower ? lower : lower.leastAbove,
                let greatest = range.includesUpper ? upper : upper.greatestBelow, !greatest.precedes(least)
            else { return nothing }
            return condition(.between(least, greatest))
        }
    }
}

extension Operand {
    /// Whether it is the empty text or binary, which no key can be.
    fileprivate var isEmptyKey: Bool { self == .value(.string("")) || self == .value(.binary([])) }

    /// Whether a value comes before another of the same type in DynamoDB's order. `false` for what cannot be a key.
    fileprivate func precedes(_ other: Operand) -> Bool {
        switch (self, other) {
        case (.value(.number(let left)), .value(.number(let right))): left < right
        case (.value(.string(let left)), .value(.string(let right))): left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.value(.binary(let left)), .value(.binary(let right))): left.lexicographicallyPrecedes(right)
        default: false
        }
    }

    /// The least value that can be stored and is above this one; `nil` where there is none.
    fileprivate var leastAbove: Operand? {
        switch self {
        case .value(.number(let number)): number.leastAbove.map { .value(.number($0)) }
        case .value(.string(let text)): .value(.string(KeyText(literal: text).leastAbove.text))
        // Nothing that has an order on its own: the executor says why it cannot be a key.
        default: self
        }
    }

    /// The greatest value that can be stored and is below this one; `nil` where there is none.
    fileprivate var greatestBelow: Operand? {
        switch self {
        case .value(.number(let number)): number.greatestBelow.map { .value(.number($0)) }
        case .value(.string(let text)): KeyText(literal: text).greatestBelow.map { .value(.string($0.text)) }
        // Nothing that has an order on its own: the executor says why it cannot be a key.
        default: self
        }
    }
}

extension Number {
    /// The least number above this one that DynamoDB can hold; `nil` for the greatest number of all.
    var leastAbove: Number? { (-self).greatestBelow.map { -$0 } }

    /// The greatest number below this one that DynamoDB can hold; `nil` for the least number of all.
    var greatestBelow: Number? {
        if significand == 0 { return Number("-1E-130") }
        // One less in the last of 38 digits.
        let shift = Number.maximumSignificantDigits - DecimalDigits.count(significand.magnitude)
        var digits = significand * Int128(DecimalDigits.power(shift)) - 1
        var exponent = Int(exponent) - shift
        if digits > 0, DecimalDigits.count(digits.magnitude) < Number.maximumSignificantDigits {
            // 1000…0 is followed downwards by 999…9, and there is room for one more digit.
            (digits, exponent) = (digits * 10 + 9, exponent - 1)
        }
        // Between 0 and the least magnitude is nothing; the positive parse fails only there, the negative only below the least number.
        return Number("\(digits)E\(exponent)") ?? (digits > 0 ? Number.zero : nil)
    }
}
