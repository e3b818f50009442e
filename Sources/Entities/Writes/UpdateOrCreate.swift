extension Update {
    /// Changes the record, or creates an item of what the changes set where there is none.
    ///
    /// The item gets the attributes of its primary key and the entity's name as well, and nothing else: no defaults, no creation time.
    /// An `upsert` creates whole records.
    ///
    /// ```swift
    /// let views = try await Statistics.update(day: today) { $0.views.add(1) }.orCreate().run(on: db)
    /// ```
    public func orCreate() -> UpdateOrCreate<E> { UpdateOrCreate(plan) }
}

/// Changes a record, or creates an item of what the changes set.
public struct UpdateOrCreate<E: Entity>: Hashable, Sendable {
    var plan: UpdatePlan<E>

    init(_ plan: UpdatePlan<E>) {
        self.plan = plan
        self.plan.mayCreate = true
    }

    /// Writes only if this holds for what is stored, or for nothing.
    public func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.plan.condition = Condition.joined(copy.plan.condition, condition(E.Fields()))
        return copy
    }

    /// The item as it is now.
    /// - Throws: `DynamoDBError`: `conditionalCheckFailed` when a condition does not hold, `versionConflict`, `notUnique`, `invalidValue`,
    ///   `invalidRequest`.
    @discardableResult
    @inlinable
    public func run(on db: Database) async throws -> UpdatedItem<E> {
        try await write(on: db)
    }
}

extension UpdateOrCreate: RecordWrite {
    public typealias Record = E
    public var key: E.Key { plan.key }
    public var returnValues: ReturnValues { .allNew }

    public func answer(_ returned: EncodedItem?) throws(DynamoDBError) -> UpdatedItem<E> {
        guard let returned else { return .incomplete(EncodedItem([:])) }
        do throws(AttributeError) {
            return .record(try returned.decode())
        } catch {
            return .incomplete(returned)
        }
    }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] { try plan.actions(on: db) }
}

/// An item that an update has left: it may have been created by it, without all that a record needs.
public enum UpdatedItem<E: Entity>: Hashable, Sendable {
    case record(E)
    /// An item that lacks required attributes. Reading it as a record is an error until they are set.
    case incomplete(EncodedItem)

    /// The record, if the item is a whole one.
    public var record: E? {
        if case .record(let record) = self { record } else { nil }
    }
}
