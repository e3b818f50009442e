/// Dates as ISO 8601 text in UTC, in a form whose order is the order of the dates: `2026-11-21T02:46:00.000Z`.
package enum DateText {
    /// How much of a date its text says; what is left out is cut off, not rounded.
    package enum Precision: Sendable {
        /// `2026`
        case year
        /// `2026-11`
        case month
        /// `2026-W47`
        case week
        /// `2026-11-21`
        case day
        /// `2026-11-21T02`
        case hour
        /// `2026-11-21T02:46:00.000Z`
        case millisecond

        /// The length of the text.
        var length: Int {
            switch self {
            case .year: 4
            case .month: 7
            case .week: 8
            case .day: 10
            case .hour: 13
            case .millisecond: 24
            }
        }
    }

    /// 0000-01-01T00:00:00.000Z … 9999-12-31T23:59:59.999Z: outside, the text would not have a fixed width.
    private static let range: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999
    private static let millisecondsPerDay: Int64 = 86_400_000

    /// Appends the text of a date, rounded to milliseconds first. Returns `false`, and appends nothing, for a date outside the
    /// years 0000 to 9999.
    package static func append(
        _ date: Date, _ precision: Precision = .millisecond, to text: inout some (ByteSink & ~Copyable)
    ) -> Bool {
        guard let milliseconds = date.millisecondsSince1970, range.contains(milliseconds) else { return false }
        var time = Int(milliseconds % millisecondsPerDay)
        var days = Int(milliseconds / millisecondsPerDay)
        if time < 0 { (days, time) = (days - 1, time + Int(millisecondsPerDay)) }
        if precision == .week { return appendWeek(of: days, to: &text) }
        let date = CivilDate(daysSince1970: days)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
            buffer.initialize(repeating: UInt8(ascii: "-"))
            write(date.year / 100, into: buffer, at: 0)
            write(date.year % 100, into: buffer, at: 2)
            write(date.month, into: buffer, at: 5)
            write(date.day, into: buffer, at: 8)
            buffer[10] = UInt8(ascii: "T")
            write(time / 3_600_000, into: buffer, at: 11)
            buffer[13] = UInt8(ascii: ":")
            write(time / 60_000 % 60, into: buffer, at: 14)
            buffer[16] = UInt8(ascii: ":")
            write(time / 1000 % 60, into: buffer, at: 17)
            buffer[19] = UInt8(ascii: ".")
            buffer[20] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: time / 100 % 10)
            write(time % 100, into: buffer, at: 21)
            buffer[23] = UInt8(ascii: "Z")
            text.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<precision.length]))
        }
        return true
    }

    /// The week is that of the year which has its Thursday: the first of January can be in the last week of the year before.
    private static func appendWeek(of days: Int, to text: inout some (ByteSink & ~Copyable)) -> Bool {
        let thursday = CivilDate.monday(of: days) + 3
        let year = CivilDate(daysSince1970: thursday).year
        guard year >= 0 else { return false }
        let week = (thursday - CivilDate(year: year, month: 1, day: 1).daysSince1970) / 7 + 1
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8) { buffer in
            buffer.initialize(repeating: UInt8(ascii: "-"))
            write(year / 100, into: buffer, at: 0)
            write(year % 100, into: buffer, at: 2)
            buffer[5] = UInt8(ascii: "W")
            write(week, into: buffer, at: 6)
            text.append(contentsOf: UnsafeBufferPointer(buffer))
        }
        return true
    }

    /// Writes two digits.
    private static func write(_ value: Int, into buffer: UnsafeMutableBufferPointer<UInt8>, at index: Int) {
        buffer[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10)
        buffer[index + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10)
    }

    /// The text of a date, or `nil` outside the years 0000 to 9999.
    package static func text(of date: Date, _ precision: Precision = .millisecond) -> String? {
        var text: [UInt8] = []
        text.reserveCapacity(24)
        return append(date, precision, to: &text) ? String(decoding: text, as: UTF8.self) : nil
    }

    /// The date that a text stands for, with the grammar of `date(utf8:)`.
    package static func date(_ text: some StringProtocol) -> Date? {
        var text = String(text)
        return text.withUTF8 { date(utf8: $0) }
    }

    /// The date that a text stands for, rounded to milliseconds, or `nil` if it is not a date or lies outside the years that
    /// can be written.
    ///
    /// Read is `YYYY-MM-DDTHH:MM:SS`, then perhaps a fraction of 1 to 9 digits, then `Z` or an offset such as `+02:00`. Days
    /// and times that do not exist are refused, leap seconds too, since a `Date` has none.
    package static func date(utf8: UnsafeBufferPointer<UInt8>) -> Date? {
        var reader = Reader(utf8: utf8)
        guard let century = reader.pair(), let yearOfCentury = reader.pair(), reader.skip(UInt8(ascii: "-")),
            let month = reader.pair(), reader.skip(UInt8(ascii: "-")), let day = reader.pair(),
            reader.skip(UInt8(ascii: "T")), let hour = reader.pair(), reader.skip(UInt8(ascii: ":")),
            let minute = reader.pair(), reader.skip(UInt8(ascii: ":")), let second = reader.pair(),
            let nanoseconds = reader.fraction(), let offset = reader.offset(), reader.isAtEnd
        else { return nil }
        let date = CivilDate(year: century * 100 + yearOfCentury, month: month, day: day)
        guard date.exists, hour < 24, minute < 60, second < 60 else { return nil }
        let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset * 60
        let milliseconds = Int64(seconds) * 1000 + Int64((nanoseconds + 500_000) / 1_000_000)
        return range.contains(milliseconds) ? Date(millisecondsSince1970: milliseconds) : nil
    }

    /// Reads the parts of a date one after the other; each returns `nil` if it is not there.
    private struct Reader {
        let utf8: UnsafeBufferPointer<UInt8>
        var index = 0

        init(utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

        var isAtEnd: Bool { index == utf8.count }

        mutating func skip(_ byte: UInt8) -> Bool {
            guard index < utf8.count, utf8[index] == byte else { return false }
            index += 1
            return true
        }

        mutating func digit() -> Int? {
            guard index < utf8.count else { return nil }
            let digit = utf8[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            index += 1
            return Int(digit)
        }

        /// A number of two digits.
        mutating func pair() -> Int? {
            guard let tens = digit(), let ones = digit() else { return nil }
            return tens * 10 + ones
        }

        /// Nanoseconds; none if there is no fraction.
        mutating func fraction() -> Int? {
            guard skip(UInt8(ascii: ".")) else { return 0 }
            guard var value = digit() else { return nil }
            var count = 1
            while let digit = digit() {
                guard count < 9 else { return nil }
                value = value * 10 + digit
                count += 1
            }
            for _ in count..<9 { value *= 10 }
            return value
        }

        /// Minutes east of UTC.
        mutating func offset() -> Int? {
            if skip(UInt8(ascii: "Z")) { return 0 }
            let isEast = skip(UInt8(ascii: "+"))
            guard isEast || skip(UInt8(ascii: "-")), let hours = pair(), skip(UInt8(ascii: ":")), let minutes = pair(),
                hours < 24, minutes < 60
            else { return nil }
            return isEast ? hours * 60 + minutes : -(hours * 60 + minutes)
        }
    }
}
