import Entities

/// What a Query or Scan reads: a table or one of its indexes, and which attributes of the items it gives back.
struct ReadTarget {
    let table: Table
    let index: IndexLayout?
    /// What is asked for and the index does not hold.
    private let missing: [String]
    private let wantsAll: Bool

    var schema: TableLayout { table.schema }
    var keys: KeySchema { index?.keys ?? schema.keys }
    var layout: KeyLayout { index?.layout ?? schema.layout }
    /// The parts of the key by which items are found, in order.
    var keyComponents: [KeyLayout.Component] { layout.partition + layout.sort.prefix(keys.sort.count) }

    /// Finds table and index.
    init(
        _ table: Table, indexName: String?, consistentRead: Bool, select: Select?, projection: [AttributePath]?,
        filter: Condition?
    ) throws(DynamoDBError) {
        self.table = table
        var index: IndexLayout?
        if let indexName {
            index = table.schema.index(named: indexName)
            guard let index else { throw .invalid("The table does not have the specified index: \(indexName)") }
            try table.store.checkReadable(index)
            if consistentRead, !index.isLocal {
                throw .invalid("Consistent reads are not supported on global secondary indexes")
            }
        }
        self.index = index
        var missing: [String] = []
        if let projected = index?.projectedNames {
            for path in (projection ?? []) + (filter?.paths ?? [])
            where !projected.contains(path.attributeName) && !missing.contains(path.attributeName) {
                missing.append(path.attributeName)
            }
        }
        self.missing = missing
        wantsAll = select == .allAttributes && index?.projectedNames != nil
    }

    /// Whether the items are fetched from the table since the (local) index does not hold all that is asked for.
    var fetchesFromTable: Bool { wantsAll || !missing.isEmpty }

    /// Whether whatever is read is given back as the table has it.
    var givesWholeItems: Bool { index?.projectedNames == nil }

    /// A global index has nothing but what it projects.
    func checkProjected() throws(DynamoDBError) {
        guard let index, !index.isLocal else { return }
        if wantsAll {
            throw .invalidParameter(
                "Select type ALL_ATTRIBUTES is not supported for global secondary index \(index.name) because its "
                    + "projection type is not ALL")
        }
        guard missing.isEmpty else {
            throw .invalidParameter(
                "Global secondary index \(index.name) does not project [\(missing.joined(separator: ", "))]")
        }
    }

    /// Hands over the items of a range of one partition in order until `body` says `false`.
    func visit(
        partition: [UInt8], _ range: KeyRange, forward: Bool, consistently: Bool, _ body: (StoredItem) -> Bool
    ) {
        let hash = layout.hash(ofPartition: partition)
        func visit(_ directory: PartitionDirectory?) {
            directory?.visit(partition: partition, hash: hash, range: range, forward: forward, body)
        }
        let isDone =
            if let index {
                table.store.readingIndexes { visit($0.index(index)?.entries) } != nil
            } else {
                table.store.reading(hash) { _, stripe in visit(stripe.directory) } != nil
            }
        guard !isDone else { return }
        table.locked { contents in
            let contents = contents.seen(consistently: consistently)
            if let index {
                // It may have been removed meanwhile.
                visit(contents.index(index)?.entries)
            } else {
                visit(contents.items.stripe(hash).directory)
            }
        }
    }

    /// Hands over all items of the hashes until `body` says `false`.
    func visitAll(
        _ hashes: ClosedRange<UInt64>, after start: ItemKey?, consistently: Bool, _ body: (StoredItem) -> Bool
    ) {
        table.locked { contents in
            let contents = contents.seen(consistently: consistently)
            if let index {
                contents.index(index)?.entries.visitAll(hashes: hashes, after: start, body)
            } else {
                contents.items.visitAll(hashes: hashes, after: start, body)
            }
        }
    }

    /// The size that an item is read with.
    func size(of stored: StoredItem) -> Int { index?.viewSize(of: stored.item, size: stored.size) ?? stored.size }

    /// What is read of an item.
    func view(of item: EncodedItem) -> EncodedItem {
        fetchesFromTable ? item : index?.view(of: item) ?? item
    }

    /// What is given back of an item without a projection: no more than the index has, though a filter may have seen all of it.
    func result(of item: EncodedItem) -> EncodedItem {
        wantsAll ? item : index?.view(of: item) ?? item
    }

    /// The names of all key attributes, the index's first, which a page's end is told by.
    var startKeyNames: Set<String> { Set(keys.names + schema.keys.names) }

    /// The key of an item as a page ends with: of the index, and of the table.
    func lastEvaluatedKey(of item: EncodedItem) -> EncodedItem { item.keeping(startKeyNames) }
}
