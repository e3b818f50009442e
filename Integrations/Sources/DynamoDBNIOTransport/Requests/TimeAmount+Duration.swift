import NIOCore

extension TimeAmount {
    /// A duration in nanoseconds; what is beyond a year is a year, what is negative is nothing.
    init(clamping duration: Duration) {
        let year: Int64 = 365 * 24 * 60 * 60
        let (seconds, attoseconds) = duration.components
        if seconds >= year {
            self = .seconds(year)
        } else if duration < .zero {
            self = .zero
        } else {
            self = .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        }
    }
}
