extension Number {
    /// The exact sum of two numbers.
    ///
    /// - Throws: `NumberError` as DynamoDB does for `+`, `-` and `ADD`: `tooManyDigits` if the sum needs more than 38
    ///   significant digits (it is never rounded), `overflow` or `underflow` if it leaves the range.
    public static func adding(_ left: Number, _ right: Number) throws(NumberError) -> Number {
        let (upper, lower) = left.exponent >= right.exponent ? (left, right) : (right, left)
        if upper.significand == 0 { return lower }
        if lower.significand == 0 { return upper }
        let shift = Int(upper.exponent) - Int(lower.exponent)
        // Written with the exponent of the lower one, the upper one ends in `shift` zeros and the lower one in another
        // digit, so the sum has no zeros to trim: where it does not fit 38 digits in that form, it fits in none.
        guard shift <= maximumSignificantDigits else { throw tooManyDigits(left, right) }
        let (scaled, overflow) = upper.significand.magnitude.multipliedReportingOverflow(by: DecimalDigits.power(shift))
        // Nothing below 10^38 brings 2×10^38 or more back to 38 digits.
        guard !overflow, scaled < 200_000_000_000_000_000_000_000_000_000_000_000_000 else {
            throw tooManyDigits(left, right)
        }
        let other = lower.significand.magnitude
        // Below 3×10^38, so it fits 128 bits.
        let isDifference = upper.isNegative != lower.isNegative
        let magnitude = !isDifference ? scaled + other : scaled >= other ? scaled - other : other - scaled
        if magnitude == 0 { return .zero }
        let isNegative = isDifference && scaled < other ? lower.isNegative : upper.isNegative
        let (trimmed, zeros) = DecimalDigits.trimmed(magnitude)
        let digits = DecimalDigits.count(trimmed)
        guard digits <= maximumSignificantDigits else { throw tooManyDigits(left, right) }
        let exponent = Int(lower.exponent) + zeros
        if exponent + digits - 1 > leadingExponents.upperBound {
            throw NumberError(.overflow, text: "\(left) + \(right)")
        }
        if exponent + digits - 1 < leadingExponents.lowerBound {
            throw NumberError(.underflow, text: "\(left) + \(right)")
        }
        return Number(normal: isNegative ? -Int128(trimmed) : Int128(trimmed), exponent: Int16(exponent))
    }

    /// The exact difference of two numbers.
    ///
    /// - Throws: `NumberError` where `adding` does.
    public static func subtracting(_ left: Number, _ right: Number) throws(NumberError) -> Number {
        try adding(left, -right)
    }

    private static func tooManyDigits(_ left: Number, _ right: Number) -> NumberError {
        NumberError(.tooManyDigits, text: "\(left) + \(right)")
    }
}
