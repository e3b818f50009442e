// Effects outside of the table that happen once, as long as nothing crashes.

extension Database {
    /// Runs an operation once per key that does what no transaction can, such as to send a message, and tells every repeat its result.
    ///
    /// The operation is claimed, run, and its result stored. While it runs nobody else runs it. A body that throws gives the claim
    /// back. One that crashes, or takes longer than it has claimed, is taken over by the next call once the claim has run out: what
    /// it did may then be done twice, so hand the key on to the service that is called, if it knows idempotency keys.
    ///
    /// ```swift
    /// let receipt = try await db.once("payment-4711", claimedFor: .seconds(30)) {
    ///     try await payments.charge(amount, idempotencyKey: "payment-4711")
    /// }
    /// ```
    /// Costs two writes; a repeat costs one.
    /// - Parameters:
    ///   - key: what the caller calls the operation. It has to be the same for a repeat, and for nothing else.
    ///   - claim: how long the body has the operation to itself. By the clocks of the callers, which have to agree as well as that matters.
    ///   - lifetime: how long the result is remembered.
    ///   - input: what the operation is given; a repeat with another is refused. Must encode itself in one order, which sets do not.
    ///   - repeats: what becomes of a repeat that comes while the operation is being run.
    ///   - table: where the operation is remembered; need not be said where the database has one table.
    /// - Throws: `DynamoDBError`: `alreadyRunning`, `idempotentParameterMismatch`, `claimLost` when someone else took over; and what the
    ///   body throws. Where the result could not be stored, the operation runs again when its claim has run out.
    public func once<Value: AttributeConvertible>(
        _ key: String, claimedFor claim: Duration, for lifetime: Duration = .seconds(86_400),
        input: (any Encodable & Sendable)? = nil, repeats: OnceRepeat = .refused, in table: TableSchema? = nil,
        _ body: () async throws -> Value
    ) async throws -> Value {
        try await Once(key, on: self, in: table, for: lifetime, input: input, result: .attribute)
            .run(claimedFor: claim, repeats: repeats, body)
    }

    /// Runs an operation once per key, whose result is stored by way of its `Codable` conformance.
    @_disfavoredOverload
    public func once<Value: Codable & Sendable>(
        _ key: String, claimedFor claim: Duration, for lifetime: Duration = .seconds(86_400),
        input: (any Encodable & Sendable)? = nil, repeats: OnceRepeat = .refused, in table: TableSchema? = nil,
        _ body: () async throws -> Value
    ) async throws -> Value {
        try await Once(key, on: self, in: table, for: lifetime, input: input, result: .codable)
            .run(claimedFor: claim, repeats: repeats, body)
    }

    /// Runs an operation once per key that returns nothing.
    // Optimized, it crashes the compiler of Swift 6.3.1, which comes to nothing with the coroutine.
    @_optimize(none)
    public func once(
        _ key: String, claimedFor claim: Duration, for lifetime: Duration = .seconds(86_400),
        input: (any Encodable & Sendable)? = nil, repeats: OnceRepeat = .refused, in table: TableSchema? = nil,
        _ body: () async throws -> Void
    ) async throws {
        try await Once(key, on: self, in: table, for: lifetime, input: input, result: .nothing)
            .run(claimedFor: claim, repeats: repeats, body)
    }
}
