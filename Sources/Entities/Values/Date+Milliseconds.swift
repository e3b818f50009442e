extension Date {
    /// The date that many milliseconds after the beginning of 1970 (UTC).
    package init(millisecondsSince1970 milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    /// Milliseconds since the beginning of 1970 (UTC), rounded to the nearest; `nil` beyond ±285,000 years, where a `Double`
    /// does not tell milliseconds apart.
    package var millisecondsSince1970: Int64? {
        let milliseconds = (timeIntervalSince1970 * 1000).rounded()
        guard abs(milliseconds) < 9_007_199_254_740_992 else { return nil }
        return Int64(milliseconds)
    }

    /// The date as it comes back from the database, which keeps milliseconds.
    public var roundedToMilliseconds: Date {
        millisecondsSince1970.map { Date(millisecondsSince1970: $0) } ?? self
    }

    /// The date a while later, in whole milliseconds, as it is stored.
    func adding(_ duration: Duration) -> Date { addingTimeInterval(duration / .seconds(1)).roundedToMilliseconds }

    /// The date as it comes back from an attribute that keeps seconds: ``EpochSeconds``.
    public var roundedDownToSeconds: Date { Date(timeIntervalSince1970: timeIntervalSince1970.rounded(.down)) }
}
