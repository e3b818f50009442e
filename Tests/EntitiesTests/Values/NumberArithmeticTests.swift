import Entities
import Testing

@Suite struct NumberArithmeticTests {
    static let sums: [(String, String, String)] = [
        ("1", "2", "3"), ("0.1", "0.2", "0.3"), ("1", "-1", "0"), ("0", "-5", "-5"), ("99", "1", "100"),
        ("-0.5", "0.25", "-0.25"), ("1e125", "-1e125", "0"), ("1e20", "1e-10", "100000000000000000000.0000000001"),
        ("99999999999999999999999999999999999999", "1", "100000000000000000000000000000000000000"),
        (
            "99999999999999999999999999999999999995", "99999999999999999999999999999999999995",
            "199999999999999999999999999999999999990"
        ),
        ("100000000000000000000000000000000000000", "-1", "99999999999999999999999999999999999999"),
        ("-100000000000000000000000000000000000000", "1", "-99999999999999999999999999999999999999"),
    ]

    @Test("Sums are exact", arguments: sums)
    func sum(left: String, right: String, expected: String) throws {
        let (left, right) = (try Number(parsing: left), try Number(parsing: right))
        #expect(try Number.adding(left, right).description == expected)
        #expect(try Number.adding(right, left).description == expected)
        #expect(try Number.subtracting(left, -right).description == expected)
    }

    static let beyond: [(String, String, NumberError.Code)] = [
        ("1e38", "1", .tooManyDigits), ("1e125", "1e-130", .tooManyDigits), ("1e39", "-1", .tooManyDigits),
        ("99999999999999999999999999999999999999", "0.1", .tooManyDigits),
        ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999", .tooManyDigits),
        ("9e125", "1e125", .overflow), ("-9e125", "-1e125", .overflow), ("1.5e-130", "-1.4e-130", .underflow),
    ]

    @Test("Sums that would have to be rounded or leave the range are refused", arguments: beyond)
    func refused(left: String, right: String, code: NumberError.Code) throws {
        let (left, right) = (try Number(parsing: left), try Number(parsing: right))
        #expect { try Number.adding(left, right) } throws: { ($0 as? NumberError)?.code == code }
        #expect { try Number.subtracting(right, -left) } throws: { ($0 as? NumberError)?.code == code }
    }

    @Test("Sums and differences agree with arithmetic on digit arrays")
    func againstDigitArrays() throws {
        var numbers = RandomNumbers(seed: 6)
        var (exact, digits) = (0, 0)
        for _ in 0..<4000 {
            let (left, right) = try numbers.pair()
            for (result, oracle) in [
                (
                    Result { try Number.adding(left, right) },
                    DigitArray(left.description) + DigitArray(right.description)
                ),
                (
                    Result { try Number.subtracting(left, right) },
                    DigitArray(left.description) + DigitArray(right.description).negated
                ),
            ] {
                let expected: NumberError.Code? =
                    oracle.isZero
                    ? nil
                    : oracle.significantDigits > 38
                        ? .tooManyDigits
                        : (oracle.firstExponent ?? 0) > 125
                            ? .overflow : (oracle.firstExponent ?? 0) < -130 ? .underflow : nil
                switch result {
                case .success(let sum):
                    exact += 1
                    #expect(expected == nil && sum.description == oracle.text, "\(left) ± \(right)")
                case .failure(let error):
                    if expected == .tooManyDigits { digits += 1 }
                    #expect((error as? NumberError)?.code == expected, "\(left) ± \(right)")
                }
            }
        }
        // Both outcomes were really seen.
        #expect(exact > 1000)
        #expect(digits > 1000)
    }

    /// 1 + ceil(integer digits / 2) + ceil(fraction digits / 2) + 1 if negative, zeros at both ends left out.
    @Test(
        "Size follows DynamoDB's rule",
        arguments: [
            ("0", 1), ("1", 2), ("-1", 3), ("10", 2), ("12", 2), ("123", 3), ("1000", 2), ("1e125", 2), ("1e-130", 2),
            ("0.5", 2), ("1.5", 3), ("-1.5", 4), ("12.34", 3), ("123.456", 5), ("100.5", 4), ("0.012", 2), ("1200", 2),
            ("12345678901234567890123456789012345678", 20), ("-12345678901234567890123456789012345678", 21),
            ("1.2345678901234567890123456789012345678", 21),
        ])
    func size(text: String, bytes: Int) throws {
        #expect(try Number(parsing: text).sizeInBytes == bytes)
    }
}
