/// Creates a record, or changes the one that is there to what the draft says.
///
/// In a record that exists, attributes that the draft leaves to their defaults, and optional ones that it does not give, keep their
/// values; so do counters and the creation time.
public struct Upsert<E: Entity>: Hashable, Sendable {
    /// What is written where there is no record yet.
    public let record: E
    let omitted: Set<String>
    var condition: Condition?

    public init(_ draft: E.Draft) {
        record = E(draft)
        omitted = Set(draft.omitted)
    }

    /// Writes only if this holds for what is stored, or for nothing.
    public func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.condition = Condition.joined(copy.condition, condition(E.Fields()))
        return copy
    }

    /// The record as it is now.
    /// - Throws: `DynamoDBError`: `conditionalCheckFailed`, `invalidValue`, `invalidRequest`.
    @discardableResult
    @inlinable
    public func run(on db: Database) async throws -> E {
        try await write(on: db)
    }

    var origin: RequestOrigin { RequestOrigin(entity: E.schema.name, accessPattern: "upsert") }

    func updateItem(on db: Database) throws(DynamoDBError) -> UpdateItemRequest {
        try DynamoDBError.making("UpdateItem", origin) { () throws(DynamoDBError) in
            try E.schema.refuseWithoutCopy("upsert")
            if let error = RuleCheck.error(of: record) { throw error }
            var request = UpdateItemRequest(
                tableName: try db.name(of: E.schema.table), key: try DynamoDBError.encoding(record.key, origin),
                update: try update)
            request.condition = condition
            if condition != nil { request.returnValuesOnConditionCheckFailure = .allOld }
            return request
        }
    }

    private var update: UpdateExpression {
        get throws(DynamoDBError) {
            let schema = E.schema
            let keyNames = schema.table.keys.names
            return try DynamoDBError.encoding(record, origin).withPacked { item in
                var update = UpdateExpression()
                update.set.reserveCapacity(item.count)
                for entry in item {
                    let name = entry.nameText
                    if keyNames.contains(name) { continue }
                    let path = AttributePath(name)
                    let value = SetValue.operand(.value(entry.value.attributeValue))
                    if name == schema.versionAttribute {
                        update.add.append(.init(path, .value(1)))
                    } else if schema.setOnce.contains(name) || omitted.contains(name) {
                        update.set.append(.init(path, .ifNotExists(path, value)))
                    } else {
                        update.set.append(.init(path, value))
                    }
                }
                for name in schema.definite where item[name] == nil { update.remove.append(AttributePath(name)) }
                return update
            }
        }
    }
}

extension Upsert: ReplacingWrite {
    public typealias Record = E
    public typealias Former = E?
    public var key: E.Key { record.key }
    public var returnValues: ReturnValues { .allNew }

    public func answer(_ returned: E?) throws(DynamoDBError) -> E { try demanded(returned) }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        [TransactionAction(.update(try updateItem(on: db)), origin: origin)]
    }
}

extension UpsertableEntity {
    /// Creates a record, or changes the one that is there to what the draft says.
    public static func upsert(_ draft: Draft) -> Upsert<Self> { Upsert(draft) }
}
