extension Get where E: VersionedEntity {
    /// Reads the record, changes it, and begins anew where someone else has changed it in between.
    ///
    /// ```swift
    /// try await Article.get(tenantID: "acme", articleID: id).withRetry(on: db) { article in
    ///     article.patch { $0.title.set(article.title.capitalized) }
    /// }
    /// ```
    /// A conflict carries the record that is stored, so that nothing is read a second time. Between two attempts it waits as the database's
    /// `Backoff` says. For `replacing`, a lease that was renewed in between is a conflict, too; a patch has nothing to do with that.
    /// - Parameters:
    ///   - attempts: how often the write is made, from 1.
    ///   - change: the write that the record is to get: one that demands its version, as `patch`, `replacing` and `remove` of a record do. It is
    ///     called once for each attempt.
    /// - Returns: what the write tells.
    /// - Throws: `conditionalCheckFailed` where there is no record; `versionConflict` with the record that is stored where all attempts
    ///   failed; what `change` throws, and what the write throws for other reasons, at once. Nothing is done again whose outcome is unknown.
    @discardableResult
    public func withRetry<Write: RecordWrite<E>>(
        on db: Database, attempts: Int = 5, _ change: (E) async throws -> Write
    ) async throws -> Write.Answer {
        let key = key
        return try await retrying(on: db, attempts: attempts, change) { () throws -> Write in
            throw DynamoDBError(.conditionalCheckFailed, "there is no \(E.schema.name) with this key: \(key)")
                .at("GetItem", table: nil, origin: RequestOrigin(entity: E.schema.name, accessPattern: "get"))
        }
    }

    /// The same, where there may be no record.
    ///
    /// ```swift
    /// let cart = try await Cart.get(buyerID: "b").withRetry(on: db) { cart in
    ///     cart.patch { $0.lines.append([line]) }
    /// } whenMissing: {
    ///     Cart.create(.init(buyerID: "b", lines: [line]))
    /// }
    /// ```
    /// - Parameter missing: the write for a record that is not there, or an error. Where someone else has created the record in between, the change is
    ///   made to that.
    @discardableResult
    public func withRetry<Write: RecordWrite<E>, Creation: RecordWrite<E>>(
        on db: Database, attempts: Int = 5, _ change: (E) async throws -> Write,
        whenMissing missing: () async throws -> Creation
    ) async throws -> Write.Answer where Creation.Answer == Write.Answer {
        try await retrying(on: db, attempts: attempts, change, missing)
    }

    /// What is known of the stored record.
    private enum Stored { case unknown, absent, record(E) }

    private func retrying<Write: RecordWrite<E>, Creation: RecordWrite<E>>(
        on db: Database, attempts: Int, _ change: (E) async throws -> Write,
        _ missing: () async throws -> Creation
    ) async throws -> Write.Answer where Creation.Answer == Write.Answer {
        try DynamoDBError.checkAttempts(attempts)
        var stored = Stored.unknown
        var failures = 0
        while true {
            let failure: DynamoDBError
            if case .unknown = stored {
                // What is read behind a conflict has to be newer than that.
                let get = failures == 0 ? self : consistent()
                do throws(DynamoDBError) {
                    stored = try await get.fetch(from: db).map(Stored.record) ?? .absent
                } catch {
                    guard error.isWorthStartingOver else { throw error }
                    failures += 1
                    try await db.backoff.wait(after: failures, of: attempts, because: error)
                    continue
                }
            }
            if case .record(let record) = stored {
                let write = try await change(record)
                do throws(DynamoDBError) {
                    return try await write.write(on: db)
                } catch {
                    (stored, failure) = (try self.stored(after: error, isPresent: true), error)
                }
            } else {
                let write = try await missing()
                do throws(DynamoDBError) {
                    return try await write.write(on: db)
                } catch {
                    (stored, failure) = (try self.stored(after: error, isPresent: false), error)
                }
            }
            failures += 1
            try await db.backoff.wait(after: failures, of: attempts, because: failure)
        }
    }

    /// What a failed write says of the stored record.
    /// - Throws: the error itself, where another attempt would not be better.
    private func stored(after error: DynamoDBError, isPresent: Bool) throws(DynamoDBError) -> Stored {
        if error.code == .conditionalCheckFailed, !error.isOutcomeUnknown {
            // The record is gone, or has come, since it was looked for. Any other condition is the caller's own.
            switch (isPresent, error.item) {
            case (true, nil): return .absent
            case (false, let item?) where E.schema.owns(item): break
            default: throw error
            }
        } else if !error.isWorthStartingOver {
            throw error
        }
        guard let item = error.item, E.schema.owns(item) else { return .unknown }
        return try record(of: item).map(Stored.record) ?? .unknown
    }
}

extension DynamoDBError {
    static func checkAttempts(_ attempts: Int) throws(DynamoDBError) {
        guard attempts < 1 else { return }
        throw DynamoDBError(.invalidRequest, "nothing was sent: attempts are counted from 1, not \(attempts)")
    }
}
