import Entities
import Foundation
import Testing

@Suite struct NumberConversionTests {
    @Test("Integers of all widths convert exactly")
    func integers() {
        let literal: Number = -1200
        #expect(literal.description == "-1200")
        #expect(Number(Int64.min).description == "-9223372036854775808")
        #expect(Number(UInt64.max).description == "18446744073709551615")
        #expect(Number(Int.max).description == "9223372036854775807")
        #expect(Number(UInt.max).description == "18446744073709551615")
        #expect(
            [Number(Int8.min), Number(Int16.min), Number(Int32.min)].map(\.description) == [
                "-128", "-32768", "-2147483648",
            ])
        #expect(
            [Number(UInt8.max), Number(UInt16.max), Number(UInt32.max)].map(\.description) == [
                "255", "65535", "4294967295",
            ])
    }

    @Test("Integers with more than 38 significant digits do not convert")
    func wideIntegers() throws {
        let largest: Int128 = 99_999_999_999_999_999_999_999_999_999_999_999_999
        #expect(Number(exactly: largest)?.description == "\(largest)")
        #expect(Number(exactly: -largest)?.description == "-\(largest)")
        #expect(Number(exactly: largest + 1) == Number("1e38"))
        #expect(Number(exactly: largest + 2) == nil)
        #expect(Number(exactly: Int128.max) == nil)
        #expect(Number(exactly: UInt128.max) == nil)
        #expect(Number(exactly: 42 as UInt8) == 42)
    }

    @Test("A number gives the integer it is, or none")
    func toIntegers() throws {
        #expect(Int(exactly: Number("1e3") ?? 0) == 1000)
        #expect(Int8(exactly: 127 as Number) == 127)
        #expect(Int8(exactly: 128 as Number) == nil)
        #expect(UInt8(exactly: -1 as Number) == nil)
        let half = try Number(parsing: "0.5")
        #expect(half.exactly(as: Int.self) == nil)
        #expect(try Number(parsing: "-9223372036854775808").exactly(as: Int64.self) == .min)
        #expect(try Number(parsing: "9223372036854775808").exactly(as: Int64.self) == nil)
        #expect(try Number(parsing: "1e125").exactly(as: Int64.self) == nil)
        #expect(try Number(parsing: "1e38").exactly(as: Int128.self) == Int128("1" + String(repeating: "0", count: 38)))
        #expect(try Number(parsing: "2e38").exactly(as: Int128.self) == nil)
        #expect(
            try Number(parsing: "3e38").exactly(as: UInt128.self) == UInt128("3" + String(repeating: "0", count: 38)))
        #expect(try Number(parsing: "4e38").exactly(as: UInt128.self) == nil)
    }

    @Test(
        "A Double becomes the shortest decimal that reads back as it",
        arguments: [
            (0.1, "0.1"), (-0.0, "0"), (1e21, "1000000000000000000000"), (1.5e-7, "0.00000015"),
            (123456.789, "123456.789"),
            (Double("1.25e125") ?? 0, "125" + String(repeating: "0", count: 123)), (.zero, "0"),
        ])
    func doubles(value: Double, text: String) throws {
        #expect(try Number(value).description == text)
    }

    @Test(
        "Doubles that DynamoDB cannot hold are refused",
        arguments: [
            (Double.nan, NumberError.Code.notANumber), (.infinity, .notANumber), (-.infinity, .notANumber),
            (1e126, .overflow), (.greatestFiniteMagnitude, .overflow), (1e-131, .underflow),
            (.leastNonzeroMagnitude, .underflow),
        ])
    func refusedDoubles(value: Double, code: NumberError.Code) {
        #expect { try Number(value) } throws: { ($0 as? NumberError)?.code == code }
    }

    @Test("Doubles and Floats come back as they were")
    func doubleRoundTrip() throws {
        var generator = SplitMix64(seed: 7)
        var converted = 0
        for _ in 0..<5000 {
            let double = Double(bitPattern: generator.next())
            if let number = try? Number(double) {
                converted += 1
                #expect(number.doubleValue == double)
            }
            let float = Float(bitPattern: UInt32(truncatingIfNeeded: generator.next()))
            if let number = try? Number(float) { #expect(Float(number.description) == float) }
            let price = Double(Int.random(in: -10_000_000...10_000_000, using: &generator)) / 100
            #expect(try Number(price).doubleValue == price)
        }
        #expect(converted > 1000)
    }

    @Test("A Double with few digits is the number that it prints as", arguments: 0..<4 as Range<UInt64>)
    func shortDoubles(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<5000 {
            let digits = Int64(bitPattern: generator.next() >> UInt64.random(in: 12...63, using: &generator)) + 1
            let scale = Int.random(in: -3...9, using: &generator)
            let text = "\(Bool.random(using: &generator) ? "-" : "")\(digits)e\(-scale)"
            let double = try #require(Double(text))
            for value in [double, double.nextUp, double.nextDown, double / 3] {
                #expect(try Number(value) == Number(parsing: value.description), "\(text)")
            }
        }
    }

    @Test("The nearest Double is that of the text")
    func nearestDouble() throws {
        var numbers = RandomNumbers(seed: 8)
        for _ in 0..<3000 {
            let number = try numbers.number()
            #expect(number.doubleValue == Double(number.description))
        }
    }

    @Test(
        "Decimals convert both ways without a change",
        arguments: [
            "0", "1", "-1.5", "12345678901234567890123456789012345678", "0.00000000000000000000000000000000000001",
            "-99999999999999999999999999999999999999", "18446744073709551616.5", "1e120", "-1e-120",
        ])
    func decimals(text: String) throws {
        let number = try Number(parsing: text)
        let decimal = try #require(Decimal(exactly: number))
        #expect(decimal == Decimal(string: text))
        #expect(try Number(decimal) == number)
    }

    @Test("What a Decimal cannot hold exactly does not convert, and the other way round")
    func refusedDecimals() throws {
        #expect(Decimal(exactly: try Number(parsing: "1e-130")) == nil)
        #expect(Decimal(exactly: try Number(parsing: "1.2345678901234567890123456789012345678e-120")) == nil)
        #expect { try Number(Decimal.nan) } throws: { ($0 as? NumberError)?.code == .notANumber }
        #expect { try Number(Decimal.greatestFiniteMagnitude) } throws: {
            ($0 as? NumberError)?.code == .tooManyDigits || ($0 as? NumberError)?.code == .overflow
        }
    }

    @Test("Random numbers survive a Decimal wherever there is one")
    func decimalRoundTrip() throws {
        var numbers = RandomNumbers(seed: 9)
        var converted = 0
        for _ in 0..<2000 {
            let number = try numbers.number()
            guard let decimal = Decimal(exactly: number) else { continue }
            converted += 1
            #expect(try Number(decimal) == number)
        }
        #expect(converted > 1000)
    }
}
