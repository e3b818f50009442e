extension DeletionRun {
    /// The items as far as a deletion has to know them: whole, where they may hold unique values.
    func items(behind entries: [EncodedItem]) async throws(DynamoDBError) -> [EncodedItem?] {
        guard needsWholeItems else { return entries }
        let reader = BatchReader(origin: plan.origin, consistent: true, concurrency: concurrency)
        return try await reader.items(of: entries.map { $0.keeping(plan.table.keys.names) }, in: plan.table, on: db)
    }

    /// Whether what the index holds does not do.
    private var needsWholeItems: Bool {
        guard !plan.table.holdsWholeItems(plan.indexName), !entities.isEmpty else { return false }
        return entities.count > 1 || entities.contains { !($0 is any KeyDeletableEntity.Type) }
    }

    private var entities: [any Entity.Type] { deletion.entities }

    /// How an item is deleted; `nil` where it is not.
    /// - Parameters:
    ///   - entry: what was found.
    ///   - item: what is behind it; `nil` where it is gone.
    func step(for entry: EncodedItem, _ item: EncodedItem?) throws(DynamoDBError) -> Step? {
        guard let item else { return nil }
        let key = entry.keeping(plan.table.keys.names)
        guard let owner = owner(of: item) else { return deletion.includesOthers ? .byKey(key) : nil }
        return try step(for: owner, key, item, Condition.joined(place(of: entry), deletion.condition))
    }

    private func owner(of item: EncodedItem) -> (any Entity.Type)? {
        if let owner = entities.first(where: { $0.schema.owns(item) }) { return owner }
        // An index need not hold whose an item is. Then the condition asks.
        guard entities.count == 1, let only = entities.first, !plan.holdsIdentifiers(of: only.schema) else {
            return nil
        }
        return only
    }

    private func step<E: Entity>(
        for entity: E.Type, _ key: EncodedItem, _ item: EncodedItem, _ condition: Condition?
    ) throws(DynamoDBError) -> Step {
        var condition = condition
        if entity is any KeyDeletableEntity.Type {
            // It holds nothing.
        } else if let expiry = E.schema.expiry, let now = E.schema.writeTime, expiry.isOver(item, at: now) {
            // It holds nothing any more: claims end with their records, and may be another's.
            condition = Condition.joined(condition, expiry.isOver(at: now))
        } else {
            let record = try DynamoDBError.decoding(plan.origin) { () throws(AttributeError) in
                try item.decode(as: E.self)
            }
            var remove = DeletePlan<E>(record.key, holding: record.held, mustExist: true)
            remove.condition = condition
            let actions = try remove.actions(on: db)
            if remove.holding.condition != nil || actions.count > 1 { return .actions(actions) }
        }
        let isKnown = plan.holdsIdentifiers(of: E.schema)
        guard let condition = Condition.joined(condition, isKnown ? nil : E.schema.isOwn) else {
            return .byKey(key)
        }
        var request = DeleteItemRequest(tableName: table, key: key)
        request.condition = condition
        request.returnValuesOnConditionCheckFailure = .allOld
        return .actions([TransactionAction(.delete(request), origin: plan.origin)])
    }

    /// That an item is where the index shows it.
    private func place(of entry: EncodedItem) -> Condition? {
        guard let index = plan.table.index(plan.indexName) else { return nil }
        let names = index.keys.names.filter { !plan.table.keys.names.contains($0) }
        return Condition.all(
            names.map { name in
                entry[name].map { .compare(.path(AttributePath(name)), .equal, .value($0)) }
            })
    }
}
