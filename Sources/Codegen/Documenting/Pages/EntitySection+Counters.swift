extension EntitySection {
    /// What the requests for sharded counters take.
    var counting: [[String]] {
        entity.counters.flatMap { counter in
            let capacity = CounterCapacity(counter: counter)
            let name = counter.name
            let (one, all) = ("\(units(capacity.change)) write", "\(units(capacity.all)) write")
            let together = "all \(counter.shards) items, in a transaction"
            let value = [
                "`\(name).value`", "\(units(capacity.value)) read", "\(units(2 * capacity.value)) if consistent",
            ]
            if !counter.isStock {
                return [
                    [names(["\(name).add", "\(name).subtract"]), one, "one of \(counter.shards) items"], value,
                    ["`\(name).reset`", all, together],
                ]
            }
            let low = "\(units(2 * capacity.value)) read"
            return [
                [names(["\(name).add", "\(name).take"]), one, "one of \(counter.shards) items"],
                ["`\(name).take` where that item has not enough", "\(low) and 1 write more", "at the least"],
                ["`\(name).take(…).located`", low, ""], value,
                [names(["\(name).fill", "\(name).reset"]), all, together],
            ]
        }
    }
}
