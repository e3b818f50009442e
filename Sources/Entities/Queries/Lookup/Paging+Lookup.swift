extension Paging<EncodedItem> {
    /// Reads index entries, and then the whole items from the table, in the order of the entries and without those of other entities.
    /// - Parameter paths: the attributes that are read of the items; all of them where `nil`.
    init(lookingUp plan: QueryPlan, of schema: EntitySchema, paths: [AttributePath]? = nil) {
        self.init(lookingUp: plan, ofAny: [schema.identifiers], paths: paths)
    }

    /// The same for several entities; for all where there are none.
    init(lookingUp plan: QueryPlan, ofAny owners: [EntityIdentifiers], paths: [AttributePath]? = nil) {
        let reader = BatchReader(
            origin: plan.origin, consistent: false,
            paths: paths.map { $0 + owners.flatMap(\.paths) + (plan.expiry.map { [AttributePath($0.name)] } ?? []) })
        self = Paging<EncodedItem>(plan).compactMap {
            [table = plan.table, expiry = plan.expiry] (entries, db) throws(DynamoDBError) in
            let keys = entries.map { $0.keeping(table.keys.names) }
            let items = try await reader.items(of: keys, in: table, on: db)
            let life = expiry.map { (attribute: $0, now: EpochTime.now) }
            return items.map { item in
                guard let item, owners.isEmpty || owners.contains(where: { $0.own(item) }) else { return nil }
                if let life, life.attribute.isOver(item, at: life.now) { return nil }
                return item
            }
        }
        if plan.dropsExpired { dropsItems = true }
    }
}

extension Paging where Element: Entity {
    /// Reads index entries, and then the whole records from the table.
    /// - Parameter isWanted: whether an item that was read is one of those that are asked for.
    init(lookingUp plan: QueryPlan, where isWanted: @escaping @Sendable (EncodedItem) -> Bool = { _ in true }) {
        self = Paging<EncodedItem>(lookingUp: plan, of: Element.schema)
            .decoding { (item) throws(AttributeError) in isWanted(item) ? try item.decode() : nil }
            .droppingItems()
    }

    /// Reads the records that an index or the table holds, whole: from the index itself where it can.
    init(whole plan: QueryPlan) {
        if plan.table.holdsWholeItems(plan.indexName) { self.init(unexpired: plan) } else { self.init(lookingUp: plan) }
    }
}
