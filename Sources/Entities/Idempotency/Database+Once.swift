// Writes that happen once: the result is stored in the same transaction.

extension Database {
    /// Runs an operation once per key, and tells every repeat what came of it.
    ///
    /// The body says which writes the operation consists of, and what is told of them. They are committed together with the item that
    /// remembers the result, all or none: exactly once, however often, from wherever and at however many places at a time it is
    /// called with the key, also where answers are lost. The body itself can run several times, but the writes of one run only are
    /// committed, and all callers are told the result of that run.
    ///
    /// ```swift
    /// let orderID = try await db.once("checkout-4711", input: cart) {
    ///     let order = Order.create(draft)
    ///     return Commit(order.record.orderID) {
    ///         order
    ///         Stock.patch(sku: sku) { $0.quantity.subtract(1) }
    ///     }
    /// }
    /// ```
    /// Costs a read and a transaction with one action more; a repeat costs a read.
    /// - Parameters:
    ///   - key: what the caller calls the operation. It has to be the same for a repeat, and for nothing else.
    ///   - lifetime: how long the result is remembered.
    ///   - input: what the operation is given; a repeat with another is refused. Must encode itself in one order, which sets do not.
    ///   - table: where the operation is remembered; need not be said where the database has one table.
    ///   - body: reads what it needs, and returns the writes; it must not write by itself.
    /// - Returns: the result of the run that was committed.
    /// - Throws: `DynamoDBError`: `idempotentParameterMismatch` for another input; what `transact` throws, and what the body throws. Then
    ///   nothing is remembered, unless `isOutcomeUnknown`: then ask again with the same key.
    public func once<Value: AttributeConvertible>(
        _ key: String, for lifetime: Duration = .seconds(86_400), input: (any Encodable & Sendable)? = nil,
        in table: TableSchema? = nil, _ body: () async throws -> Commit<Value>
    ) async throws -> Value {
        try await Once(key, on: self, in: table, for: lifetime, input: input, result: .attribute).commit(body)
    }

    /// Runs an operation once per key, whose result is stored by way of its `Codable` conformance.
    @_disfavoredOverload
    public func once<Value: Codable & Sendable>(
        _ key: String, for lifetime: Duration = .seconds(86_400), input: (any Encodable & Sendable)? = nil,
        in table: TableSchema? = nil, _ body: () async throws -> Commit<Value>
    ) async throws -> Value {
        try await Once(key, on: self, in: table, for: lifetime, input: input, result: .codable).commit(body)
    }

    /// Runs an operation once per key, whose result is a record.
    public func once<Record: Entity>(
        _ key: String, for lifetime: Duration = .seconds(86_400), input: (any Encodable & Sendable)? = nil,
        in table: TableSchema? = nil, _ body: () async throws -> Commit<Record>
    ) async throws -> Record {
        try await Once(key, on: self, in: table, for: lifetime, input: input, result: .record).commit(body)
    }

    /// Runs an operation once per key, of which there is nothing to tell.
    public func once(
        _ key: String, for lifetime: Duration = .seconds(86_400), input: (any Encodable & Sendable)? = nil,
        in table: TableSchema? = nil, _ body: () async throws -> Commit<Void>
    ) async throws {
        try await Once(key, on: self, in: table, for: lifetime, input: input, result: .nothing).commit(body)
    }
}
