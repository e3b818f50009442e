/// What a figure counts, and whether more of it is better.
package struct Unit: Hashable, Codable, Sendable {
    package let symbol: String
    package let isHigherBetter: Bool
    /// How many of the unit are one: seconds, or things per second.
    private let scale: Double
    private let measures: Kind

    private enum Kind: String, Codable { case rate, time, plain }

    package static let megabytesPerSecond = Unit("MB/s", .rate, 1e-6)
    package static let thousandsPerSecond = Unit("k/s", .rate, 1e-3)
    package static let millionItemsPerSecond = Unit("M items/s", .rate, 1e-6)
    package static let requestsPerSecond = Unit("requests/s", .rate, 1)
    package static let microseconds = Unit("µs", .time, 1e6)
    package static let milliseconds = Unit("ms", .time, 1e3)
    package static let seconds = Unit("s", .time, 1)
    package static let lines = Unit("lines", .plain, 1)
    /// So many times as much of something good.
    package static let times = Unit("×", .plain, 1, isHigherBetter: true)
    /// So many times as much of something that is to be saved.
    package static let timesTheSize = Unit("× the size", .plain, 1)

    private init(_ symbol: String, _ measures: Kind, _ scale: Double, isHigherBetter: Bool? = nil) {
        self.symbol = symbol
        self.measures = measures
        self.scale = scale
        self.isHigherBetter = isHigherBetter ?? (measures == .rate)
    }

    /// The figure for what was measured.
    /// - Parameters:
    ///   - measured: seconds per operation; for a unit that says nothing of time, the figure itself.
    ///   - amount: how much an operation does: bytes for a unit of bytes, items for one of items, otherwise 1.
    package func figure(_ measured: Double, amount: Double = 1) -> Double {
        switch measures {
        case .rate: amount / measured * scale
        case .time: measured / amount * scale
        case .plain: measured
        }
    }
}
