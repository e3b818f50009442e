/// Takes the lease of a record, if nobody has it: made by `job.lease(by:for:)`.
///
/// The time is taken when the request is built. One that failed with an unknown outcome can be run again: it is known by what it stored.
public struct AcquireLease<E: LeasedEntity>: Hashable, Sendable {
    public let key: E.Key
    let terms: LeaseTerms
    /// The last lease, for all that is known.
    private var former: Lease?
    var condition: Condition?

    init(_ key: E.Key, _ terms: LeaseTerms, after former: Lease?) {
        self.key = key
        self.terms = terms
        self.former = former
    }

    /// Takes it only if this holds for what is stored.
    public func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.condition = Condition.joined(copy.condition, condition(E.Fields()))
        return copy
    }

    /// The record with the lease.
    /// - Throws: `DynamoDBError`: `leaseHeld` when somebody has it (`error.lease(of: Job.self)`), `conditionalCheckFailed` when there is no
    ///   record (then `item` is `nil`) or a condition does not hold.
    @discardableResult
    public func run(on db: Database) async throws -> E {
        var request = self
        while true {
            do throws(DynamoDBError) {
                return try await request.write(on: db)
            } catch {
                guard let item = error.item, E.schema.owns(item) else { throw error }
                let stored = Lease(in: item, E.leaseAttribute)
                if stored?.acquisition == terms.acquisition {
                    // An earlier try was carried out, and its answer lost.
                    return try DynamoDBError.decoding(error.origin) { () throws(AttributeError) in
                        try item.decode(as: E.self)
                    }
                }
                // Somebody else had it, and has it no more; or the caller's condition is the reason.
                guard error.code == .conditionalCheckFailed, stored != request.former else { throw error }
                request.former = stored
            }
        }
    }
}

extension AcquireLease: RecordWrite {
    public typealias Record = E
    public var returnValues: ReturnValues { .allNew }

    public func answer(_ returned: E?) throws(DynamoDBError) -> E { try demanded(returned) }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        let demand = LeaseDemand(attribute: E.leaseAttribute, kind: .free(after: former?.token), date: terms.date)
        var plan = LeasePlan<E>(key, "lease", demand)
        plan.condition = condition
        return try plan.actions(on: db) { () throws(DynamoDBError) in
            let lease = Operand(converting: try terms.lease(after: former))
            return UpdateExpression(set: [.init(AttributePath(E.leaseAttribute), .operand(lease))])
        }
    }
}
