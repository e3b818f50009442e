public import Foundation

extension Date {
    /// A date and a time in UTC, to the second: `2026-03-14T09:00:00Z`. Nil for days that do not exist.
    public init?(utc text: String) {
        guard let date = try? Date(text, strategy: .iso8601), date.utcText == text else { return nil }
        self = date
    }

    /// The date and time in UTC, to the second: `2026-03-14T09:00:00Z`.
    public var utcText: String { formatted(.iso8601) }
}
