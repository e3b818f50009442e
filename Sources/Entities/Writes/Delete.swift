/// Deletes a record; nothing happens where there is none.
public struct Delete<E: Entity>: Hashable, Sendable {
    var plan: DeletePlan<E>

    /// - Parameter holding: the unique values that the record has, which are given back; made by generated code.
    public init(_ key: E.Key, holding: [Change] = []) {
        plan = DeletePlan(key, holding: holding, label: "delete")
    }

    /// Deletes only if this holds for what is stored.
    public func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.plan.condition = Condition.joined(copy.plan.condition, condition(E.Fields()))
        return copy
    }

    /// What was deleted; `nil` where there was nothing.
    /// - Throws: `DynamoDBError`: `conditionalCheckFailed` with the stored item when a condition does not hold.
    @discardableResult
    public func run(on db: Database) async throws -> E? {
        do {
            return try await plan.run(on: db, mustExist: false)
        } catch {
            guard error.code == .conditionalCheckFailed, error.item == nil else { throw error }
            return nil
        }
    }
}

/// Deletes a record that must exist.
public struct Remove<E: Entity>: Hashable, Sendable {
    var plan: DeletePlan<E>

    /// - Parameter holding: the unique values that the record has, which are given back; made by generated code.
    public init(_ key: E.Key, holding: [Change] = []) {
        plan = DeletePlan(key, holding: holding, label: "remove")
    }

    /// Deletes only if this holds for what is stored.
    public func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.plan.condition = Condition.joined(copy.plan.condition, condition(E.Fields()))
        return copy
    }

    /// What was deleted.
    /// - Throws: `DynamoDBError`: `conditionalCheckFailed` when there is no record (then `item` is `nil`) or a condition does not hold.
    @discardableResult
    public func run(on db: Database) async throws -> E {
        if let record = try await plan.run(on: db, mustExist: true) { return record }
        throw DynamoDBError(.undecodableResponse, "the record was deleted, but the answer does not hold it")
            .at("DeleteItem", table: nil, origin: plan.origin)
    }
}

extension Delete: TransactionWrite {
    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        try plan.actions(on: db, mustExist: false)
    }
}

extension Remove: TransactionWrite {
    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        try plan.actions(on: db, mustExist: true)
    }
}

extension Entity {
    /// Deletes this record, which must still exist and have the same unique values.
    public func remove() -> Remove<Self> {
        Remove(key, holding: uniqueClaims.map { .unique($0.storedName, replacing: $0, with: nil) })
    }
}

extension VersionedEntity {
    /// Deletes this record, if nobody else has changed it since it was read.
    public func remove() -> Remove<Self> {
        var remove = Remove<Self>(key, holding: uniqueClaims.map { .unique($0.storedName, replacing: $0, with: nil) })
        if let name = Self.schema.versionAttribute {
            remove.plan.condition = .compare(
                .path(AttributePath(name)), .equal, .value(.number(Number(version))))
        }
        return remove
    }
}

/// What `delete` and `remove` have in common.
struct DeletePlan<E: Entity>: Hashable, Sendable {
    let key: E.Key
    let holding: Change
    let label: String
    var condition: Condition?

    init(_ key: E.Key, holding: [Change], label: String) {
        self.key = key
        self.holding = Change(holding)
        self.label = label
    }

    var origin: RequestOrigin { RequestOrigin(entity: E.schema.name, accessPattern: label) }

    func request(on db: Database, mustExist: Bool) throws(DynamoDBError) -> DeleteItemRequest {
        let table = try db.name(of: E.schema.table)
        var request = DeleteItemRequest(tableName: table, key: try DynamoDBError.encoding(key, origin))
        request.condition = Condition.joined(holding.condition, condition)
        if mustExist {
            request.condition = Condition.joined(.exists(.path(E.schema.partitionPath)), request.condition)
        }
        if request.condition != nil { request.returnValuesOnConditionCheckFailure = .allOld }
        return request
    }

    func actions(on db: Database, mustExist: Bool) throws(DynamoDBError) -> [TransactionAction] {
        let request = try request(on: db, mustExist: mustExist)
        return [TransactionAction(.delete(request), label: "\(E.schema.name).\(label)")]
            + (try TransactionAction.unique(
                claims: [], releases: holding.releases, of: E.schema, table: request.tableName))
    }

    func run(on db: Database, mustExist: Bool) async throws(DynamoDBError) -> E? {
        guard holding.releases.isEmpty else {
            // A transaction returns nothing, so the record is read before it; it cannot change its unique values in between.
            let record = try await Get<E>(key).consistent().fetch(from: db)
            try await db.runOne(try actions(on: db, mustExist: mustExist), origin: origin)
            return record
        }
        var request = try request(on: db, mustExist: mustExist)
        request.returnValues = .allOld
        return try await db.execute(
            WriteItemOperation<E>(request, origin: origin), table: request.tableName
        ).attributes
    }
}
