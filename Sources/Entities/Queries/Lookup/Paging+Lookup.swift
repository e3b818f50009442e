extension Paging where Element: Entity {
    /// Reads index entries, and then the whole items from the table, in the order of the entries and without those of other entities.
    /// - Parameters:
    ///   - isCountedByEntries: whether a count is that of the entries, and does not read the table.
    ///   - isWanted: whether an item that was read is one of those that are asked for.
    init(
        lookingUp plan: QueryPlan, isCountedByEntries: Bool = false,
        where isWanted: @escaping @Sendable (EncodedItem) -> Bool = { _ in true }
    ) {
        let origin = plan.origin
        self.init(plan, of: EncodedItem.self, dropsItems: !isCountedByEntries) { (entries, db) throws(DynamoDBError) in
            let table = Element.schema.table
            let keys = entries.map { $0.keeping(table.keys.names) }
            let items = try await BatchReader(origin: origin, consistent: false).items(
                of: keys, in: table, on: db)
            var records: [Element] = []
            records.reserveCapacity(items.count)
            for case let item? in items where Element.owns(item) && isWanted(item) {
                records.append(try DynamoDBError.decoding(origin) { () throws(AttributeError) in try item.decode() })
            }
            return records
        }
    }

    /// Reads the records that an index or the table holds, whole: from the index itself where it can.
    init(whole plan: QueryPlan) {
        if plan.table.holdsWholeItems(plan.indexName) { self.init(plan) } else { self.init(lookingUp: plan) }
    }
}
