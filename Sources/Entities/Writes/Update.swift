/// Changes a record; nothing happens where there is none.
public struct Update<E: Entity>: Hashable, Sendable {
    var plan: UpdatePlan<E>

    public init(_ key: E.Key, _ changes: [Change]) {
        plan = UpdatePlan(key, changes, label: "update")
    }

    /// Changes only if this holds for what is stored.
    public consuming func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        plan.condition = Condition.joined(plan.condition, condition(E.Fields()))
        return self
    }

    /// The record as it is now; `nil` where there is none.
    /// - Throws: `DynamoDBError`: `conditionalCheckFailed` with the stored item when a condition does not hold, `versionConflict` when the
    ///   version is not the expected one, `notUnique`, `invalidValue`, `invalidRequest`.
    @discardableResult
    @inlinable
    public func run(on db: Database) async throws -> E? {
        try await writeIfPresent(on: db)
    }
}

/// Changes a record that must exist.
public struct Patch<E: Entity>: Hashable, Sendable {
    var plan: UpdatePlan<E>

    public init(_ key: E.Key, _ changes: [Change]) {
        plan = UpdatePlan(key, changes, label: "patch")
    }

    /// Changes only if this holds for what is stored.
    public consuming func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        plan.condition = Condition.joined(plan.condition, condition(E.Fields()))
        return self
    }

    /// The record as it is now.
    /// - Throws: `DynamoDBError`: `conditionalCheckFailed` when there is no record (then `item` is `nil`) or a condition does not hold,
    ///   `versionConflict` when the version is not the expected one, `notUnique`, `invalidValue`, `invalidRequest`.
    @discardableResult
    @inlinable
    public func run(on db: Database) async throws -> E {
        try await write(on: db)
    }
}

extension Update where E: VersionedEntity {
    /// Changes only if nobody else has changed the record since it had this version.
    public func ifVersion(_ version: Int) -> Self {
        var copy = self
        copy.plan.expectedVersion = version
        return copy
    }
}

extension Patch where E: VersionedEntity {
    /// Changes only if nobody else has changed the record since it had this version.
    public func ifVersion(_ version: Int) -> Self {
        var copy = self
        copy.plan.expectedVersion = version
        return copy
    }
}

extension Update: ReplacingWrite {
    public typealias Record = E
    public typealias Former = E?
    public static var acceptsAbsence: Bool { true }
    public var key: E.Key { plan.key }
    public var returnValues: ReturnValues { .allNew }

    public func answer(_ returned: E?) throws(DynamoDBError) -> E { try demanded(returned) }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] { try plan.actions(on: db) }
}

extension Patch: ReplacingWrite {
    public typealias Record = E
    public var key: E.Key { plan.key }
    public var returnValues: ReturnValues { .allNew }

    public func answer(_ returned: E?) throws(DynamoDBError) -> E { try demanded(returned) }

    public func former(_ record: E?) throws(DynamoDBError) -> E { try demanded(record) }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] { try plan.actions(on: db) }
}

extension Entity where Changes: ChangeSet, Changes.Key == Key {
    /// Changes this record, which must still exist.
    public func patch(@ChangeBuilder _ changes: (Changes) -> [Change]) -> Patch<Self> {
        var patch = Patch<Self>(key, changes(Changes(key: key)))
        patch.plan.leaseToken = heldLease?.token
        return patch
    }
}

extension VersionedEntity where Changes: ChangeSet, Changes.Key == Key {
    /// Changes this record, if nobody else has since it was read.
    public func patch(@ChangeBuilder _ changes: (Changes) -> [Change]) -> Patch<Self> {
        var patch = Patch<Self>(key, changes(Changes(key: key))).ifVersion(version)
        patch.plan.leaseToken = heldLease?.token
        return patch
    }
}
