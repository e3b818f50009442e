extension RecordWrite {
    /// The same write with the shortest answer that there is, which saves transfer and decoding, but no capacity.
    ///
    /// ```swift
    /// try await Article.update(tenantID: "acme", articleID: id) { $0.views.add(1) }.returningNothing().run(on: db)
    /// ```
    public consuming func returningNothing() -> ReturningNothing<Self> { ReturningNothing(write: self) }
}

/// A write that tells no more than that it is done.
public struct ReturningNothing<Write: RecordWrite>: RecordWrite {
    public typealias Record = Write.Record
    public static var acceptsAbsence: Bool { Write.acceptsAbsence }
    let write: Write
    public var key: Record.Key { write.key }
    public var returnValues: ReturnValues { .none }

    public func answer(_ returned: EncodedItem?) throws(DynamoDBError) {}

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] { try write.actions(on: db) }

    /// Carries the write out. An `update` or `delete` may have touched nothing.
    /// - Throws: what the write itself throws.
    @inlinable
    public func run(on db: Database) async throws {
        guard Self.acceptsAbsence else { return try await write(on: db) }
        _ = try await writeIfPresent(on: db)
    }
}

extension ReturningNothing: Equatable where Write: Equatable {}
extension ReturningNothing: Hashable where Write: Hashable {}
