import Entities
import Testing

private func ordered(_ number: Number) -> [UInt8] {
    var bytes: [UInt8] = []
    number.appendOrderedBytes(to: &bytes)
    return bytes
}

@Suite struct NumberOrderTests {
    static let ascending = [
        "-9.9999999999999999999999999999999999999E125", "-1e125", "-1e124", "-100.5", "-100", "-99.99", "-99", "-10.01",
        "-10", "-9.5", "-9", "-1.1", "-1.01", "-1", "-0.9", "-0.1", "-0.01", "-1e-129", "-1.1e-130", "-1e-130", "0",
        "1e-130", "1.00001e-130", "9e-130", "1e-129", "0.001", "0.0099", "0.01", "0.1", "0.12", "0.123", "0.1234",
        "0.124",
        "0.13", "1", "1.001", "1.01", "1.1", "2", "9.99", "10", "10.001", "99", "100", "100.01", "101", "1000", "1e18",
        "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616",
        "1e38", "12345678901234567890123456789012345677e10", "12345678901234567890123456789012345678e10", "1e124",
        "1e125",
        "9.9999999999999999999999999999999999998E125", "9.9999999999999999999999999999999999999E125",
    ]

    @Test("Numbers and their ordered bytes sort by value, over the whole range")
    func knownOrder() throws {
        let numbers = try Self.ascending.map { try Number(parsing: $0) }
        for (left, leftNumber) in numbers.enumerated() {
            for (right, rightNumber) in numbers.enumerated() {
                #expect((leftNumber < rightNumber) == (left < right), "\(leftNumber) < \(rightNumber)")
                #expect(
                    ordered(leftNumber).lexicographicallyPrecedes(ordered(rightNumber)) == (left < right),
                    "bytes of \(leftNumber) < \(rightNumber)")
            }
        }
    }

    @Test("Comparison and ordered bytes agree with the digits, for numbers far apart and close together")
    func orderOfRandomPairs() throws {
        var numbers = RandomNumbers(seed: 2)
        for _ in 0..<4000 {
            let (left, right) = try numbers.pair()
            let expected = DigitArray(left.description) < DigitArray(right.description)
            #expect((left < right) == expected, "\(left) < \(right)")
            let (leftBytes, rightBytes) = (ordered(left), ordered(right))
            #expect(leftBytes.lexicographicallyPrecedes(rightBytes) == expected, "bytes of \(left) < \(right)")
            #expect((left == right) == (leftBytes == rightBytes))
            if left != right { #expect(!leftBytes.starts(with: rightBytes) && !rightBytes.starts(with: leftBytes)) }
        }
    }

    @Test("Ordered bytes are read back, and are at most 21")
    func roundTrip() throws {
        var numbers = RandomNumbers(seed: 3)
        for _ in 0..<5000 {
            let number = try numbers.number()
            let bytes = ordered(number)
            #expect((2...21).contains(bytes.count))
            #expect(bytes.withUnsafeBytes { Number(orderedBytes: $0) } == number)
            let small = bytes.withUnsafeBytes { Number.int64(orderedBytes: $0) }
            #expect(small == Int64(number.description))
        }
    }

    /// The examples of the format's description.
    @Test(
        "The format is fixed, since it is stored",
        arguments: [
            ("0", [0x80, 0x00]), ("1", [0xC1, 0x02]), ("99", [0xC1, 0xC6]), ("100", [0xC2, 0x02]),
            ("12.5", [0xC1, 0x19, 0x64]),
            ("-1", [0x3E, 0xFD]), ("10", [0xC1, 0x14]), ("1e-130", [0x80, 0x02]), ("-1e-130", [0x7F, 0xFD]),
            ("1e125", [0xFF, 0x14]),
            ("12345", [0xC3, 0x03, 0x2F, 0x5A]),
        ] as [(String, [UInt8])])
    func knownBytes(text: String, bytes: [UInt8]) throws {
        #expect(ordered(try Number(parsing: text)) == bytes)
    }

    @Test("Integers have the same ordered bytes with and without a Number")
    func integers() {
        var generator = SplitMix64(seed: 4)
        var values: [Int64] = [
            0, 1, -1, 9, 10, 99, 100, 101, -99, -100, -101, 1000, 10_000, .max, .min, .max - 7, .min + 8,
        ]
        for _ in 0..<3000 {
            values.append(Int64(bitPattern: generator.next()) >> Int64.random(in: 0...63, using: &generator))
        }
        for value in values + values.map({ $0 / 1000 * 1000 }) {
            var bytes: [UInt8] = []
            Number.appendOrderedBytes(value, to: &bytes)
            #expect(bytes == ordered(Number(value)))
            #expect(bytes.withUnsafeBytes { Number.int64(orderedBytes: $0) } == value)
        }
    }

    @Test(
        "Integers that Int64 does not hold are not read as one",
        arguments: [
            "9223372036854775808", "-9223372036854775809", "18446744073709551616", "99999999999999999999", "1e20",
            "1e125", "0.5",
            "1.5", "-0.01", "1e19", "-1e19",
        ])
    func beyondInt64(text: String) throws {
        #expect(ordered(try Number(parsing: text)).withUnsafeBytes { Number.int64(orderedBytes: $0) } == nil)
    }

    @Test(
        "Bytes that no number has are refused",
        arguments: [
            [], [0x80], [0xC1], [0xC1, 0x00], [0x7F, 0xFF], [0xC1, 0x03], [0xC1, 0x02, 0x02], [0xC1, 0x03, 0x00],
            [0xC1, 0xC8], [0xC1, 0x01, 0x02], [0xC1, 0xFF, 0x02], [0x3E, 0xFC], [0x80, 0x00, 0x00], [0x80, 0x01, 0x02],
            [0xE0] + [UInt8](repeating: 0x21, count: 19) + [0x20],
            [0xE0] + [UInt8](repeating: 0x03, count: 19) + [0x02],
            [0xE0] + [UInt8](repeating: 0x03, count: 20) + [0x02],
        ] as [[UInt8]])
    func foreignBytes(bytes: [UInt8]) {
        #expect(bytes.withUnsafeBytes { Number(orderedBytes: $0) } == nil)
        #expect(bytes.withUnsafeBytes { Number.int64(orderedBytes: $0) } == nil)
    }

    @Test("Whatever bytes are accepted are the bytes of the number they give")
    func canonical() {
        var generator = SplitMix64(seed: 5)
        var accepted = 0
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...4, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            if let number = bytes.withUnsafeBytes({ Number(orderedBytes: $0) }) {
                accepted += 1
                #expect(ordered(number) == bytes)
            }
            if let integer = bytes.withUnsafeBytes({ Number.int64(orderedBytes: $0) }) {
                #expect(ordered(Number(integer)) == bytes)
            }
        }
        #expect(accepted > 1000)
    }
}
