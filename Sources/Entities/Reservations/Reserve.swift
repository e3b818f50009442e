/// Holds records of an entity, all or none: `Seat.reserve(…)`.
///
/// Running the same value again does no harm: what it holds already is not in its own way. So a reservation whose answer was lost is run
/// once more.
public struct Reserve<E: ReservableEntity>: Hashable, Sendable {
    private let creates: [Create<E>]
    /// When it was built, in seconds since 1970.
    private let now: Int64

    init(_ records: [E]) {
        creates = records.map { record in
            var create = Create(record)
            create.refusal = .alreadyReserved
            return create
        }
        now = EpochTime.now
    }

    /// What is held, with its identifiers and times.
    public var records: [E] { creates.map(\.record) }

    /// Holds the records and returns them; without any, nothing is sent.
    /// - Throws: `DynamoDBError`: `alreadyReserved` with the records in the way (`conflicts(as:)`), `notUnique`, `invalidValue` for a hold whose
    ///   end is over, `invalidRequest` for one record twice or for more than 100 actions.
    @discardableResult
    public func run(on db: Database) async throws -> [E] {
        try await hold(on: db)
        return records
    }

    private func hold(on db: Database) async throws(DynamoDBError) {
        let actions = try actions(on: db)
        do throws(DynamoDBError) {
            if let create = creates.first, creates.count == 1 {
                _ = try await create.write(on: db)
            } else {
                try await db.commit([self], token: nil)
            }
        } catch {
            guard !isDone(actions, error) else { return }
            throw error.named(
                .alreadyReserved, "nothing was reserved: some of it is reserved already (see `conflicts(as:)`)")
        }
    }

    /// Whether what is in the way is what is written: then an attempt whose answer was lost was carried out.
    private func isDone(_ actions: [TransactionAction], _ error: DynamoDBError) -> Bool {
        let written = actions.filter { $0.meaning == .record }.map(\.item)
        let stored =
            creates.count == 1
            ? [error.item] : error.cancellationReasons.filter { $0.failure == .alreadyReserved }.map(\.item)
        return written == stored
    }
}

extension Reserve: TransactionWrite {
    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        var actions: [TransactionAction] = []
        var keys = Set<E.Key>()
        for create in creates {
            let record = create.record
            if let end = E.expirySeconds(of: record), end <= now {
                throw refused(
                    .invalidValue, "a hold ends in the future, not at \(end) seconds since 1970: \(record.key)")
            }
            guard keys.insert(record.key).inserted else {
                throw refused(.invalidRequest, "the same record is to be reserved twice: \(record.key)")
            }
            actions += try create.actions(on: db)
        }
        return actions
    }

    private func refused(_ code: DynamoDBError.Code, _ message: String) -> DynamoDBError {
        DynamoDBError(code, "nothing was sent: " + message).at(
            "TransactWriteItems", table: nil, origin: RequestOrigin(entity: E.schema.name, accessPattern: "reserve"))
    }
}

extension TransactionAction {
    /// What is put.
    fileprivate var item: EncodedItem? {
        if case .put(let request) = action { request.item } else { nil }
    }
}

extension DynamoDBError {
    /// The error of a transaction by what one of its writes failed with.
    func named(_ failure: Code, _ message: String) -> DynamoDBError {
        guard cancellationReasons.contains(where: { $0.failure == failure }) else { return self }
        var error = self
        error.code = failure
        error.message = message
        return error
    }
}
