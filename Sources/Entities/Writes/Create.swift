/// Writes a record that must not exist yet, or has expired.
public struct Create<E: Entity>: Hashable, Sendable {
    /// What is written, with its identifiers and times.
    public let record: E
    var condition: Condition?
    /// The time at which a record that is there may have expired, in seconds since 1970.
    private let now: Int64?
    /// What it is called when there is a record already.
    var refusal: DynamoDBError.Code?
    /// Why nothing can be sent.
    var problem: DynamoDBError?

    public init(_ record: E) {
        self.record = record
        now = E.schema.writeTime
    }

    /// Writes only if this holds for nothing: a record that is not there has no attributes. It is asked of one that has expired, too.
    public func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.condition = Condition.joined(copy.condition, condition(E.Fields()))
        return copy
    }

    /// Writes the record and returns it.
    /// - Throws: `DynamoDBError`: `conditionalCheckFailed` with the stored item when there is one, `notUnique` when another record has
    ///   a unique value, `invalidValue` when a rule of the definition is broken.
    @discardableResult
    @inlinable
    public func run(on db: Database) async throws -> E {
        try await write(on: db)
    }

    private var mustNotExist: Condition {
        let isVacant = E.schema.isVacant(at: now)
        return Condition.joined(isVacant, condition) ?? isVacant
    }
}

extension Create: RecordWrite {
    public typealias Record = E
    public var key: E.Key { record.key }
    public var returnValues: ReturnValues { .none }

    public func answer(_ returned: E?) throws(DynamoDBError) -> E { record }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        let contents = try record.contents(for: "create") { () throws(DynamoDBError) in
            if let problem { throw problem }
        }
        var plan = PutPlan(contents: contents, condition: mustNotExist)
        plan.presence = .absent
        plan.now = now
        plan.refusal = refusal
        return try plan.actions(on: db)
    }
}

/// Writes a record in place of one with the same key.
public struct Put<E: Entity>: Hashable, Sendable {
    /// What is written, with its identifiers and times.
    public let record: E
    var condition: Condition?

    public init(_ record: E) {
        self.record = record
    }

    /// Writes only if this holds for what is stored.
    public func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.condition = Condition.joined(copy.condition, condition(E.Fields()))
        return copy
    }

    /// Writes the record and returns it.
    /// - Throws: `DynamoDBError`.
    @discardableResult
    @inlinable
    public func run(on db: Database) async throws -> E {
        try await write(on: db)
    }
}

extension Put: ReplacingWrite {
    public typealias Record = E
    public typealias Former = E?
    public var key: E.Key { record.key }
    public var returnValues: ReturnValues { .none }

    public func answer(_ returned: E?) throws(DynamoDBError) -> E { record }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        try plan.actions(on: db)
    }

    /// - Throws: `invalidRequest` for an entity that keeps its history.
    var plan: PutPlan {
        get throws(DynamoDBError) {
            let contents = try record.contents(for: "put") { () throws(DynamoDBError) in
                try E.schema.refuseWithoutCopy("put")
            }
            return PutPlan(contents: contents, condition: condition)
        }
    }
}

extension Entity {
    /// Writes a record that must not exist yet, or has expired.
    public static func create(_ draft: Draft) -> Create<Self> { Create(Self(draft)) }
}

/// An entity whose items can be replaced by drafts: they hold nothing that a draft does not know, such as a claim or a state.
public protocol DraftPuttableEntity: KeyDeletableEntity {}

extension DraftPuttableEntity {
    /// Writes a record in place of one with the same key.
    public static func put(_ draft: Draft) -> Put<Self> { Put(Self(draft)) }
}

/// An entity whose records can be written as they were read, too: none of its attributes is hidden.
public protocol PuttableEntity: DraftPuttableEntity {}

extension PuttableEntity {
    /// Writes a record as it is in place of one with the same key.
    public static func put(_ record: Self) -> Put<Self> { Put(record) }
}
