/// Lets a hold last for good: `held.confirm()`.
///
/// Confirming once more what its holder has confirmed does no harm.
public struct Confirm<E: ReservableEntity>: Hashable, Sendable {
    let record: E
    private let plan: UpdatePlan<E>

    init(_ record: E) {
        self.record = record
        var plan = UpdatePlan<E>(record.key, E.confirmation(of: record), label: "confirm")
        plan.aliveAt = E.schema.writeTime
        plan.refusal = .reservationLost
        self.plan = plan
    }

    /// The record as it is now, without an end.
    /// - Throws: `DynamoDBError`: `reservationLost` when the hold has expired, was given back, or has changed; with the stored record in `item`,
    ///   where there is one that has not expired.
    @discardableResult
    public func run(on db: Database) async throws -> E {
        do {
            return try await write(on: db)
        } catch {
            guard let stored = error.item, error.code == .reservationLost, isDone(stored) else { throw error }
            return try DynamoDBError.decoding(plan.origin) { () throws(AttributeError) in try stored.decode() }
        }
    }

    /// Whether what is stored is the reservation as its holder has confirmed it.
    func isDone(_ stored: EncodedItem) -> Bool {
        guard let item = try? EncodedItem(record) else { return false }
        return E.schema.isConfirmed(stored, asHeldBy: item)
    }
}

extension Confirm: RecordWrite {
    public typealias Record = E
    public var key: E.Key { plan.key }
    public var returnValues: ReturnValues { .allNew }

    public func answer(_ returned: E?) throws(DynamoDBError) -> E { try demanded(returned) }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        var plan = plan
        plan.condition = E.schema.isHold(try DynamoDBError.encoding(record, plan.origin))
        return try plan.actions(on: db)
    }
}

/// Lets several holds last for good, or none: `Seat.confirm(held)`.
public struct GroupConfirmation<E: ReservableEntity>: Hashable, Sendable {
    private let confirmations: [Confirm<E>]

    init(_ records: [E]) {
        confirmations = records.map(Confirm.init)
    }

    /// Confirms those that are not confirmed yet. Without any, nothing is sent.
    /// - Throws: `DynamoDBError`: `reservationLost` when one of them has expired, was given back, or has changed.
    public func run(on db: Database) async throws {
        var open = confirmations
        while !open.isEmpty {
            do {
                try await db.commit(open, token: nil)
                return
            } catch {
                let failures = error.cancellationReasons.filter(\.isFailure)
                let done = Set(
                    failures.filter { reason in
                        guard let write = reason.write, let item = reason.item else { return false }
                        return open[write].isDone(item)
                    }.compactMap(\.write))
                guard !failures.isEmpty, failures.allSatisfy({ $0.write.map(done.contains) ?? false }) else {
                    throw error.named(.reservationLost, "nothing was confirmed: some of it is not held any more")
                }
                open = open.indices.filter { !done.contains($0) }.map { open[$0] }
            }
        }
    }
}

extension GroupConfirmation: TransactionWrite {
    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        var actions: [TransactionAction] = []
        for confirmation in confirmations { actions += try confirmation.actions(on: db) }
        return actions
    }
}
