/// How much of a date a key keeps, in UTC.
public enum DateBucket: String, Hashable, Sendable, CaseIterable, Codable {
    /// `2026`
    case year
    /// `2026-11`
    case month
    /// `2026-11-21`
    case day
    /// `2026-11-21T02`
    case hour

    /// The length of the bucket's text, a prefix of the full ISO 8601 text.
    package var length: Int {
        switch self {
        case .year: 4
        case .month: 7
        case .day: 10
        case .hour: 13
        }
    }
}
