extension Database {
    /// Does something, and does all of it anew where someone else was faster: for reads with a transaction behind them.
    ///
    /// ```swift
    /// try await db.withRetry {
    ///     let (from, to) = try await db.transactGet(Account.get(id: "a"), Account.get(id: "b"))
    ///     guard let from, let to, from.balance >= 10 else { throw BankError.refused }
    ///     try await db.transact {
    ///         from.patch { $0.balance.subtract(10) }
    ///         to.patch { $0.balance.add(10) }
    ///     }
    /// }
    /// ```
    /// Everything in `body` is done again: it should end with its only write, or only transaction. It is repeated for version conflicts, for
    /// transactions that were cancelled by them or by others that were on their way, and where the service was asked too much. Nothing is repeated
    /// whose outcome is unknown: `transact(attempts:)` does that, which sends the same transaction with the same token.
    /// - Parameter attempts: how often `body` is called at most, from 1.
    /// - Throws: what `body` throws, at once where it is another error or where the outcome is unknown, and else at the last attempt.
    public func withRetry<Result>(
        attempts: Int = 5, _ body: () async throws -> Result
    ) async throws -> Result {
        try DynamoDBError.checkAttempts(attempts)
        var failures = 0
        while true {
            let failure: DynamoDBError
            do {
                return try await body()
            } catch let error as DynamoDBError {
                guard error.isWorthStartingOver else { throw error }
                failure = error
            }
            failures += 1
            try await backoff.wait(after: failures, of: attempts, because: failure)
        }
    }
}

extension Database {
    /// Writes all of these or none, and sends them again, with the same token, until the service has said what became of them.
    ///
    /// The token makes that harmless for ten minutes: what was carried out, although its answer was lost, is not carried out twice. It is sent
    /// again where it was lost, where another transaction was on its way, and where the service was asked too much.
    /// - Parameters:
    ///   - attempts: how often the transaction is sent at most, from 1.
    ///   - token: as for `transact`.
    /// - Throws: `DynamoDBError`: conditions that do not hold at once, others at the last attempt.
    public func transact(
        attempts: Int, token: String? = nil, @TransactionBuilder _ writes: () throws -> [any TransactionWrite]
    ) async throws {
        try await transact(try writes(), attempts: attempts, token: token)
    }

    /// Writes all of these or none, and sends them again until the service has said what became of them.
    public func transact(_ writes: [any TransactionWrite], attempts: Int, token: String? = nil) async throws {
        try DynamoDBError.checkAttempts(attempts)
        let token = token ?? Self.newToken()
        var failures = 0
        var isLost = false
        while true {
            var failure: DynamoDBError
            do throws(DynamoDBError) {
                return try await commit(writes, token: token)
            } catch {
                failure = error
            }
            // A transaction that is cancelled was not carried out before: the service would have known its token.
            isLost = (isLost || failure.isOutcomeUnknown) && failure.code != .transactionCanceled
            failure.isOutcomeUnknown = isLost
            guard failure.isRetryable else { throw failure }
            failures += 1
            try await backoff.wait(after: failures, of: attempts, because: failure)
        }
    }
}
