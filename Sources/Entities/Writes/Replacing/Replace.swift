/// Writes a record that was changed as a whole in place of the one that it was made of; made by `replacing`.
public struct Replace<E: ReplaceableEntity>: Hashable, Sendable {
    /// What is written: the record as it will be read.
    public let record: E
    /// The record as it was read.
    let former: E
    private let check: ReplacementCheck
    private var condition: Condition?
    /// The time of the write, where records expire.
    private let now: Int64?

    init(_ former: E, keepsLease: Bool = false, _ change: (inout E) -> Void) {
        var record = former
        change(&record)
        var check = ReplacementCheck()
        check.keepsLease = keepsLease
        // Values that an item keeps less of, such as the parts of a millisecond, are compared as it keeps them. What cannot be stored is
        // the error of the request.
        record = (try? EncodedItem(record).decode(as: E.self)) ?? record
        record.follow(former, &check)
        if record.key != former.key { check.refuse("key", "cannot change: it was \(former.key), and is \(record.key)") }
        self.former = former
        self.record = record
        now = E.schema.writeTime
        self.check = check
    }

    /// Why the record cannot come after the one that it was made of.
    var problem: DynamoDBError? {
        check.problem.map {
            DynamoDBError(
                .invalidValue, "\(E.schema.name) was not replaced: \($0.path) \($0.reason)", underlying: $0)
        }
    }

    /// Writes only if this holds for what is stored.
    public func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.condition = Condition.joined(copy.condition, condition(E.Fields()))
        return copy
    }

    /// Writes the record and returns it.
    /// - Throws: `DynamoDBError`: `versionConflict` with the stored item when someone else has changed it, or has taken, renewed or given back its
    ///   lease; `conditionalCheckFailed` when there is none (then `item` is `nil`) or a condition does not hold; `illegalTransition` when the
    ///   stored state is not the one that it was made from; `notUnique`, `invalidValue`.
    @discardableResult
    @inlinable
    public func run(on db: Database) async throws -> E {
        try await write(on: db)
    }

    /// The unique values that are taken and given back. Even one that stays must be the stored record's: it would be set without a claim.
    private var claims: Change {
        let (old, new) = (former.uniqueClaims, record.uniqueClaims)
        let absent = E.schema.optionalUnique.filter { name in !(old + new).contains { $0.storedName == name } }
        var names: [String] = []
        for claim in old + new where !names.contains(claim.storedName) { names.append(claim.storedName) }
        return Change(
            (names + absent).map { name in
                .unique(
                    name, replacing: old.first { $0.storedName == name }, with: new.first { $0.storedName == name })
            })
    }
}

extension Replace: ReplacingWrite {
    public typealias Record = E
    public var key: E.Key { former.key }
    public var returnValues: ReturnValues { .none }

    public func answer(_ returned: E?) throws(DynamoDBError) -> E { record }

    public func former(_ record: E?) throws(DynamoDBError) -> E { try demanded(record) }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        let claims = claims
        // What others may have taken meanwhile is not touched.
        let aliveAt = claims.touchesClaims ? now : nil
        let contents = try record.contents(for: "replacing") { () throws(DynamoDBError) in
            if let problem { throw problem }
        }
        var plan = PutPlan(
            contents: contents,
            condition: Condition.all([
                .exists(.path(E.schema.partitionPath)), E.schema.isVersion(former.version),
                E.schema.isAlive(at: aliveAt), claims.condition, check.condition, condition,
            ]))
        plan.presence = .present
        plan.now = now
        plan.moving = claims
        plan.expectedVersion = former.version
        plan.aliveAt = aliveAt
        (plan.transitions, plan.lease) = (check.transitions, check.lease)
        return try plan.actions(on: db)
    }
}
