extension Database {
    /// Takes a lease, does some work while it is renewed, and gives it back.
    ///
    /// ```swift
    /// try await db.whileLeased(Job.lease(jobID: "nightly", by: "worker-1", for: .seconds(30))) { job in
    ///     try await job.patch { $0.progress.set(100) }.whileLeased().run(on: db)
    /// }
    /// ```
    /// - Throws: `leaseHeld` when somebody has it, and what `whileLeased(_:for:_:)` throws.
    public func whileLeased<Request: LeaseRequest, Result: Sendable>(
        _ request: Request, _ body: @escaping @Sendable (Request.Record) async throws -> Result
    ) async throws -> Result {
        try await whileLeased(try await request.run(on: self), for: request.duration, body)
    }

    /// Does some work while the lease that a record has is renewed, and gives it back at the end.
    ///
    /// The lease is renewed each time a third of the duration is over, by the database's `backoff`, and cancelled is the work when it is
    /// lost: somebody else has it, or renewing it failed until it was over by this machine's clock. Cancelled work may go on for a
    /// while: what it writes to the record is only safe with `whileLeased()`, and what it writes elsewhere with the lease's token.
    /// - Throws: what the work throws; `leaseLost` when the lease was lost, also where the work is done all the same.
    public func whileLeased<E: LeasedEntity, Result: Sendable>(
        _ record: E, for duration: Duration, _ body: @escaping @Sendable (E) async throws -> Result
    ) async throws -> Result {
        let result: Result
        do {
            result = try await working(on: record, for: duration, body)
        } catch {
            // Also where this task is cancelled, which would keep it from sending anything.
            await Task { try? await giveBack(record) }.value
            throw error
        }
        try await giveBack(record)
        return result
    }

    private func working<E: LeasedEntity, Result: Sendable>(
        on record: E, for duration: Duration, _ body: @escaping @Sendable (E) async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await body(record) }
            group.addTask {
                try await keepLease(of: record, for: duration)
                return nil
            }
            defer { group.cancelAll() }
            while let finished = try await group.next() {
                if let result = finished { return result }
            }
            throw DynamoDBError.cancelled
        }
    }

    /// Others need not wait until the lease is over. Where that fails they have to, which is no reason to call the work a failure; that
    /// somebody else took it meanwhile is.
    private func giveBack<E: LeasedEntity>(_ record: E) async throws {
        do {
            try await record.releasingLease().run(on: self)
        } catch let error as DynamoDBError {
            guard error.code == .leaseLost else { return }
            throw error
        }
    }

    /// Renews a lease until it is lost, or the record is gone: the work may have removed it.
    private func keepLease<E: LeasedEntity>(of record: E, for duration: Duration) async throws {
        var record = record
        while true {
            try await backoff.pause(duration / 3)
            do {
                record = try await renewed(record, for: duration)
            } catch let error as DynamoDBError {
                if error.code == .conditionalCheckFailed, error.item == nil { return }
                guard error.isRetryable || error.isOutcomeUnknown else { throw error }
                guard record.lease?.isHeld() == true else { throw DynamoDBError.unrenewed(E.schema.name) }
            }
        }
    }

    /// The record with the lease renewed, if that is done before it is over.
    private func renewed<E: LeasedEntity>(_ record: E, for duration: Duration) async throws -> E {
        let left = record.lease?.until?.timeIntervalSince(Generators.current.now()) ?? 0
        return try await withThrowingTaskGroup(of: E.self) { group in
            group.addTask { try await record.renewingLease(for: duration).run(on: self) }
            group.addTask {
                try await backoff.pause(.seconds(max(left, 0)))
                throw DynamoDBError.unrenewed(E.schema.name)
            }
            defer { group.cancelAll() }
            guard let renewed = try await group.next() else { throw DynamoDBError.cancelled }
            return renewed
        }
    }
}

extension DynamoDBError {
    fileprivate static func unrenewed(_ name: String) -> DynamoDBError {
        DynamoDBError(.leaseLost, "the lease of the \(name) could not be renewed before it was over")
    }
}
