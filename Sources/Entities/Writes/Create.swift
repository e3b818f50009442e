/// Writes a record that must not exist yet.
public struct Create<E: Entity>: Hashable, Sendable {
    /// What is written, with its identifiers and times.
    public let record: E
    var condition: Condition?

    public init(_ record: E) {
        self.record = record
    }

    /// Writes only if this holds for nothing: a record that is not there has no attributes.
    public func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.condition = Condition.joined(copy.condition, condition(E.Fields()))
        return copy
    }

    /// Writes the record and returns it.
    /// - Throws: `DynamoDBError`: `conditionalCheckFailed` with the stored item when there is one, `notUnique` when another record has
    ///   a unique value, `invalidValue` when a rule of the definition is broken.
    @discardableResult
    public func run(on db: Database) async throws -> E {
        do {
            try await PutPlan(record, condition: mustNotExist, label: "create").run(on: db)
            return record
        } catch {
            guard error.code == .conditionalCheckFailed, error.item != nil else { throw error }
            var failure = error
            failure.message = "there is a \(E.schema.name) with this key already (see `item`): \(record.key)"
            throw failure
        }
    }

    private var mustNotExist: Condition {
        Condition.joined(.notExists(.path(E.schema.partitionPath)), condition)
            ?? .notExists(.path(E.schema.partitionPath))
    }
}

extension Create: TransactionWrite {
    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        try PutPlan(record, condition: mustNotExist, label: "create").actions(on: db)
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
    public func run(on db: Database) async throws -> E {
        try await PutPlan(record, condition: condition, label: "put").run(on: db)
        return record
    }
}

extension Put: TransactionWrite {
    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        try PutPlan(record, condition: condition, label: "put").actions(on: db)
    }
}

extension Entity {
    /// Writes a record that must not exist yet.
    public static func create(_ draft: Draft) -> Create<Self> { Create(Self(draft)) }
}

/// An entity whose items can be replaced by drafts: none of its attributes is unique, so no claim can be left behind.
public protocol DraftPuttableEntity: Entity {}

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

/// What `create` and `put` have in common.
struct PutPlan<E: Entity> {
    let record: E
    let condition: Condition?
    let label: String

    init(_ record: E, condition: Condition?, label: String) {
        self.record = record
        self.condition = condition
        self.label = label
    }

    var origin: RequestOrigin { RequestOrigin(entity: E.schema.name, accessPattern: label) }

    func request(on db: Database) throws(DynamoDBError) -> PutItemRequest {
        if let error = RuleCheck.error(of: record) { throw error.at("PutItem", table: nil, origin: origin) }
        let table = try db.name(of: E.schema.table)
        var request = PutItemRequest(tableName: table, item: try DynamoDBError.encoding(record, origin))
        request.condition = condition
        if condition != nil { request.returnValuesOnConditionCheckFailure = .allOld }
        return request
    }

    func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        let request = try request(on: db)
        return [TransactionAction(.put(request), label: "\(E.schema.name).\(label)")]
            + (try TransactionAction.unique(
                claims: record.uniqueClaims, releases: [], of: E.schema, table: request.tableName))
    }

    func run(on db: Database) async throws(DynamoDBError) {
        let claims = record.uniqueClaims
        guard claims.isEmpty else {
            try await db.runOne(try actions(on: db), origin: origin)
            return
        }
        let request = try request(on: db)
        _ = try await db.execute(
            WriteItemOperation<EncodedItem>(request, origin: origin), table: request.tableName)
    }
}
