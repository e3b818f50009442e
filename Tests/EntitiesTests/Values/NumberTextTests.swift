import Entities
import Testing

@Suite struct NumberTextTests {
    static let forms: [(String, String)] = [
        ("0", "0"), ("-0", "0"), ("+0", "0"), ("0.000", "0"), ("0e125", "0"), ("0e-130", "0"), ("000", "0"),
        ("1", "1"), ("+1", "1"), ("-1", "-1"), ("007", "7"), ("1.0", "1"), ("-12.34", "-12.34"), (".5", "0.5"),
        ("5.", "5"), ("-.5e1", "-5"), ("1e3", "1000"), ("1000", "1000"), ("1E+3", "1000"), ("15e-1", "1.5"),
        ("0.00001", "0.00001"), ("123456789012345678", "123456789012345678"),
        ("1234567890123456789", "1234567890123456789"), ("18446744073709551616", "18446744073709551616"),
        ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
        ("1234567890123456789012345678901234567800000", "1234567890123456789012345678901234567800000"),
        ("0.00012345678901234567890123456789012345678", "0.00012345678901234567890123456789012345678"),
        ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
        ("1e-130", "0." + String(repeating: "0", count: 129) + "1"),
        ("1e125", "1" + String(repeating: "0", count: 125)),
        (
            "9.9999999999999999999999999999999999999E+125",
            String(repeating: "9", count: 38) + String(repeating: "0", count: 88)
        ),
        (
            "-9.9999999999999999999999999999999999999E-130",
            "-0." + String(repeating: "0", count: 129) + String(repeating: "9", count: 38)
        ),
        (
            String(repeating: "0", count: 500) + "1" + String(repeating: "0", count: 20) + ".000",
            "100000000000000000000"
        ),
        ("0." + String(repeating: "0", count: 500) + "1e501", "1"),
        ("1" + String(repeating: "0", count: 500) + "e-500", "1"),
    ]

    @Test("Text is brought to DynamoDB's normal form", arguments: forms)
    func normalForm(text: String, expected: String) throws {
        let number = try Number(parsing: text)
        #expect(number.description == expected)
        #expect(Number(text) == number)
        #expect(try Number(parsing: expected) == number)
        #expect(try Number(parsing: expected).hashValue == number.hashValue)
    }

    @Test(
        "What is not a decimal number is refused",
        arguments: [
            "", " ", " 1", "1 ", "1 2", "+", "-", ".", "-.", "e5", "1e", "1e+", "1e1.5", "1.2.3", "--1", "+-1", "1-",
            "NaN",
            "nan", "Infinity", "-inf", "0x10", "1_000", "1,5", "1e5e5", "١", "five", "1\0", "-+",
            "1234567890123456789x",
        ])
    func refused(text: String) {
        #expect(throws: NumberError(.notANumber, text: text)) { try Number(parsing: text) }
        #expect(Number(text) == nil)
    }

    static let outside: [(String, NumberError.Code)] = [
        ("123456789012345678901234567890123456789", .tooManyDigits),
        ("-1.23456789012345678901234567890123456789", .tooManyDigits),
        ("100000000000000000000000000000000000001", .tooManyDigits),
        ("1e126", .overflow), ("0e126", .overflow), ("0e-131", .underflow), ("-1e126", .overflow),
        ("10e125", .overflow), ("1e999999999999", .overflow), ("1e999999999999999999999", .notANumber),
        ("1e-131", .underflow), ("-1e-131", .underflow), ("0.1e-130", .underflow),
        ("1e-999999999999", .underflow), ("9.9999999999999999999999999999999999999E-131", .underflow),
        ("123456789012345678901234567890123456789e100", .overflow),
    ]

    @Test("Digits and magnitudes beyond DynamoDB's are refused, the range first", arguments: outside)
    func refused(text: String, code: NumberError.Code) {
        #expect(throws: NumberError(code, text: text)) { try Number(parsing: text) }
    }

    /// The texts are those of the service, as recorded by dynalite's tests.
    @Test("Errors carry DynamoDB's own text")
    func messages() {
        #expect(
            NumberError(.notANumber, text: "b").message == "The parameter cannot be converted to a numeric value: b")
        #expect(NumberError(.notANumber, text: "").message == "The parameter cannot be converted to a numeric value")
        #expect(
            NumberError(.tooManyDigits, text: "1").message
                == "Attempting to store more than 38 significant digits in a Number")
        #expect(
            NumberError(.overflow, text: "1e126").message
                == "Number overflow. Attempting to store a number with magnitude larger than supported range")
        #expect(
            NumberError(.underflow, text: "1e-131").message
                == "Number underflow. Attempting to store a number with magnitude smaller than supported range")
        #expect(NumberError(.overflow, text: "1e126").description.hasPrefix("1e126 is too large"))
        #expect(NumberError.Code.overflow.description == "overflow")
    }

    @Test("Parsing what was printed gives the same number, and the printed digits are those that were read")
    func roundTrip() throws {
        var numbers = RandomNumbers(seed: 1)
        for _ in 0..<5000 {
            let number = try numbers.number()
            let text = number.description
            #expect(try Number(parsing: text) == number)
            #expect(DigitArray(text).text == text, "not in normal form")
            var bytes: [UInt8] = [1]
            number.append(to: &bytes)
            #expect(bytes == [1] + Array(text.utf8))
        }
    }

    @Test("A substring is read like a string")
    func substring() throws {
        #expect(try Number(parsing: "x12.5x".dropFirst().dropLast()) == Number(parsing: "12.5"))
    }
}
