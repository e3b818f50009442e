import Entities

/// What the requests for one entity take.
struct EntityCapacity {
    let item: SampleItem
    /// The indexes that the item is in, with what they hold of it.
    let entries: [(index: IndexModel, size: Int)]
    /// The items that claim its unique values.
    let claims: Int

    init(_ item: SampleItem, in schema: ServiceSchema) {
        self.item = item
        entries = schema.table.indexes.compactMap { index in
            item.entry(in: index, of: schema.table).map { (index, $0.sizeInBytes) }
        }
        claims = item.record.entity.attributes.count {
            $0.uniqueness != nil && item.record.values[$0.name].map { !$0.isAbsent } ?? false
        }
    }

    var itemSize: Int { item.encoded.sizeInBytes }

    /// An eventual read of the item by its key; twice as much if consistent.
    var get: Double { CapacityEstimate.read(itemSize) }

    /// Creating the item, with its index entries, its claims, and the copy for its history.
    var create: Double { whole(copy) }

    /// Deleting the item, with its index entries and its claims. Its history stays.
    var delete: Double { whole(0) }

    private func whole(_ copy: Double) -> Double {
        let indexes = entries.map { CapacityEstimate.write($0.size) }.reduce(0, +)
        return indexes + inTable(Double(claims) + copy)
    }

    /// The item, and what is written in one transaction with it, if anything is.
    private func inTable(_ others: Double) -> Double {
        let table = CapacityEstimate.write(itemSize)
        return others == 0 ? table : CapacityEstimate.transaction(table + others)
    }

    /// The copy of the item that each write makes, where a history is kept.
    var copy: Double { item.record.entity.history == nil ? 0 : CapacityEstimate.write(itemSize) }

    /// An update of attributes that are in no key: of the item, of the indexes that hold all of it, and of those whose keys every update
    /// changes. With a copy, a transaction.
    var update: Double { indexUpdates + inTable(copy) }

    private var indexUpdates: Double {
        let views = entries.filter { $0.index.projection == .all }.map { CapacityEstimate.write($0.size) }
        let moves = entries.filter { isMovedByAll(in: $0.index) }.compactMap { move(in: $0.index) }
        return (views + moves).reduce(0, +)
    }

    /// An update of a unique value, with the claim that it gives back and the one that it takes.
    func change(ofUnique attribute: AttributeModel) -> Double {
        let entity = item.record.entity
        let moves = entries.filter { entry in
            let patterns = entity.accessPatterns.filter { $0.index == entry.index.name }
            return patterns.flatMap(\.parts).contains { $0.attribute == attribute.name }
        }
        let more = moves.compactMap { isMovedByAll(in: $0.index) ? nil : move(in: $0.index) }.reduce(0, +)
        return indexUpdates + more + inTable(copy + 2)
    }

    /// Whether the time of the last change is part of the index's keys.
    private func isMovedByAll(in index: IndexModel) -> Bool {
        let entity = item.record.entity
        return entity.accessPatterns.filter { $0.index == index.name }.flatMap(\.parts).contains {
            entity.attribute($0.attribute)?.role == .updatedAt
        }
    }

    /// What it takes besides when an update moves the item within an index: an entry is deleted and another one written.
    func move(in index: IndexModel) -> Double? {
        entries.first { $0.index.name == index.name }.map { entry in
            CapacityEstimate.write(entry.size) * (entry.index.projection == .all ? 1 : 2)
        }
    }

    /// A page of an access pattern: of the index, and where that does not hold whole items, of the table.
    func page(of pattern: AccessPatternModel, count: Int = CapacityEstimate.pageSize) -> Double? {
        guard let name = pattern.index else { return CapacityEstimate.read(count * itemSize) }
        guard let entry = entries.first(where: { $0.index.name == name }) else { return nil }
        let index = CapacityEstimate.read(count * entry.size)
        return entry.index.projection == .all ? index : index + Double(count) * get
    }
}
