/// How much of a date a key keeps, in UTC.
public enum DateBucket: String, Hashable, Sendable, CaseIterable, Codable {
    /// `2026`
    case year
    /// `2026-11`
    case month
    /// `2026-W47`, the week of ISO 8601: from Monday on, and of the year that has its Thursday.
    case week
    /// `2026-11-21`
    case day
    /// `2026-11-21T02`
    case hour

    var precision: DateText.Precision {
        switch self {
        case .year: .year
        case .month: .month
        case .week: .week
        case .day: .day
        case .hour: .hour
        }
    }
}
