import Foundation
import Testing

@testable import Entities

@Suite("Numbers and dates in keys")
struct KeyNumberTests {
    /// Checks the texts of a type's integers at the ends and around zero: they are in order and of one form.
    private func check<I: FixedWidthInteger & KeyPart>(_ type: I.Type, digits: Int) {
        let around: [Int8] = I.isSigned ? [-11, -10, -9, -1, 0, 1, 9, 10, 11] : [2, 9, 10, 11]
        let values: [I] = [.min, .min + 1] + around.map { I(truncatingIfNeeded: $0) } + [.max / 2, .max - 1, .max]
        let texts = values.map { ("\($0)" as KeyText).text }
        #expect(texts == texts.sorted { $0.precedes($1) })
        #expect(Set(texts).count == values.count)
        #expect(texts.allSatisfy { $0.drop { $0 == "-" }.utf8.count == digits }, "\(texts)")
    }

    @Test("Integers of every width are in numeric order")
    func widths() {
        check(Int8.self, digits: 3)
        check(Int16.self, digits: 5)
        check(Int32.self, digits: 10)
        check(Int64.self, digits: 19)
        check(Int.self, digits: 19)
        check(UInt8.self, digits: 3)
        check(UInt16.self, digits: 5)
        check(UInt32.self, digits: 10)
        check(UInt64.self, digits: 20)
        check(UInt.self, digits: 20)
    }

    @Test("Random integers are in numeric order", arguments: 0..<4 as Range<UInt64>)
    func order(seed: UInt64) {
        var parts = RandomParts(seed: seed)
        for _ in 0..<3_000 {
            let (left, right) = (parts.integer(), parts.integer())
            let keys: (KeyText, KeyText) = ("\(left)", "\(right)")
            #expect(keys.0.precedes(keys.1) == (left < right), "\(left) \(right)")
            #expect((keys.0 == keys.1) == (left == right))
        }
    }

    @Test(
        "An integer has as many digits as the key says",
        arguments: [
            (0, 1, "0"), (7, 3, "007"), (999, 3, "999"), (-1, 3, "-998"), (-999, 3, "-000"),
            (.max, 19, "9223372036854775807"),
            (.min, 19, "-0776627963145224191"), (5, 25, "0000000000000000000000005"), (0, 0, ""),
        ])
    func width(value: Int, width: Int, text: String) {
        let key: KeyText = "\(value, width: width)"
        #expect(key.text == text)
        #expect(key.problem == nil)
    }

    @Test("An integer with more digits is refused", arguments: [(1000, 3), (-1000, 3), (.min, 18), (1, 0), (1, -1)])
    func tooWide(value: Int, width: Int) {
        let key: KeyText = "\(value, width: width)"
        #expect(key.problem?.reason == "\(value) has more than \(width) digits, the key keeps no more")
    }

    @Test(
        "Numbers are fixed point",
        arguments: [
            ("0", "000.00"), ("1.5", "001.50"), ("-1.5", "-998.49"), ("999.99", "999.99"), ("-999.99", "-000.00"),
            ("0.01", "000.01"), ("100", "100.00"), ("-0.01", "-999.98"),
        ])
    func fixedPoint(number: String, text: String) throws {
        let number = try Number(parsing: number)
        #expect(("\(number, width: 3, scale: 2)" as KeyText).text == text)
    }

    @Test(
        "A number that does not fit exactly is refused, not rounded",
        arguments: ["0.001", "1000", "-1000", "1E125", "1E-130"])
    func inexact(number: String) throws {
        let number = try Number(parsing: number)
        #expect(("\(number, width: 3, scale: 2)" as KeyText).problem != nil)
    }

    @Test("Fixed point takes every type of number")
    func fixedPointTypes() {
        #expect(("\(1.25, width: 2, scale: 3)" as KeyText).text == "01.250")
        #expect(("\(Float(-0.5), width: 1, scale: 1)" as KeyText).text == "-9.4")
        #expect(("\(Decimal(12), width: 2, scale: 0)" as KeyText).text == "12")
        #expect(("\(12, width: 2, scale: 1)" as KeyText).text == "12.0")
        #expect(("\(Number(1), width: 60, scale: 0)" as KeyText).text == String(repeating: "0", count: 59) + "1")
        #expect(("\(Double.nan, width: 2, scale: 1)" as KeyText).problem != nil)
        #expect(("\(Double.infinity, width: 2, scale: 1)" as KeyText).problem != nil)
        #expect(("\("12", width: 2, scale: 1)" as KeyText).problem != nil)
    }

    @Test("Fixed point is in numeric order", arguments: 0..<4 as Range<UInt64>)
    func fixedPointOrder(seed: UInt64) throws {
        var parts = RandomParts(seed: seed)
        for _ in 0..<2_000 {
            let (left, right) = (parts.number(in: -99_999...99_999), parts.number(in: -99_999...99_999))
            let (leftNumber, rightNumber) = (try #require(Number("\(left)E-2")), try #require(Number("\(right)E-2")))
            let keys: (KeyText, KeyText) = ("\(leftNumber, width: 3, scale: 2)", "\(rightNumber, width: 3, scale: 2)")
            #expect(keys.0.precedes(keys.1) == (left < right), "\(left) \(right)")
        }
    }

    @Test("Dates are in order and refused outside the years 0000 to 9999", arguments: 0..<4 as Range<UInt64>)
    func dates(seed: UInt64) {
        var parts = RandomParts(seed: seed)
        for _ in 0..<1_000 {
            let (left, right) = (parts.date(), parts.date())
            let keys: (KeyText, KeyText) = ("\(left)", "\(right)")
            #expect(keys.0.precedes(keys.1) == (left < right))
            #expect(keys.0.utf8.count == 24)
        }
    }

    @Test(
        "A date that has no text is refused",
        arguments: [Double.nan, .infinity, -.infinity, 1e300, 253_402_300_800, -62_167_219_200.001])
    func impossibleDates(seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        let key: KeyText = "P#\(date)"
        #expect(key.problem?.reason.hasSuffix("seconds since 1970 is not in the years 0000 to 9999") == true)
        #expect(("\(date, .month)" as KeyText).problem != nil)
    }

    @Test(
        "A bucket is the beginning of the date",
        arguments: [
            (DateBucket.year, "2026"), (.month, "2026-11"), (.day, "2026-11-21"), (.hour, "2026-11-21T02"),
        ])
    func buckets(bucket: DateBucket, text: String) {
        #expect(("\(Date(timeIntervalSince1970: 1_795_229_160), bucket)" as KeyText).text == text)
    }

    @Test("The shard of a value never changes")
    func shards() {
        // FNV-1a 64 of "a" is 0xAF63DC4C8601EC8C, of "" 0xCBF29CE484222325 (http://www.isthe.com/chongo/tech/comp/fnv/).
        #expect(("\(shard: "a", of: 16)" as KeyText).text == "12")
        #expect(("\(shard: "", of: 16)" as KeyText).text == "05")
        #expect(("\(shard: "a", of: 1)" as KeyText).text == "0")
        #expect(("\(shard: 3, count: 10)" as KeyText).text == "3")
        #expect(("\(shard: 3, count: 101)" as KeyText).text == "003")
        #expect(
            ("\(shard: 10, count: 10)" as KeyText).problem?.reason
                == "there is no shard 10 of 10: they are numbered from 0")
        #expect(("\(shard: -1, count: 10)" as KeyText).problem != nil)
        #expect(("\(shard: 0, count: .min)" as KeyText).problem != nil)
        #expect(("\(shard: "a", of: 0)" as KeyText).problem != nil)
    }
}
