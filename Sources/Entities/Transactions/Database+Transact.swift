/// Collects the writes of a transaction.
@resultBuilder
public enum TransactionBuilder {
    public static func buildExpression(_ write: some TransactionWrite) -> [any TransactionWrite] { [write] }
    public static func buildExpression(_ writes: [some TransactionWrite]) -> [any TransactionWrite] { writes }
    /// Writes that a function of the caller's put together.
    public static func buildExpression(_ writes: [any TransactionWrite]) -> [any TransactionWrite] { writes }

    @available(*, unavailable, message: "a write transaction cannot read: use transactGet")
    public static func buildExpression<E>(_ get: Get<E>) -> [any TransactionWrite] { [] }

    @available(*, unavailable, message: "a transaction writes items by their keys and cannot query: query first")
    public static func buildExpression<E>(_ query: Query<E>) -> [any TransactionWrite] { [] }

    public static func buildBlock(_ writes: [any TransactionWrite]...) -> [any TransactionWrite] {
        writes.flatMap { $0 }
    }
    public static func buildOptional(_ writes: [any TransactionWrite]?) -> [any TransactionWrite] { writes ?? [] }
    public static func buildEither(first writes: [any TransactionWrite]) -> [any TransactionWrite] { writes }
    public static func buildEither(second writes: [any TransactionWrite]) -> [any TransactionWrite] { writes }
    public static func buildArray(_ writes: [[any TransactionWrite]]) -> [any TransactionWrite] {
        writes.flatMap { $0 }
    }
}

extension Database {
    /// Writes all of these or none, up to 100 items, as of one moment.
    ///
    /// In a transaction an `update` or `delete` with a condition whose item is missing cancels, as `patch` and `remove` do. Without
    /// writes nothing is sent.
    /// - Parameter token: makes it harmless to run the same writes again within ten minutes, from another process too: 1 to 36
    ///   characters. Build the writes once, since times and identifiers are taken when they are built, and the service refuses other
    ///   writes with the same token. Without one, each call has a token of its own.
    /// - Throws: `DynamoDBError`; `transactionCanceled` names each action that was at fault in `cancellationReasons`.
    public func transact(
        token: String? = nil, @TransactionBuilder _ writes: () throws -> [any TransactionWrite]
    ) async throws {
        try await transact(try writes(), token: token)
    }

    /// Writes all of these or none.
    public func transact(_ writes: [any TransactionWrite], token: String? = nil) async throws {
        try await commit(writes, token: token)
    }

    func commit(_ writes: [any TransactionWrite], token: String?) async throws(DynamoDBError) {
        if let token, !(1...36).contains(token.unicodeScalars.count) {
            throw refused("a token has 1 to 36 characters, this one has \(token.unicodeScalars.count)")
        }
        var actions: [TransactionAction] = []
        for (position, write) in writes.enumerated() {
            for var action in try write.actions(on: self) {
                action.write = position
                actions.append(action)
            }
        }
        guard !actions.isEmpty else { return }
        guard actions.count <= 100 else {
            throw refused(
                "a transaction has at most 100 actions, this one has \(actions.count) "
                    + "(a unique value is an action of its own)")
        }
        try await run(actions, token: token, origin: origin)
    }

    private func refused(_ message: String) -> DynamoDBError {
        DynamoDBError(.invalidRequest, message).at("TransactWriteItems", table: nil, origin: origin)
    }
}
