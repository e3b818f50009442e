import Foundation

/// What the rounds measured of one kind of work by one of those who did it, µs.
struct Samples: CustomStringConvertible {
    private var values: [Double] = []

    mutating func add(_ value: Double) { values.append(value) }

    var best: Double? { values.min() }
    var median: Double? { values.isEmpty ? nil : values.sorted()[values.count / 2] }

    /// Median, and the best behind it.
    var description: String {
        guard let median, let best else { return "" }
        return "\(Self.text(median)) (\(Self.text(best)))"
    }

    static func text(_ value: Double) -> String {
        String(format: value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value)
    }
}

/// User and system time of this process.
enum CPU {
    static var microseconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }
}
