/// What the requests for a sharded counter take. Each of its items is far smaller than a unit.
struct CounterCapacity {
    let counter: ShardedCounterModel

    /// Changing one of the items.
    let change = CapacityEstimate.write(0)

    /// An eventual read of all items; twice as much if consistent.
    var value: Double { Double(counter.shards) * CapacityEstimate.read(0) }

    /// Changing all items, in a transaction.
    var all: Double { CapacityEstimate.transaction(Double(counter.shards) * change) }
}
