import Entities

/// What the requests for one record take.
struct EntityCapacity {
    let item: SampleItem
    let schema: ServiceSchema
    /// The indexes that the item is in, with what they hold of it.
    let entries: [(index: IndexModel, size: Int)]
    /// The items that claim its unique values.
    let claims: Int
    /// The bytes of the copy that each write makes; nil where no history is kept.
    let copySize: Int?

    init(_ item: SampleItem, in schema: ServiceSchema) {
        self.item = item
        self.schema = schema
        entries = schema.table.indexes.compactMap { index in
            item.entry(in: index, of: schema.table).map { (index, $0.sizeInBytes) }
        }
        claims = item.record.entity.attributes.count {
            $0.uniqueness != nil && item.record.values[$0.name].map { !$0.isAbsent } ?? false
        }
        copySize = item.revision(in: schema)?.sizeInBytes
    }

    var entity: EntityModel { item.record.entity }
    var itemSize: Int { item.encoded.sizeInBytes }

    /// An eventual read of the item by its key; twice as much if consistent.
    var get: Double { CapacityEstimate.read(itemSize) }

    /// The consistent read that tells what a transaction has changed or deleted, which returns nothing by itself.
    var answer: Double { 2 * get }

    func isIn(_ index: IndexModel) -> Bool { entries.contains { $0.index.name == index.name } }

    /// Creating the item, with its index entries, its claims, and the copy for its history.
    var create: Double { inIndexes + inTable(Double(claims) + copy) }

    /// Deleting the item, with its index entries and its claims. Its history stays.
    var delete: Double { inIndexes + inTable(Double(claims)) }

    /// Demanding something of it in a transaction.
    var check: Double { transacted(0) }

    /// The copy of the item that each write makes, where a history is kept.
    var copy: Double { copySize.map(CapacityEstimate.write) ?? 0 }

    private var inIndexes: Double { entries.map { CapacityEstimate.write($0.size) }.reduce(0, +) }

    /// The item, and what is written in one transaction with it, if anything is.
    func inTable(_ others: Double) -> Double {
        others == 0 ? CapacityEstimate.write(itemSize) : transacted(others)
    }

    private func transacted(_ others: Double) -> Double {
        CapacityEstimate.transaction(CapacityEstimate.write(itemSize) + others)
    }
}
