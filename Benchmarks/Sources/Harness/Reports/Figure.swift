import Foundation

/// Numbers as people read them.
package enum Figure {
    /// Three significant digits, or all before the point.
    package static func text(_ value: Double) -> String {
        let magnitude = abs(value)
        let digits = magnitude >= 100 || magnitude == 0 ? 0 : magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : 3
        return String(format: "%.\(digits)f", value)
    }

    /// A bound as it was set: 50, 0.45.
    package static func bound(_ value: Double) -> String { String(format: "%g", value) }

    /// From the least to the greatest.
    package static func text(_ spread: ClosedRange<Double>) -> String {
        "\(text(spread.lowerBound))–\(text(spread.upperBound))"
    }

    /// The median with the spread.
    package static func text(_ samples: Samples) -> String {
        samples.values.count > 1 ? "\(text(samples.median)) (\(text(samples.spread)))" : text(samples.median)
    }
}

extension String {
    /// With spaces behind it up to a width, at least one.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
