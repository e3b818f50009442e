import Foundation
import Testing

@testable import Entities

@Suite("Values in keys of ElectroDB's format")
struct RawKeyPartTests {
    private enum Status: String, RawKeyPart { case inReview = "in review" }
    private enum Grade: Int, AttributeConvertible { case first = 1 }

    @Test("Values stand as they are, without any escape")
    func asTheyAre() throws {
        let date = Date(timeIntervalSince1970: 1_717_230_600)
        let id = try #require(UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"))
        let link = try #require(URL(string: "https://example.com/a%20b#c"))
        let ulid = try #require(ULID("01ARZ3NDEKTSV4RRFFQ69G5FAV"))
        // "delimiters-and-emoji" of ElectroDB's vectors.
        #expect(("$parley#roomid_\(raw: "#dev_ops $1")" as KeyText).text == "$parley#roomid_#dev_ops $1")
        #expect(("\(raw: "a%b\u{10FFFF}")" as KeyText).text == "a%b\u{10FFFF}")
        #expect(("\(raw: "")|\(raw: true)|\(raw: false)" as KeyText).text == "|true|false")
        #expect(
            ("\(raw: date)|\(raw: id)|\(raw: link)|\(raw: ulid)" as KeyText).text
                == "2024-06-01T08:30:00.000Z|e621e1f8-c36c-495a-93fc-0c247a3e6e5f|https://example.com/a%20b#c|"
                + "01ARZ3NDEKTSV4RRFFQ69G5FAV")
        #expect(("\(raw: Status.inReview)|\(raw: "a#b" as KeyText)" as KeyText).text == "in review|a#b")
    }

    @Test("A value of another type stands as what is stored of it")
    func stored() {
        let date = Date(timeIntervalSince1970: 1_717_228_800.9)
        #expect(("\(raw: Grade.first)|\(raw: Grade.first, padding: 3, "0")" as KeyText).text == "1|001")
        #expect(("\(raw: date, as: EpochSeconds.self)" as KeyText).text == "1717228800")
        #expect(("\(raw: date, as: EpochMilliseconds.self)" as KeyText).text == "1717228800900")
        #expect(("\(raw: date, as: EpochSeconds.self, padding: 12, "0")" as KeyText).text == "001717228800")
        #expect(("\(raw: [1, 2])" as KeyText).problem != nil)
        #expect(("\(raw: Date(timeIntervalSince1970: .infinity), as: EpochSeconds.self)" as KeyText).problem != nil)
        #expect(("\(raw: Date(timeIntervalSince1970: .infinity))" as KeyText).problem != nil)
    }

    /// What `String(number)` gives in Node.js 20 for numbers that are written otherwise.
    static let numbers = [
        "-0": "0", "-1.0": "-1", "1e2": "100", "-25e-2": "-0.25", "1000000000000000000000": "1e+21", "-1E21": "-1e+21",
        "1500000000000000000000": "1.5e+21", "1e20": "100000000000000000000",
        "999999999999999868928": "999999999999999900000",
        "1e-6": "0.000001", "15e-7": "0.0000015", "0.0000001": "1e-7", "0.000000042": "4.2e-8",
        "-0.000000000125": "-1.25e-10", "3.0000000000000004e-1": "0.30000000000000004", "4.9e-324": "5e-324",
        "1.7976931348623157e308": "1.7976931348623157e+308", "9007199254740993": "9007199254740992",
        "1152921504606846976": "1152921504606847000", "1e16": "10000000000000000",
    ]
    /// Numbers that are written so.
    static let plain = [
        "0", "1", "-1", "100", "0.1", "-33.8688", "123456789012345680000", "5e-324", "123456.789", "12345678901.5",
        "-12.5",
        "9007199254740994", "4.2e-8",
    ]

    @Test("A double is written as JavaScript does", arguments: numbers.map { $0 } + plain.map { ($0, $0) })
    func doubles(number: String, text: String) throws {
        let double = try #require(Double(number))
        #expect(("\(raw: double)" as KeyText).text == text)
        // Of what DynamoDB can hold, the stored number is written alike.
        if let stored = try? Number(double) { #expect(("\(raw: stored)" as KeyText).text == text) }
    }

    @Test("Integers have all their digits")
    func integers() {
        #expect(("\(raw: 0)|\(raw: -5)|\(raw: UInt8(255))|\(raw: Int8.min)" as KeyText).text == "0|-5|255|-128")
        #expect(("\(raw: Int.max)|\(raw: Int.min)" as KeyText).text == "9223372036854775807|-9223372036854775808")
        #expect(("\(raw: UInt64.max)" as KeyText).text == "18446744073709551615")
        #expect(("\(raw: Int128(-999_999_999_999_999_999_999))" as KeyText).text == "-999999999999999999999")
        #expect(("\(raw: UInt128(1_000_000_000_000_000_000_000))" as KeyText).text == "1e+21")
        #expect(("\(raw: UInt128.max)" as KeyText).problem != nil)
    }

    @Test("Floats and decimals are written by the number that is stored of them")
    func otherNumbers() throws {
        #expect(("\(raw: Float(0.1))|\(raw: Float(-0.0))|\(raw: Float(1e21))" as KeyText).text == "0.1|0|1e+21")
        #expect(("\(raw: Float(16_777_216))|\(raw: Float(1e-7))" as KeyText).text == "16777216|1e-7")
        #expect(("\(raw: try #require(Decimal(string: "19.90")))" as KeyText).text == "19.9")
        #expect(("\(raw: Decimal.nan)" as KeyText).problem != nil)
    }

    @Test(
        "A number that JavaScript would round is refused",
        arguments: ["9007199254740993", "0.1000000000000000000001", "-3.14159265358979323846", "1E125"])
    func notADouble(text: String) throws {
        let key: KeyText = "\(raw: try Number(parsing: text))"
        if text == "1E125" {
            #expect(key.text == "1e+125")
        } else {
            #expect(key.problem?.reason.hasPrefix("\(text) has more digits than a number in JavaScript") == true)
        }
    }

    @Test("What is not finite is refused", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(number: Double) {
        #expect(("\(raw: number)" as KeyText).problem?.reason == "\(number) cannot be part of a key")
        #expect(("\(raw: Float(number))" as KeyText).problem != nil)
    }

    @Test(
        "A value is filled up in front by its UTF-16 length, as padStart does",
        arguments: [
            // From ElectroDB's vectors: joinedYear, lot, quantities that are wider, sku and family.
            ("2019", 6, "0", "002019"), ("-5", 4, "0", "00-5"), ("123456", 4, "0", "123456"),
            ("Ax-900", 12, "0", "000000Ax-900"), ("🧴🧴-é", 12, "0", "000000🧴🧴-é"), ("oil", 8, "*-", "*-*-*oil"),
            ("ÖL👍", 8, "*-", "*-*-ÖL👍"),
            // From Node.js 20.
            ("a", 5, "🦀", "🦀🦀a"), ("", 3, "ab", "aba"), ("a", 4, "", "a"), ("abc", 3, "0", "abc"), ("a", -1, "0", "a"),
        ])
    func padding(value: String, length: Int, fill: String, text: String) {
        let key: KeyText = "K#\(raw: value, padding: length, fill)"
        #expect(key.text == "K#" + text)
        #expect(key.problem == nil)
    }

    @Test("Padding that would end in half a character is refused")
    func halfCharacter() {
        #expect(
            ("\(raw: "a", padding: 4, "🦀")" as KeyText).problem?.reason
                == "the padding would end in half of 🦀, which no text can")
    }
}
