/// What became of a transaction: done, or cancelled by conditions.
public enum TransactionOutcome: Hashable, Sendable {
    /// All writes are done.
    case committed
    /// Nothing was written. One reason per write, in their order; `isFailure` tells those that were at fault, and `attribute` which
    /// unique value another record has.
    case canceled([DynamoDBError.CancellationReason])
}

extension DynamoDBError.CancellationReason {
    /// The stored record that a condition failed on; `nil` where there is none, or where no condition failed.
    /// - Throws: `DynamoDBError` for an item that is not what the definition says.
    public func record<E: Entity>(as type: E.Type) throws -> E? {
        guard let item else { return nil }
        return try DynamoDBError.decoding(RequestOrigin(entity: E.schema.name)) { () throws(AttributeError) in
            try item.decode(as: E.self)
        }
    }
}

extension Database {
    /// Writes all of these or none, and tells conditions that do not hold as a value instead of an error.
    ///
    /// ```swift
    /// let outcome = try await db.attemptTransact {
    ///     Order.create(draft)
    ///     Stock.update(sku: sku) { $0.quantity.subtract(1) }.if { $0.quantity >= 1 }
    /// }
    /// if case .canceled(let reasons) = outcome, let stock = try reasons[1].record(as: Stock.self) {
    ///     print("only \(stock.quantity) left")
    /// }
    /// ```
    /// - Parameter token: as for `transact`.
    /// - Throws: `DynamoDBError` for everything else, such as a conflict with another transaction.
    public func attemptTransact(
        token: String? = nil, @TransactionBuilder _ writes: () throws -> [any TransactionWrite]
    ) async throws -> TransactionOutcome {
        try await attemptTransact(try writes(), token: token)
    }

    /// Writes all of these or none, and tells conditions that do not hold as a value.
    public func attemptTransact(
        _ writes: [any TransactionWrite], token: String? = nil
    ) async throws -> TransactionOutcome {
        do {
            try await commit(writes, token: token)
            return .committed
        } catch {
            let failures = error.cancellationReasons.filter(\.isFailure)
            guard !failures.isEmpty, failures.allSatisfy({ $0.failure != nil }) else { throw error }
            return .canceled(
                writes.indices.map { position in
                    let reasons = error.cancellationReasons.filter { $0.write == position }
                    return reasons.first(where: \.isFailure) ?? reasons.first ?? .init(code: "None")
                })
        }
    }
}
