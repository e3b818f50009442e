/// What the body of `Database.once` wants done: writes, and what is told of them, now and to every repeat.
///
/// ```swift
/// let orderID = try await db.once("checkout-4711") {
///     let order = Order.create(draft)
///     return Commit(order.record.orderID) {
///         order
///         Stock.patch(sku: sku) { $0.quantity.subtract(1) }
///     }
/// }
/// ```
public struct Commit<Value: Sendable>: Sendable {
    let value: Value
    let writes: [any TransactionWrite]

    /// - Parameters:
    ///   - value: what repeats are told.
    ///   - writes: up to 99 actions; a unique value is an action of its own.
    public init(_ value: Value, @TransactionBuilder _ writes: () throws -> [any TransactionWrite]) rethrows {
        self.value = value
        self.writes = try writes()
    }
}

extension Commit<Void> {
    /// Writes of which there is nothing to tell but that they are done.
    public init(@TransactionBuilder _ writes: () throws -> [any TransactionWrite]) rethrows {
        try self.init((), writes)
    }
}
