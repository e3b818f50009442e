/// What requests take by DynamoDB's rules, for items as large as the samples.
///
/// A read unit is 4 KB read consistently, half of one buys an eventual read, a page is rounded up as a whole. A write unit is 1 KB. A
/// transaction takes twice as much of what it reads, and of what it writes to the table; what that changes in indexes takes no more.
enum CapacityEstimate {
    /// How many items a page is reckoned to have.
    static let pageSize = 20

    /// Units of an eventual read of so many bytes altogether.
    static func read(_ bytes: Int) -> Double { Double(max(1, (bytes + 4_095) / 4_096)) / 2 }

    /// Units of writing one item.
    static func write(_ bytes: Int) -> Double { Double(max(1, (bytes + 1_023) / 1_024)) }

    /// A transaction's units, of what would take so many of the table by itself.
    static func transaction(_ units: Double) -> Double { 2 * units }

    /// Units as people write them: `3`, `0.5`.
    static func text(_ units: Double) -> String {
        units == units.rounded() ? "\(Int(units))" : "\(units)"
    }
}
