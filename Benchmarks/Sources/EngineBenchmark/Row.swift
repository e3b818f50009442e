import Foundation

/// A line of the report.
struct Row: CustomStringConvertible {
    private let name: String
    private let rate: Double
    private let spread: ClosedRange<Double>?
    private let itemsPerOperation: Int

    /// - Parameters:
    ///   - rate: operations per second of processor time.
    ///   - itemsPerOperation: how many items each of them moves.
    init(_ name: String, _ rate: Double, spread: ClosedRange<Double>? = nil, itemsPerOperation: Int = 1) {
        self.name = name
        self.rate = rate
        self.spread = spread
        self.itemsPerOperation = itemsPerOperation
    }

    var description: String {
        var line = "  " + name.padding(toLength: 34, withPad: " ", startingAt: 0)
        line += String(format: "%8.1f k per CPU second", rate / 1000)
        if let spread {
            line += String(format: " (%.1f to %.1f)", spread.lowerBound / 1000, spread.upperBound / 1000)
        }
        if itemsPerOperation > 1 {
            line += String(format: ", %.2f M items", rate * Double(itemsPerOperation) / 1_000_000)
        }
        return line
    }
}
