/// Gives back what is held or confirmed: `held.release()`.
public struct Release<E: ReservableEntity>: Hashable, Sendable {
    private let record: E
    private let plan: DeletePlan<E>

    init(_ record: E) {
        self.record = record
        var plan = DeletePlan<E>(record.key, holding: record.held, mustExist: true)
        plan.label = "release"
        plan.refusal = .reservationLost
        self.plan = plan
    }

    /// What was given back; `nil` where it was not held any more: it has expired, or changed, or is another's.
    @discardableResult
    public func run(on db: Database) async throws -> E? {
        do {
            return try await write(on: db)
        } catch {
            guard error.code == .reservationLost else { throw error }
            return nil
        }
    }
}

extension Release: RecordWrite {
    public typealias Record = E
    public var key: E.Key { plan.key }
    public var returnValues: ReturnValues { .allOld }

    public func answer(_ returned: E?) throws(DynamoDBError) -> E { try demanded(returned) }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        var plan = plan
        plan.condition = E.schema.isHold(try DynamoDBError.encoding(record, plan.origin))
        return try plan.actions(on: db)
    }
}
