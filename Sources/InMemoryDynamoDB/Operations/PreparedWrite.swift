import Entities

/// A write that has been checked as far as it can be without the stored item.
struct PreparedWrite {
    enum Effect {
        case put(EncodedItem, size: Int)
        case update(UpdateExpression)
        case delete
        /// Only a condition.
        case check
    }

    let table: Table
    let key: ItemKey
    /// The primary key's attributes.
    let keyItem: EncodedItem
    let condition: PreparedCondition?
    let effect: Effect
    /// Whether a failed condition returns the item that it met.
    let returnsItemOnFailure: Bool
    /// Whether it is part of a transaction, which weighs updated items as they are.
    var isTransacted = false

    /// What is to be written, once it is known that it can be.
    struct Outcome {
        let stored: StoredItem?
        /// What the table will have at the key; `nil` for nothing.
        let new: EncodedItem?
        let newSize: Int
        /// Whether anything is written at all.
        let isWrite: Bool
    }

    // MARK: With the table locked

    /// Works out what the write does, without doing it.
    /// - Parameter isPartOfMany: whether the size of its item collection is left to whoever knows the other writes.
    /// - Throws: `ConditionalCheckFailedException`, or a validation error of an update that does not fit the item.
    func evaluate(in contents: TableContents, isPartOfMany: Bool = false) throws(DynamoDBError) -> Outcome {
        let stored = contents.items.find(key)
        if let condition, !condition.holds(for: stored?.item) {
            throw DynamoDBError(
                .conditionalCheckFailed, "The conditional request failed",
                item: returnsItemOnFailure ? stored?.item : nil)
        }
        let outcome = try outcome(replacing: stored)
        if outcome.isWrite, !isPartOfMany {
            try contents.checkCollection(key.partition, growth: collectionGrowth(outcome, in: contents))
        }
        return outcome
    }

    /// By how much it makes its item collection larger.
    func collectionGrowth(_ outcome: Outcome, in contents: TableContents) -> Int {
        guard outcome.isWrite else { return 0 }
        return contents.collectionGrowth(outcome.new, size: outcome.newSize, replacing: outcome.stored)
    }

    private func outcome(replacing stored: StoredItem?) throws(DynamoDBError) -> Outcome {
        switch effect {
        case .put(let item, let size): return Outcome(stored: stored, new: item, newSize: size, isWrite: true)
        case .delete: return Outcome(stored: stored, new: nil, newSize: 0, isWrite: true)
        case .check:
            return Outcome(stored: stored, new: stored?.item, newSize: stored?.size ?? 0, isWrite: false)
        case .update(let update):
            if stored == nil, !update.isEmpty, update.set.isEmpty, update.add.isEmpty {
                // Nothing but removals: there is nothing to remove, no item is made for that, and no path is wrong.
                return Outcome(stored: nil, new: nil, newSize: 0, isWrite: true)
            }
            let new = try UpdateEvaluator(update, on: stored?.item ?? keyItem).evaluate()
            let size = try check(new, after: update, old: stored?.item)
            return Outcome(stored: stored, new: new, newSize: size, isWrite: true)
        }
    }

    /// Does what has been worked out.
    func apply(_ outcome: Outcome, in contents: TableContents) -> ItemChange {
        guard outcome.isWrite else {
            return ItemChange(
                old: outcome.new, oldSize: outcome.newSize, new: outcome.new, newSize: outcome.newSize)
        }
        return contents.write(outcome.new, size: outcome.newSize, at: key, replacing: outcome.stored)
    }

    /// Checks the result of an update.
    /// - Returns: its size.
    private func check(
        _ item: EncodedItem, after update: UpdateExpression, old: EncodedItem?
    ) throws(DynamoDBError) -> Int {
        try ItemRules.checkValues(item)
        let size = item.sizeInBytes
        // Measured on the service: an update is weighed without the key and the attributes that it leaves alone, but with something
        // for each action, so that an item may be small enough to be put and too large to be updated.
        let actions =
            3 + 19 * (update.set.count + update.add.count) + 2 * (update.remove.count + update.delete.count)
            + update.set.count { $0.path.endsInIndex }
        guard size <= Limits.itemSize,
            isTransacted || size + actions <= Limits.itemSize
                || Self.written(of: item, by: update) + actions <= Limits.itemSize
        else { throw .invalid("Item size to update has exceeded the maximum allowed size") }
        try KeyRules.checkIndexKeys(of: item, updating: old, isUpdate: true, in: table.schema)
        return size
    }
}

