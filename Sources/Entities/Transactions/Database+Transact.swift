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
    /// - Throws: `DynamoDBError`; `transactionCanceled` names each action that was at fault in `cancellationReasons`.
    public func transact(
        @TransactionBuilder _ writes: () throws -> [any TransactionWrite]
    ) async throws {
        try await transact(try writes())
    }

    /// Writes all of these or none.
    public func transact(_ writes: [any TransactionWrite]) async throws {
        var actions: [TransactionAction] = []
        for (position, write) in writes.enumerated() {
            for var action in try write.actions(on: self) {
                action.write = position
                actions.append(action)
            }
        }
        guard !actions.isEmpty else { return }
        guard actions.count <= 100 else {
            throw DynamoDBError(
                .invalidRequest,
                "a transaction has at most 100 actions, this one has \(actions.count) "
                    + "(a unique value is an action of its own)"
            ).at("TransactWriteItems", table: nil, origin: RequestOrigin())
        }
        try await run(actions, origin: RequestOrigin())
    }

    /// Reads up to 100 records of any entities as of one moment; `nil` where there is none.
    public func transactGet<each E: Entity>(
        _ get: repeat Get<each E>
    ) async throws -> (repeat (each E)?) {
        var gets: [TransactGetItemsRequest.Get] = []
        for get in repeat each get {
            let request = try get.request(table: name(of: Self.table(of: get)))
            gets.append(.init(tableName: request.tableName, key: request.key))
        }
        let output = try await execute(PlainOperation(TransactGetItemsRequest(gets: gets)))
        guard output.items.count == gets.count else {
            throw DynamoDBError(
                .undecodableResponse, "\(gets.count) items were asked for, \(output.items.count) came back"
            ).at("TransactGetItems", table: nil, origin: RequestOrigin())
        }
        var items = output.items.makeIterator()
        return (repeat try Self.record(of: each get, from: items.next() ?? nil))
    }

    private static func table<E: Entity>(of get: Get<E>) -> TableSchema { E.schema.table }

    private static func record<E: Entity>(of get: Get<E>, from item: EncodedItem?) throws(DynamoDBError) -> E? {
        guard let item else { return nil }
        return try DynamoDBError.decoding(get.origin) { () throws(AttributeError) in
            try item.decode(as: OwnRecord<E>.self).record
        }
    }
}
