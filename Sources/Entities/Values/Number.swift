/// A number as DynamoDB stores it: an exact decimal with up to 38 significant digits.
///
/// The magnitude is zero or lies between `1E-130` and `9.9999999999999999999999999999999999999E+125`. Values are kept in
/// one normal form, so `1.50`, `1.5` and `15e-1` are equal, hash alike and are the same key; there is no negative zero.
/// Nothing ever passes through `Double`, so no digit is lost.
///
/// ```swift
/// let price = try Number(parsing: "19.99")
/// let total = try Number.adding(price, 1)     // 20.99
/// ```
public struct Number: Hashable, Sendable {
    /// The significant digits with the sign. Zero, or not a multiple of ten; the magnitude is below 10^38.
    package let significand: Int128
    /// The power of ten that the significand is multiplied with; 0 for zero. Between -167 and 125.
    package let exponent: Int16

    /// The caller answers for the normal form.
    init(normal significand: Int128, exponent: Int16) {
        self.significand = significand
        self.exponent = exponent
    }

    /// The number of significant digits that DynamoDB keeps.
    public static let maximumSignificantDigits = 38
    /// The powers of ten that the first significant digit of a number can stand for.
    static let leadingExponents = -130...125

    /// Zero.
    public static let zero = Number(normal: 0, exponent: 0)

    /// Whether the number is below zero.
    public var isNegative: Bool { significand < 0 }

    /// Whether the number has no fraction.
    public var isInteger: Bool { exponent >= 0 }

    /// The number with the opposite sign.
    public static prefix func - (number: Number) -> Number {
        Number(normal: -number.significand, exponent: number.exponent)
    }

    /// The power of ten that the first significant digit stands for; 0 for zero.
    var leadingExponent: Int { Int(exponent) + DecimalDigits.count(significand.magnitude) - (significand == 0 ? 0 : 1) }
}

extension Number: Comparable {
    public static func < (left: Number, right: Number) -> Bool {
        if left.exponent == right.exponent { return left.significand < right.significand }
        let sign = left.significand.signum()
        if sign != right.significand.signum() { return sign < right.significand.signum() }
        // Same sign and different exponents: neither is zero.
        let (leading, other) = (left.leadingExponent, right.leadingExponent)
        if leading != other { return (leading < other) == (sign > 0) }
        // The first digits stand for the same power, so the one with the larger exponent has fewer digits, and both still
        // have at most 38 when it is written with the exponent of the other.
        let difference = Int(left.exponent) - Int(right.exponent)
        let scale = Int128(DecimalDigits.power(abs(difference)))
        return difference > 0
            ? left.significand * scale < right.significand : left.significand < right.significand * scale
    }
}

extension Number {
    /// The number's size in bytes by DynamoDB's rules, without the attribute's name.
    ///
    /// One byte, one for every two significant digits of the integer part, one for every two of the fraction (each part
    /// rounded up), and one for a minus sign. Zeros at both ends do not count: `1000` and `0.001` have one digit. Zero has
    /// no significant digits and takes the one byte.
    public var sizeInBytes: Int {
        let digits = DecimalDigits.count(significand.magnitude)
        let fraction = min(digits, max(0, -Int(exponent)))
        let integer = digits - fraction
        return 1 + (integer + 1) / 2 + (fraction + 1) / 2 + (isNegative ? 1 : 0)
    }
}