extension PreparedWrite {
    /// The size of the attributes that an update touches.
    private static func written(of item: EncodedItem, by update: UpdateExpression) -> Int {
        let paths = update.set.map(\.path) + update.remove + update.add.map(\.path) + update.delete.map(\.path)
        return item.keeping(Set(paths.map(\.attributeName))).sizeInBytes
    }
}

extension AttributePath {
    fileprivate var endsInIndex: Bool { if case .index? = elements.last { true } else { false } }
}

extension Engine {
    /// Checks and prepares a put of a transaction.
    func prepare(_ request: PutItemRequest) throws(DynamoDBError) -> PreparedWrite {
        try prepare(request, size: try check(request, nesting: false))
    }

    /// Checks what can be checked without the table.
    /// - Returns: the size of the item.
    func check(_ request: PutItemRequest, nesting: Bool = true) throws(DynamoDBError) -> Int {
        let size = try ItemRules.check(request.item)
        try ExpressionChecks.check(condition: request.condition, nesting: nesting)
        return size
    }

    func prepare(_ request: PutItemRequest, size: Int) throws(DynamoDBError) -> PreparedWrite {
        let table = try table(request.tableName)
        let key = try KeyRules.key(ofItem: request.item, in: table.schema)
        try KeyRules.checkIndexKeys(of: request.item, in: table.schema)
        try ExpressionChecks.checkKeyAccess(condition: request.condition, table.schema)
        return PreparedWrite(
            table: table, key: key, keyItem: request.item.keeping(table.schema.keys.names),
            condition: request.condition.map { PreparedCondition($0) }, effect: .put(request.item.trimmed, size: size),
            returnsItemOnFailure: request.returnValuesOnConditionCheckFailure == .allOld)
    }

    /// Checks and prepares an update of a transaction.
    func prepare(_ request: UpdateItemRequest) throws(DynamoDBError) -> PreparedWrite {
        try check(request, nesting: false)
        return try prepare(checked: request)
    }

    /// Checks what can be checked without the table.
    func check(_ request: UpdateItemRequest, nesting: Bool = true) throws(DynamoDBError) {
        try ExpressionRules.check(request.update, nesting: nesting)
        try ExpressionChecks.check(condition: request.condition, nesting: nesting)
    }

    func prepare(checked request: UpdateItemRequest) throws(DynamoDBError) -> PreparedWrite {
        let table = try table(request.tableName)
        let key = try KeyRules.key(request.key, of: table.schema)
        try ExpressionChecks.checkKeyAccess(request.update, table.schema)
        try ExpressionChecks.checkKeyAccess(condition: request.condition, table.schema)
        return PreparedWrite(
            table: table, key: key, keyItem: request.key, condition: request.condition.map { PreparedCondition($0) },
            effect: .update(request.update),
            returnsItemOnFailure: request.returnValuesOnConditionCheckFailure == .allOld)
    }

    /// Checks and prepares a delete.
    func prepare(_ request: DeleteItemRequest) throws(DynamoDBError) -> PreparedWrite {
        try prepare(
            .delete, key: request.key, tableName: request.tableName, condition: request.condition,
            request.returnValuesOnConditionCheckFailure)
    }

    /// Checks and prepares a condition check.
    func prepare(_ request: TransactWriteItemsRequest.ConditionCheck) throws(DynamoDBError) -> PreparedWrite {
        try prepare(
            .check, key: request.key, tableName: request.tableName, condition: request.condition,
            request.returnValuesOnConditionCheckFailure)
    }

    private func prepare(
        _ effect: PreparedWrite.Effect, key: EncodedItem, tableName: String, condition: Condition?,
        _ returnValues: ReturnValuesOnConditionCheckFailure
    ) throws(DynamoDBError) -> PreparedWrite {
        try ExpressionChecks.check(condition: condition, nesting: false)
        let table = try table(tableName)
        let itemKey = try KeyRules.key(key, of: table.schema)
        try ExpressionChecks.checkKeyAccess(condition: condition, table.schema)
        return PreparedWrite(
            table: table, key: itemKey, keyItem: key, condition: condition.map { PreparedCondition($0) },
            effect: effect, returnsItemOnFailure: returnValues == .allOld)
    }
}
