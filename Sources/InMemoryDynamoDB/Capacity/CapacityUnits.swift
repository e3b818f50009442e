/// How many capacity units reading or writing so many bytes takes.
///
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html: a read unit is 4 KB read strongly, half
/// of it buys an eventual read; a write unit is 1 KB. Each part is rounded up by itself before it is doubled or added.
enum CapacityUnits {
    /// Of one read of `bytes` altogether. Reading nothing takes one unit (or half of it), too.
    static func read(_ bytes: Int, consistent: Bool) -> Double {
        let units = max(1, Double((bytes + 4095) / 4096))
        return consistent ? units : units / 2
    }

    /// Of writing one item of `bytes`. Deleting what is not there takes one unit.
    static func write(_ bytes: Int) -> Double {
        max(1, Double((bytes + 1023) / 1024))
    }

    /// What a transaction multiplies its reads with, and its writes of tables, though not those of their indexes.
    static let transactionFactor = 2.0
}
