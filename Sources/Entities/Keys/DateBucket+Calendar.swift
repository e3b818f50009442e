// Where buckets begin and end, in milliseconds after 1970 (UTC).

extension DateBucket {
    private static let hourLength: Int64 = 3_600_000
    private static let dayLength: Int64 = 24 * hourLength

    /// The beginning of the bucket that a time is in.
    func start(of time: Int64) -> Int64 {
        switch self {
        case .hour: return time.roundedDown(to: Self.hourLength)
        case .day: return time.roundedDown(to: Self.dayLength)
        case .week: return Self.milliseconds(of: CivilDate.monday(of: Self.days(of: time)))
        case .month, .year:
            var date = CivilDate(daysSince1970: Self.days(of: time))
            date.day = 1
            if self == .year { date.month = 1 }
            return Self.milliseconds(of: date.daysSince1970)
        }
    }

    /// The beginning of the bucket behind the one that begins so.
    func next(after start: Int64) -> Int64 {
        switch self {
        case .hour: return start + Self.hourLength
        case .day: return start + Self.dayLength
        case .week: return start + 7 * Self.dayLength
        case .month, .year:
            var date = CivilDate(daysSince1970: Self.days(of: start))
            let isDecember = date.month == 12
            if self == .year || isDecember { date.year += 1 }
            if self == .month { date.month = isDecember ? 1 : date.month + 1 }
            return Self.milliseconds(of: date.daysSince1970)
        }
    }

    private static func days(of time: Int64) -> Int { Int(time.roundedDown(to: dayLength) / dayLength) }

    private static func milliseconds(of days: Int) -> Int64 { Int64(days) * dayLength }
}

extension CivilDate {
    /// The Monday of the week that a day is in. 1970 began on a Thursday.
    static func monday(of days: Int) -> Int { days - ((days + 3) % 7 + 7) % 7 }
}

extension Int64 {
    fileprivate func roundedDown(to unit: Int64) -> Int64 {
        let rest = self % unit
        return self - rest - (rest < 0 ? unit : 0)
    }
}
