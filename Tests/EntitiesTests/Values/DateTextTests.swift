import Foundation
import Testing

@testable import Entities

@Suite struct DateTextTests {
    static let examples: [(Int64, String)] = [
        (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"), (1, "1970-01-01T00:00:00.001Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"), (1_795_229_160_000, "2026-11-21T02:46:00.000Z"),
        (4_107_542_399_999, "2100-02-28T23:59:59.999Z"), (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
        (-2_208_988_800_000, "1900-01-01T00:00:00.000Z"),
    ]

    @Test("Known dates print and read", arguments: examples)
    func known(milliseconds: Int64, text: String) {
        let date = Date(millisecondsSince1970: milliseconds)
        #expect(DateText.text(of: date) == text)
        #expect(DateText.date(text) == date)
        #expect(date.millisecondsSince1970 == milliseconds)
    }

    @Test("Dates print as Foundation prints them, and come back to the millisecond")
    func againstFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        var generator = SplitMix64(seed: 1)
        // Foundation's calendar is Julian before 1582.
        for _ in 0..<2000 {
            let milliseconds = Int64.random(in: -12_200_000_000_000...253_402_300_799_999, using: &generator)
            let date = Date(millisecondsSince1970: milliseconds)
            let text = try #require(DateText.text(of: date))
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
            func padded(_ value: Int?, _ width: Int) -> String {
                let digits = String(value ?? -1)
                return String(repeating: "0", count: max(0, width - digits.count)) + digits
            }
            let day = "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
            let time = "\(padded(parts.hour, 2)):\(padded(parts.minute, 2)):\(padded(parts.second, 2))"
            let fraction = padded(Int((milliseconds % 1000 + 1000) % 1000), 3)
            #expect(text == "\(day)T\(time).\(fraction)Z")
            #expect(DateText.date(text)?.millisecondsSince1970 == milliseconds)
            let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
            #expect(try style.parse(text).millisecondsSince1970 == milliseconds)
        }
    }

    @Test("The order of the texts is the order of the dates")
    func order() throws {
        var generator = SplitMix64(seed: 2)
        for _ in 0..<2000 {
            let first = Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &generator)
            let shift = Int64(1) << Int64.random(in: 0...40, using: &generator)
            let second = min(first + shift, 253_402_300_799_999)
            let left = try #require(DateText.text(of: Date(millisecondsSince1970: first)))
            let right = try #require(DateText.text(of: Date(millisecondsSince1970: second)))
            #expect((left < right) == (first < second))
            #expect(left.utf8.count == 24)
        }
    }

    @Test("Months follow each other without a gap in the years 0000 to 9999")
    func calendar() {
        var expected = CivilDate(year: 0, month: 1, day: 1).daysSince1970
        var isGapless = true
        for year in 0...9999 {
            for month in 1...12 {
                var date = CivilDate(year: year, month: month, day: 1)
                isGapless = isGapless && date.daysSince1970 == expected && CivilDate(daysSince1970: expected) == date
                while date.exists { date.day += 1 }
                expected += date.day - 1
                date.day -= 1
                isGapless = isGapless && CivilDate(daysSince1970: expected - 1) == date
            }
        }
        #expect(isGapless)
        #expect(expected == 2_932_897)  // 10000-01-01
    }

    @Test(
        "Buckets are the beginning of the text",
        arguments: [
            (DateText.Precision.year, "2026"), (.month, "2026-11"), (.day, "2026-11-21"), (.hour, "2026-11-21T02"),
        ])
    func buckets(precision: DateText.Precision, text: String) throws {
        let date = try #require(DateText.date("2026-11-21T02:46:59.999Z"))
        #expect(DateText.text(of: date, precision) == text)
    }

    @Test(
        "Fractions and offsets are understood, and rounded to milliseconds",
        arguments: [
            ("2026-11-21T02:46:00Z", "2026-11-21T02:46:00.000Z"),
            ("2026-11-21T02:46:00.5Z", "2026-11-21T02:46:00.500Z"),
            ("2026-11-21T02:46:00.1234Z", "2026-11-21T02:46:00.123Z"),
            ("2026-11-21T02:46:00.1235Z", "2026-11-21T02:46:00.124Z"),
            ("2026-12-31T23:59:59.999999999Z", "2027-01-01T00:00:00.000Z"),
            ("2026-11-21T02:46:00+02:00", "2026-11-21T00:46:00.000Z"),
            ("2026-11-21T02:46:00.25-09:30", "2026-11-21T12:16:00.250Z"),
            ("2026-01-01T00:00:00+23:59", "2025-12-31T00:01:00.000Z"),
            ("2024-02-29T12:00:00-00:00", "2024-02-29T12:00:00.000Z"),
        ])
    func forms(text: String, expected: String) throws {
        #expect(DateText.text(of: try #require(DateText.date(text))) == expected)
    }

    @Test(
        "What is not a date is refused",
        arguments: [
            "", "2026", "2026-11-21", "2026-11-21T02:46Z", "2026-11-21T02:46:00", "2026-11-21 02:46:00Z",
            "2026-11-21t02:46:00z", "2026-11-21T02:46:00.Z", "2026-11-21T02:46:00.1234567890Z",
            "2026-11-21T02:46:00,5Z",
            "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-11-31T00:00:00Z", "2026-11-00T00:00:00Z",
            "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T23:60:00Z",
            "2026-11-21T23:59:60Z", "2026-11-21T02:46:00+24:00", "2026-11-21T02:46:00+02:60",
            "2026-11-21T02:46:00+0200",
            "2026-11-21T02:46:00+02", "2026-11-21T02:46:00ZZ", " 2026-11-21T02:46:00Z", "2026-11-21T02:46:00Z ",
            "+2026-11-21T02:46:00Z", "-026-11-21T02:46:00Z", "12026-11-21T02:46:00Z", "٢٠٢٦-11-21T02:46:00Z",
            "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59.9999Z", "9999-12-31T23:59:59-00:01",
        ])
    func refused(text: String) {
        #expect(DateText.date(text) == nil)
    }

    /// Not as arguments of type `Date`: Foundation's description of a date that is not finite traps.
    @Test(
        "Dates without four-digit years have no text",
        arguments: [
            253_402_300_800, -62_167_219_200.001, 253_402_300_799.9996, -1e11, .infinity, -.infinity, .nan, 1e300,
        ] as [Double])
    func outside(secondsSince1970: Double) {
        let date = Date(timeIntervalSince1970: secondsSince1970)
        var text: [UInt8] = [1]
        let hasText = DateText.append(date, to: &text)
        #expect(!hasText)
        #expect(text == [1])
        #expect(DateText.text(of: date) == nil)
    }

    @Test("A rounded date equals the one that was stored and read")
    func rounding() throws {
        var generator = SplitMix64(seed: 3)
        for _ in 0..<2000 {
            let date = Date(timeIntervalSince1970: Double.random(in: -1e9...4e9, using: &generator))
            let rounded = date.roundedToMilliseconds
            #expect(abs(rounded.timeIntervalSince(date)) <= 0.000_500_5)
            #expect(DateText.date(try #require(DateText.text(of: date))) == rounded)
            #expect(rounded.roundedToMilliseconds == rounded)
        }
    }
}
