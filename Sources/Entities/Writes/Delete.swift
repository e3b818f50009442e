/// Deletes a record; nothing happens where there is none.
public struct Delete<E: Entity>: Hashable, Sendable {
    var plan: DeletePlan<E>

    /// - Parameter holding: the unique values that the record has, which are given back; made by generated code.
    public init(_ key: E.Key, holding: [Change] = []) {
        plan = DeletePlan(key, holding: holding, mustExist: false)
    }

    /// Deletes only if this holds for what is stored.
    public func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.plan.condition = Condition.joined(copy.plan.condition, condition(E.Fields()))
        return copy
    }

    /// What was deleted; `nil` where there was nothing. Of an entity with unique attributes, the record as it was just before.
    /// - Throws: `DynamoDBError`: `conditionalCheckFailed` with the stored item when a condition does not hold.
    @discardableResult
    @inlinable
    public func run(on db: Database) async throws -> E? {
        try await writeIfPresent(on: db)
    }
}

/// Deletes a record that must exist.
public struct Remove<E: Entity>: Hashable, Sendable {
    var plan: DeletePlan<E>

    /// - Parameter holding: the unique values that the record has, which are given back; made by generated code.
    public init(_ key: E.Key, holding: [Change] = []) {
        plan = DeletePlan(key, holding: holding, mustExist: true)
    }

    /// Deletes only if this holds for what is stored.
    public func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.plan.condition = Condition.joined(copy.plan.condition, condition(E.Fields()))
        return copy
    }

    /// What was deleted. Of an entity with unique attributes, the record as it was just before.
    /// - Throws: `DynamoDBError`: `conditionalCheckFailed` when there is no record (then `item` is `nil`) or a condition does not hold,
    ///   `versionConflict` when someone else has changed it.
    @discardableResult
    @inlinable
    public func run(on db: Database) async throws -> E {
        try await write(on: db)
    }
}

extension Delete: RecordWrite {
    public typealias Record = E
    public static var acceptsAbsence: Bool { true }
    public var key: E.Key { plan.key }
    public var returnValues: ReturnValues { .allOld }

    public func answer(_ returned: E?) throws(DynamoDBError) -> E {
        guard let returned else { throw .missing }
        return returned
    }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        try plan.actions(on: db)
    }
}

extension Remove: RecordWrite {
    public typealias Record = E
    public var key: E.Key { plan.key }
    public var returnValues: ReturnValues { .allOld }

    public func answer(_ returned: E?) throws(DynamoDBError) -> E { try demanded(returned) }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        try plan.actions(on: db)
    }
}

/// An entity whose items can be deleted by their key alone: none of its attributes is unique, so no claim can be left behind.
public protocol KeyDeletableEntity: Entity {}

extension Entity {
    /// Deletes this record, which must still exist and have the same unique values.
    public func remove() -> Remove<Self> {
        var remove = Remove<Self>(key, holding: held)
        remove.plan.leaseToken = heldLease?.token
        return remove
    }

    /// What a record holds of its unique attributes: the claims, and of optional ones the absence. A value that was set in the meantime
    /// would else stay claimed for ever.
    var held: [Change] {
        let claims = uniqueClaims
        let absent = Self.schema.optionalUnique.filter { name in !claims.contains { $0.storedName == name } }
        return claims.map { .unique($0.storedName, replacing: $0, with: nil) }
            + absent.map { .unique($0, replacing: nil, with: nil) }
    }
}

extension VersionedEntity {
    /// Deletes this record, if nobody else has changed it since it was read.
    public func remove() -> Remove<Self> {
        var remove = Remove<Self>(key, holding: uniqueClaims.map { .unique($0.storedName, replacing: $0, with: nil) })
        remove.plan.expectedVersion = version
        remove.plan.leaseToken = heldLease?.token
        return remove
    }
}

/// What `delete` and `remove` have in common.
struct DeletePlan<E: Entity>: Hashable, Sendable {
    let key: E.Key
    let holding: Change
    let mustExist: Bool
    var condition: Condition?
    var expectedVersion: Int?
    /// The token of the lease that the record had which is deleted.
    var leaseToken: Int?
    var leaseDemand: LeaseDemand?
    /// The time at which the record must not have expired, in seconds since 1970, where there is such a demand.
    var aliveAt: Int64?
    var label: String
    /// What a failed condition is called, where that is not its usual name.
    var refusal: DynamoDBError.Code?

    init(_ key: E.Key, holding: [Change], mustExist: Bool) {
        self.key = key
        self.holding = Change(holding)
        self.mustExist = mustExist
        label = mustExist ? "remove" : "delete"
        // What others may have taken meanwhile is not touched.
        if self.holding.touchesClaims { aliveAt = E.schema.writeTime }
    }

    var origin: RequestOrigin { RequestOrigin(entity: E.schema.name, accessPattern: label) }

    func request(on db: Database) throws(DynamoDBError) -> DeleteItemRequest {
        try DynamoDBError.making("DeleteItem", origin) { () throws(DynamoDBError) in
            if let problem = leaseDemand?.problem(of: E.schema.name) { throw problem }
            let table = try db.name(of: E.schema.table)
            var request = DeleteItemRequest(tableName: table, key: try DynamoDBError.encoding(key, origin))
            request.condition = Condition.all([
                mustExist ? .exists(.path(E.schema.partitionPath)) : nil, E.schema.isVersion(expectedVersion),
                E.schema.isAlive(at: aliveAt), leaseDemand?.condition, holding.condition, condition,
            ])
            if request.condition != nil { request.returnValuesOnConditionCheckFailure = .allOld }
            return request
        }
    }

    func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        let request = try request(on: db)
        var expectation = E.schema.expectation(.present, version: expectedVersion, aliveAt: aliveAt)
        expectation.refusal = refusal
        expectation.lease = leaseDemand
        return [TransactionAction(.delete(request), origin: origin, expectation: expectation)]
            + (try TransactionAction.unique(
                claims: [], releases: holding.releases, of: E.schema, table: request.tableName,
                holder: E.schema.holder(request.key, at: aliveAt)))
    }
}
