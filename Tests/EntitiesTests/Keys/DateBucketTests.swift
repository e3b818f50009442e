import Foundation
import Testing

@testable import Entities

@Suite("Buckets of dates")
struct DateBucketTests {
    /// From the examples of ISO 8601 weeks in Wikipedia's "ISO week date".
    @Test(
        "A week is of the year that has its Thursday",
        arguments: [
            ("2005-01-01", "2004-W53"), ("2005-01-02", "2004-W53"), ("2005-12-31", "2005-W52"),
            ("2006-01-01", "2005-W52"),
            ("2007-01-01", "2007-W01"), ("2007-12-31", "2008-W01"), ("2008-12-28", "2008-W52"),
            ("2008-12-29", "2009-W01"),
            ("2009-12-31", "2009-W53"), ("2010-01-03", "2009-W53"), ("2026-11-21", "2026-W47"),
            ("9999-12-31", "9999-W52"),
            ("0000-01-03", "0000-W01"),
        ])
    func weeks(_ day: String, _ week: String) throws {
        let date = try #require(DateText.date("\(day)T13:00:00Z"))
        #expect(("\(date, .week)" as KeyText).text == week)
    }

    @Test("The first days of the year 0 are in a week that has no text")
    func weekBeforeYears() throws {
        let date = try #require(DateText.date("0000-01-02T00:00:00Z"))
        #expect(("\(date, .week)" as KeyText).problem != nil)
    }

    @Test("Weeks are those of Foundation's calendar")
    func calendar() {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        var random = SplitMix64(seed: 1)
        for _ in 0..<500 {
            let date = Date(timeIntervalSince1970: Double.random(in: -2e9...8e9, using: &random))
            let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
            let expected = String(format: "%04d-W%02d", parts.yearForWeekOfYear ?? 0, parts.weekOfYear ?? 0)
            #expect(("\(date, .week)" as KeyText).text == expected)
        }
    }

    @Test("Buckets follow each other without a gap, and each begins with itself", arguments: DateBucket.allCases)
    func order(_ bucket: DateBucket) {
        var random = SplitMix64(seed: 2)
        for _ in 0..<300 {
            let time = Int64.random(in: -60_000_000_000_000...250_000_000_000_000, using: &random)
            let start = bucket.start(of: time)
            let next = bucket.next(after: start)
            #expect(start <= time && time < next)
            #expect(bucket.start(of: start) == start)
            #expect(bucket.start(of: next) == next)
            #expect(bucket.start(of: next - 1) == start)
            func text(_ time: Int64) -> String { ("\(Date(millisecondsSince1970: time), bucket)" as KeyText).text }
            #expect(text(start) == text(time))
            #expect(text(next - 1) == text(time))
            #expect(text(time) < text(next))
        }
    }
}
