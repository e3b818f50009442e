import Entities

// What changes of a record take.

extension EntityCapacity {
    /// An update of attributes that are in no key: of the item, of the indexes that hold what every update changes, and of those whose
    /// keys it changes. With a copy, a transaction.
    var update: Double { indexUpdates + inTable(copy) }

    private var indexUpdates: Double {
        let views = entries.filter { isTouchedByAll($0.index) }.map { CapacityEstimate.write($0.size) }
        let moves = entries.filter { isMovedByAll(in: $0.index) }.compactMap { move(in: $0.index) }
        return (views + moves).reduce(0, +)
    }

    /// An update of a unique value, with the claim that it gives back and the one that it takes.
    func change(ofUnique attribute: AttributeModel) -> Double {
        let moves = entries.filter { entry in
            let patterns = entity.accessPatterns.filter { $0.index == entry.index.name }
            return patterns.flatMap(\.parts).contains { $0.attribute == attribute.name }
        }
        let more = moves.compactMap { isMovedByAll(in: $0.index) ? nil : move(in: $0.index) }.reduce(0, +)
        return indexUpdates + more + inTable(copy + 2)
    }

    /// What it takes besides when an update moves the item within an index: an entry is deleted and another one written.
    func move(in index: IndexModel) -> Double? {
        entries.first { $0.index.name == index.name }.map { entry in
            CapacityEstimate.write(entry.size) * (isTouchedByAll(entry.index) ? 1 : 2)
        }
    }

    /// Taking, renewing or giving back a lease: no change of the record, so that its version and its time stay.
    func leasing(_ lease: AttributeModel) -> Double {
        let holding = entries.filter { entry in
            switch entry.index.projection {
            case .all: true
            case .keysOnly: false
            case .include(let names): names.contains(lease.storedName)
            }
        }
        return inTable(0) + holding.map { CapacityEstimate.write($0.size) }.reduce(0, +)
    }

    /// A change to what the record is then.
    ///
    /// - Parameter others: What is written in one transaction with it, beside a copy for the history.
    func change(to next: SampleItem, with others: Int = 0) -> Double {
        let after = EntityCapacity(next, in: schema)
        let table = max(inTable(Double(others) + copy), after.inTable(Double(others) + after.copy))
        return table + schema.table.indexes.map { write(of: $0, to: next) }.reduce(0, +)
    }

    /// What a change takes of an index: nothing, an entry that is written or deleted, or both where its keys change.
    private func write(of index: IndexModel, to next: SampleItem) -> Double {
        let (old, new) = (item.entry(in: index, of: schema.table), next.entry(in: index, of: schema.table))
        let units = [old, new].compactMap { $0.map { CapacityEstimate.write($0.sizeInBytes) } }
        if old == new { return 0 }
        let staysInPlace = (index.partition + index.sort).allSatisfy { old?[$0.name] == new?[$0.name] }
        return staysInPlace ? units.max() ?? 0 : units.reduce(0, +)
    }

    // MARK: What every update changes

    /// Whether an index holds what every update changes: everything, the version, or the time of the last change.
    func isTouchedByAll(_ index: IndexModel) -> Bool {
        switch index.projection {
        case .all: true
        case .keysOnly: false
        case .include(let names):
            entity.attributes.contains { [.version, .updatedAt].contains($0.role) && names.contains($0.storedName) }
        }
    }

    /// Whether the time of the last change is part of the index's keys.
    private func isMovedByAll(in index: IndexModel) -> Bool {
        entity.accessPatterns.filter { $0.index == index.name }.flatMap(\.parts).contains {
            entity.attribute($0.attribute)?.role == .updatedAt
        }
    }
}
