import Entities
import Testing

/// Random numbers as text, spread over all lengths, exponents and signs that DynamoDB has.
struct RandomNumbers {
    var generator: SplitMix64

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    /// The text of a number in scientific form, with 1…38 digits.
    mutating func text() -> String {
        if Int.random(in: 0..<50, using: &generator) == 0 { return "0" }
        let count = Int.random(in: 1...38, using: &generator)
        var digits = (0..<count).map { _ in Int.random(in: 0...9, using: &generator) }
        digits[0] = Int.random(in: 1...9, using: &generator)
        // Runs of zeros and nines are where carries and trimming go wrong.
        if count > 2, Bool.random(using: &generator) {
            let run = Int.random(in: 1..<count, using: &generator)
            let digit = Bool.random(using: &generator) ? 9 : 0
            for index in run..<count where Int.random(in: 0..<12, using: &generator) != 0 { digits[index] = digit }
        }
        let exponent =
            Bool.random(using: &generator)
            ? Int.random(in: -130...125, using: &generator) : Int.random(in: -12...22, using: &generator)
        let sign = Bool.random(using: &generator) ? "-" : ""
        let fraction = digits.dropFirst().map(String.init).joined()
        return "\(sign)\(digits[0])\(fraction.isEmpty ? "" : ".")\(fraction)e\(exponent)"
    }

    mutating func number() throws -> Number { try Number(parsing: text()) }

    /// A pair of numbers that are often close to each other, or each other's negative.
    mutating func pair() throws -> (Number, Number) {
        let first = try number()
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: return (first, try number())
        case 1: return (first, -first)
        case 2:
            // The same digits with another one at the end, or one less.
            let text = first.description
            let last = String(Int.random(in: 0...9, using: &generator))
            let longer = text.contains(".") ? text + last : text + "." + last
            return (first, Number(longer) ?? Number(String(text.dropLast())) ?? first)
        case 3:
            let text = first.description
            let other = String(text.dropLast()) + String(Int.random(in: 0...9, using: &generator))
            return (first, Number(other) ?? first)
        default:
            // Exponents some way apart, so that sums come out at about 38 digits.
            let shift = Int.random(in: -40...40, using: &generator)
            let other = try number()
            return (first, Number("\(other.significand)e\(Int(first.exponent) + shift)") ?? other)
        }
    }
}

/// Decimals as arrays of digits, the slow and obvious way, to check `Number` against.
struct DigitArray: Equatable {
    /// Digits from 10^-320 (first) to 10^319, all in 0…9.
    private(set) var digits = [Int](repeating: 0, count: 640)
    private(set) var isNegative = false
    private static let point = 320

    /// Reads plain decimal text.
    init(_ text: String) {
        var text = Substring(text)
        isNegative = text.first == "-"
        if isNegative { text = text.dropFirst() }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        for (offset, digit) in parts[0].reversed().enumerated() {
            digits[Self.point + offset] = digit.wholeNumberValue ?? 0
        }
        if parts.count > 1 {
            for (offset, digit) in parts[1].enumerated() {
                digits[Self.point - 1 - offset] = digit.wholeNumberValue ?? 0
            }
        }
    }

    private init(digits: [Int], isNegative: Bool) {
        self.digits = digits
        self.isNegative = isNegative
    }

    var isZero: Bool { digits.allSatisfy { $0 == 0 } }
    var negated: DigitArray { DigitArray(digits: digits, isNegative: !isNegative) }
    var firstExponent: Int? { digits.lastIndex { $0 != 0 }.map { $0 - Self.point } }
    var lastExponent: Int? { digits.firstIndex { $0 != 0 }.map { $0 - Self.point } }
    var significantDigits: Int { (firstExponent ?? 0) - (lastExponent ?? 1) + 1 }

    static func magnitudeLess(_ left: DigitArray, _ right: DigitArray) -> Bool {
        left.digits.reversed().lexicographicallyPrecedes(right.digits.reversed())
    }

    static func < (left: DigitArray, right: DigitArray) -> Bool {
        if left.isZero && right.isZero { return false }
        let (leftNegative, rightNegative) = (left.isNegative && !left.isZero, right.isNegative && !right.isZero)
        if leftNegative != rightNegative { return leftNegative }
        return leftNegative ? magnitudeLess(right, left) : magnitudeLess(left, right)
    }

    static func + (left: DigitArray, right: DigitArray) -> DigitArray {
        var result = left.digits
        if left.isNegative == right.isNegative {
            var carry = 0
            for index in result.indices {
                let sum = left.digits[index] + right.digits[index] + carry
                (result[index], carry) = (sum % 10, sum / 10)
            }
            return DigitArray(digits: result, isNegative: left.isNegative)
        }
        let (larger, smaller) = magnitudeLess(left, right) ? (right, left) : (left, right)
        var borrow = 0
        for index in result.indices {
            let difference = larger.digits[index] - smaller.digits[index] - borrow
            borrow = difference < 0 ? 1 : 0
            result[index] = difference + 10 * borrow
        }
        return DigitArray(digits: result, isNegative: larger.isNegative)
    }

    /// Plain decimal text without zeros at the ends.
    var text: String {
        guard let first = firstExponent, let last = lastExponent else { return "0" }
        var text = isNegative ? "-" : ""
        for exponent in stride(from: max(first, 0), through: min(last, 0), by: -1) {
            if exponent == -1 { text += "." }
            text += String(digits[Self.point + exponent])
        }
        return text
    }
}
