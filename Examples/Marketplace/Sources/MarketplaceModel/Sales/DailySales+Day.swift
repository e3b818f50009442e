extension DailySales {
    /// The day of a date in UTC: `2026-11-21`.
    public static func day(of date: Date) -> String {
        date.formatted(.iso8601.year().month().day())
    }
}
