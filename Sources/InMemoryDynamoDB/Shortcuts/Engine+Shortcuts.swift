import Entities

// Puts and updates as generated code makes them: no rule can refuse them but the condition, and the table has nothing to keep in step. They
// are checked and carried out in one go, on the bytes of request and item. Everything else, and whatever turns out to be wrong on the way,
// is `nil` here and goes the long way, which says what is wrong.
extension Engine {
    /// Carries out a put.
    /// - Throws: `ConditionalCheckFailedException`
    func putPlainly(_ request: PutItemRequest) throws(DynamoDBError) -> WriteItemOutput<EncodedItem>? {
        guard takesShortcuts, request.returnConsumedCapacity == .none, request.returnItemCollectionMetrics == .none,
            request.returnValues == .none || request.returnValues == .allOld
        else { return nil }
        var condition: PlainCondition?
        if let asked = request.condition {
            guard let plain = PlainCondition(asked) else { return nil }
            condition = plain
        }
        guard let entry = openTable(request.tableName), entry.table.schema.indexes.isEmpty,
            let primaryKey = entry.table.schema.primaryKey
        else { return nil }
        let item = request.item.trimmed
        let outcome = item.bytes.withUnsafeBufferPointer { bytes -> PlainOutcome? in
            guard let survey = ItemSurvey(bytes, primaryKey) else { return nil }
            let hash = primaryKey.hash(survey.key.view)
            return entry.table.store.writing(hash) { contents, stripe -> PlainOutcome? in
                guard contents.isPlain else { return nil }
                let stored = stripe.find(survey.key.view)
                if let condition, !condition.holds(for: stored?.item) { return .failed(stored?.item) }
                let old = stored?.item
                contents.put(
                    item, size: survey.size, survey.key, partitionHash: hash, replacing: stored, in: stripe)
                return .done(old: old, new: item)
            } ?? nil
        }
        return try output(outcome, request.returnValues, request.returnValuesOnConditionCheckFailure)
    }

    /// Carries out an update.
    /// - Throws: `ConditionalCheckFailedException`
    func updatePlainly(_ request: UpdateItemRequest) throws(DynamoDBError) -> WriteItemOutput<EncodedItem>? {
        guard takesShortcuts, request.returnConsumedCapacity == .none, request.returnItemCollectionMetrics == .none,
            request.returnValues == .none || request.returnValues == .allOld || request.returnValues == .allNew
        else { return nil }
        var condition: PlainCondition?
        if let asked = request.condition {
            guard let plain = PlainCondition(asked) else { return nil }
            condition = plain
        }
        guard let entry = openTable(request.tableName), entry.table.schema.indexes.isEmpty,
            let primaryKey = entry.table.schema.primaryKey,
            var update = PlainUpdate(
                request.update,
                isFixed: { name in
                    var name = name
                    return name.withUTF8 { primaryKey.contains($0) }
                })
        else { return nil }
        let outcome = request.key.bytes.withUnsafeBufferPointer { bytes -> PlainOutcome? in
            guard let key = primaryKey.find(ofKey: bytes) else { return nil }
            let hash = primaryKey.hash(key.view)
            return entry.table.store.writing(hash) { contents, stripe -> PlainOutcome? in
                guard contents.isPlain else { return nil }
                let stored = stripe.find(key.view)
                if let condition, !condition.holds(for: stored?.item) { return .failed(stored?.item) }
                guard stored != nil || update.makesItem else { return nil }
                let old = stored?.item
                let base = old ?? request.key
                let size = stored?.size ?? base.sizeInBytes
                let places = stored?.keyPlaces ?? key.places
                let result = base.bytes.withUnsafeBufferPointer { update.apply(to: $0, size: size, places: places) }
                guard let result else { return nil }
                contents.put(
                    result.item, size: result.size, PrimaryKey.Found(view: key.view, places: result.places),
                    partitionHash: hash, replacing: stored, in: stripe)
                return .done(old: old, new: result.item)
            } ?? nil
        }
        return try output(outcome, request.returnValues, request.returnValuesOnConditionCheckFailure)
    }

    /// What became of a write.
    private enum PlainOutcome {
        case done(old: EncodedItem?, new: EncodedItem)
        /// The condition did not hold for the item, if there is one.
        case failed(EncodedItem?)
    }

    private func output(
        _ outcome: PlainOutcome?, _ returnValues: ReturnValues, _ onFailure: ReturnValuesOnConditionCheckFailure
    ) throws(DynamoDBError) -> WriteItemOutput<EncodedItem>? {
        switch outcome {
        case nil: return nil
        case .failed(let item):
            throw DynamoDBError(
                .conditionalCheckFailed, "The conditional request failed", item: onFailure == .allOld ? item : nil)
        case .done(let old, let new):
            return WriteItemOutput(
                attributes: returnValues == .allOld ? old : returnValues == .allNew ? new : nil)
        }
    }
}
