/// What a query asks of a sort key attribute that holds a value of its own, not a key text: native multi-attribute indexes.
public struct NativeSortKeyCondition: Hashable, Sendable {
    /// `nil` for a range that is empty.
    let condition: KeyCondition.RangeCondition?

    /// The sort key attribute `name` in a range.
    public static func range<Bound: AttributeConvertible & Comparable>(
        _ name: String, _ range: SortKeyRange<Bound>
    ) -> Self? {
        if let lower = range.lower, let upper = range.upper, lower > upper { return Self(condition: nil) }
        let lower = range.lower.map { Operand(converting: $0) }
        let upper = range.upper.map { Operand(converting: $0) }
        if let prefix = range.prefix {
            return Self(condition: .init(name, .beginsWith(.value(.string(prefix)))))
        }
        switch (lower, upper) {
        case (nil, nil): return nil
        case (let lower?, nil): return Self(condition: .init(name, .greaterOrEqual(lower)))
        case (nil, let upper?):
            return Self(condition: .init(name, range.includesUpper ? .lessOrEqual(upper) : .less(upper)))
        case (let lower?, let upper?):
            if range.includesUpper { return Self(condition: .init(name, .between(lower, upper))) }
            // DynamoDB has no half-open range on a sort key, so the bound becomes the greatest value below.
            guard let below = upper.greatestBelow, range.lower != range.upper else { return Self(condition: nil) }
            return Self(condition: .init(name, .between(lower, below)))
        }
    }
}

extension Operand {
    /// The greatest value that can be stored and is below this one; `nil` where there is none.
    var greatestBelow: Operand? {
        switch self {
        case .value(.number(let number)): number.greatestBelow.map { .value(.number($0)) }
        case .value(.string(let text)): KeyText(literal: text).greatestBelow.map { .value(.string($0.text)) }
        case .invalid: self
        default: nil
        }
    }
}

extension Number {
    /// The greatest number of 38 digits below this one; `nil` for the least number.
    var greatestBelow: Number? {
        guard significand != 0 else { return Number("-1E-130") }
        let limit: Int128 = 100_000_000_000_000_000_000_000_000_000_000_000_000
        var (digits, exponent) = (significand, Int(exponent))
        while digits.magnitude * 10 < limit.magnitude, exponent > -130 {
            digits *= 10
            exponent -= 1
        }
        digits -= 1
        if significand > 0, digits.magnitude < limit.magnitude / 10, exponent > -130 {
            // 1000…0 is followed downwards by 0999…9: one more digit fits behind.
            (digits, exponent) = (digits * 10 + 9, exponent - 1)
        }
        return Number("\(digits)E\(exponent)")
    }
}
