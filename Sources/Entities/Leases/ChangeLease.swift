/// Renews or gives back the lease that a record has: made by `job.renewingLease(for:)` and `job.releasingLease()`.
public struct ChangeLease<E: LeasedEntity>: Hashable, Sendable {
    private let plan: LeasePlan<E>
    /// How long it is kept from now, and until when; `nil` to give it back.
    private let renewal: Renewal?

    private struct Renewal: Hashable {
        var duration: Duration
        var until: Date
    }

    static func renewing(_ record: E, for duration: Duration) -> Self {
        let now = Generators.current.now()
        return Self(
            record, "renewingLease", record.lease.map { .held($0.token) }, now,
            Renewal(duration: duration, until: now.adding(duration)))
    }

    static func releasing(_ record: E) -> Self {
        Self(record, "releasingLease", record.lease.map { .last($0.token) }, Generators.current.now(), nil)
    }

    private init(_ record: E, _ label: String, _ kind: LeaseDemand.Kind?, _ date: Date, _ renewal: Renewal?) {
        let demand = LeaseDemand(attribute: E.leaseAttribute, kind: kind ?? .missing, date: date)
        plan = LeasePlan(record.key, label, demand)
        self.renewal = renewal
    }

    /// The record with the lease as it is now.
    /// - Throws: `DynamoDBError`: `leaseLost` when it is over or somebody else has taken it, `conditionalCheckFailed` when there is no record.
    @discardableResult
    public func run(on db: Database) async throws -> E {
        try await write(on: db)
    }
}

extension ChangeLease: RecordWrite {
    public typealias Record = E
    public var key: E.Key { plan.key }
    public var returnValues: ReturnValues { .allNew }

    public func answer(_ returned: E?) throws(DynamoDBError) -> E { try demanded(returned) }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        try plan.actions(on: db) { () throws(DynamoDBError) in
            let until = AttributePath(E.leaseAttribute).appending("until")
            guard let renewal else { return UpdateExpression(remove: [until]) }
            try LeaseTerms.check(renewal.duration)
            let value = Operand(renewal.until, as: EpochMilliseconds.self)
            return UpdateExpression(set: [.init(until, .operand(value))])
        }
    }
}
