import Entities

// What pages of records take.

extension EntityCapacity {
    /// A page of an access pattern: of the index, and where that does not hold whole items, of the table. Nil where the item is not in it.
    func page(of pattern: AccessPatternModel, count: Int = CapacityEstimate.pageSize) -> Double? {
        guard let name = pattern.index else { return CapacityEstimate.read(count * itemSize) }
        guard let entry = entries.first(where: { $0.index.name == name }) else { return nil }
        return CapacityEstimate.read(count * entry.size) + behind(entry.index, count)
    }

    /// A page of all shards of an access pattern, of which each gives its share.
    func page(of pattern: AccessPatternModel, shards: Int) -> Double? {
        let count = CapacityEstimate.pageSize
        // A shard is asked for twice its share, since what comes next is seldom spread evenly.
        let share = (count - 1) / shards + 1
        let asked = share > count / 2 ? count : 2 * share
        let index = entries.first { $0.index.name == pattern.index }
        guard let size = pattern.index == nil ? itemSize : index?.size else { return nil }
        return Double(shards) * CapacityEstimate.read(asked * size) + (index.map { behind($0.index, count) } ?? 0)
    }

    /// A page of what the record was; nil where no history is kept.
    var revisions: Double? { copySize.map { CapacityEstimate.read(CapacityEstimate.pageSize * $0) } }

    /// One query for a record of each kind; nil where there is none that is in the index.
    static func together(_ records: [EntityCapacity], in index: String?) -> Double? {
        guard let index else { return CapacityEstimate.read(records.map(\.itemSize).reduce(0, +)) }
        let found = records.compactMap { record in
            record.entries.first { $0.index.name == index }.map { (size: $0.size, behind: record.behind($0.index, 1)) }
        }
        if found.isEmpty { return nil }
        return CapacityEstimate.read(found.map(\.size).reduce(0, +)) + found.map(\.behind).reduce(0, +)
    }

    /// The items that are read for entries of an index which does not hold all of them.
    private func behind(_ index: IndexModel, _ count: Int) -> Double {
        index.projection == .all ? 0 : Double(count) * get
    }
}
