import Entities

extension Market {
    /// Writes all of these or none, and tells a condition that does not hold by what it means.
    /// - Parameters:
    ///   - name: what meters and errors call it.
    ///   - refusals: by the action, `Balance.patch`, or the unique attribute, `Account.email`.
    /// - Throws: `Refusal`, of the first action that has one; else `DynamoDBError`.
    func transact(
        _ name: String, refusing refusals: [String: Refusal] = [:],
        @TransactionBuilder _ writes: () throws -> [any TransactionWrite]
    ) async throws {
        try await refusing(refusals) { try await db.named(name).transact(writes) }
    }

    /// Tells why a transaction is cancelled by what the action that failed means.
    func refusing<Result>(_ refusals: [String: Refusal], _ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as DynamoDBError where error.code == .transactionCanceled {
            for reason in error.cancellationReasons where reason.failure != nil {
                if let refusal = reason.action.flatMap({ refusals[$0] }) { throw refusal }
            }
            throw error
        }
    }
}
