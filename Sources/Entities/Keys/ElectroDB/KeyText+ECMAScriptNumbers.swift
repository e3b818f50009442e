extension KeyText {
    /// JavaScript writes integers from 10^21 on with an exponent.
    static let leastWithExponent: UInt128 = 1_000_000_000_000_000_000_000

    /// Appends all digits of an integer.
    mutating func append(digits magnitude: UInt64, isNegative: Bool) {
        if isNegative { utf8.append(UInt8(ascii: "-")) }
        let start = utf8.count
        var rest = magnitude
        repeat {
            utf8.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        utf8.reverse(from: start)
    }

    /// Appends a finite number, of which Swift has written the shortest digits, in ECMAScript's notation. The digits are the same ones,
    /// since both choose the nearest of the shortest.
    mutating func append(shortest description: String) {
        let decimal = DecimalNotation(description.utf8)
        if decimal.digits.isEmpty {
            utf8.append(UInt8(ascii: "0"))
            return
        }
        if decimal.isNegative { utf8.append(UInt8(ascii: "-")) }
        append(decimal.digits, point: decimal.point)
    }

    /// Number::toString of 0.digits × 10^point.
    private mutating func append(_ digits: ArraySlice<UInt8>, point: Int) {
        switch point {
        case 1...21 where point >= digits.count:
            append(digits)
            appendZeros(point - digits.count)
        case 1...21:
            append(digits.prefix(point))
            utf8.append(UInt8(ascii: "."))
            append(digits.dropFirst(point))
        case -5...0:
            append(literal: "0.")
            appendZeros(-point)
            append(digits)
        default:
            append(digits.prefix(1))
            if digits.count > 1 {
                utf8.append(UInt8(ascii: "."))
                append(digits.dropFirst())
            }
            append(literal: point > 0 ? "e+" : "e-")
            append(digits: UInt64((point - 1).magnitude), isNegative: false)
        }
    }

    private mutating func append(_ digits: ArraySlice<UInt8>) {
        digits.withUnsafeBufferPointer { utf8.append(contentsOf: $0) }
    }

    private mutating func appendZeros(_ count: Int) {
        for _ in 0..<count { utf8.append(UInt8(ascii: "0")) }
    }
}

/// What the text of a floating point number says, `-12.50` or `1.25e-07`: the digits without zeros at either end, and where the point
/// stands, counted from the first of them.
private struct DecimalNotation {
    private(set) var isNegative = false
    private(set) var digits: ArraySlice<UInt8> = []
    private(set) var point = 0

    init(_ text: String.UTF8View) {
        var all: [UInt8] = []
        var integerDigits: Int?
        var exponent: Substring.UTF8View = ""[...].utf8
        scan: for (index, byte) in zip(text.indices, text) {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): integerDigits = all.count
            case UInt8(ascii: "e"):
                exponent = text[text.index(after: index)...]
                break scan
            default: all.append(byte)
            }
        }
        let zeros = all.prefix { $0 == UInt8(ascii: "0") }.count
        point = (integerDigits ?? all.count) - zeros + (Int(Substring(exponent)) ?? 0)
        digits = all.dropFirst(zeros)
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    }
}
