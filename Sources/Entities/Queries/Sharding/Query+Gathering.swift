extension QueryPlan {
    /// The plan that reads what this one and the others read: the same in several partitions.
    func gathering(_ others: some Sequence<QueryPlan>) -> QueryPlan {
        var plan = self
        var partitions = [read.equalities]
        for other in others {
            partitions.append(other.read.equalities)
            plan.refusal = plan.refusal ?? other.refusal
        }
        plan.spread = .shards(partitions)
        return plan
    }
}

extension Query {
    /// The items of all shards in the order of the sort key, read as one query; called by generated code.
    /// - Parameter query: the query of a shard, by its number.
    public static func gathering(_ shards: Int, _ query: (Int) -> Query) -> Query {
        var gathered = query(0)
        gathered.plan = gathered.plan.gathering((1..<max(1, shards)).map { query($0).plan })
        return gathered
    }
}

extension LookupQuery {
    /// The items of all shards in the order of the sort key, read as one query; called by generated code.
    /// - Parameter query: the query of a shard, by its number.
    public static func gathering(_ shards: Int, _ query: (Int) -> LookupQuery) -> LookupQuery {
        var gathered = query(0)
        gathered.plan = gathered.plan.gathering((1..<max(1, shards)).map { query($0).plan })
        return gathered
    }
}
