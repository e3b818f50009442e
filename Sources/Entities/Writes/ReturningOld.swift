/// A write that leaves a record behind in place of another: put, update, patch, upsert.
public protocol ReplacingWrite<Record>: RecordWrite {
    /// The record as it was: an optional where there may have been none.
    associatedtype Former: Sendable
    /// What was there before; for the library.
    func former(_ record: Record?) throws(DynamoDBError) -> Former
}

extension ReplacingWrite where Former == Record? {
    public func former(_ record: Record?) throws(DynamoDBError) -> Former { record }
}

extension ReplacingWrite {
    /// The same write, which tells the record as it was before.
    ///
    /// ```swift
    /// let before = try await article.patch { $0.title.set("Hello again") }.returningOld().run(on: db)
    /// ```
    public func returningOld() -> ReturningOld<Self> { ReturningOld(write: self) }
}

/// A write that tells the record as it was before. Where unique values are taken or given back it is read just before the transaction.
public struct ReturningOld<Write: ReplacingWrite>: RecordWrite {
    public typealias Record = Write.Record
    public static var acceptsAbsence: Bool { Write.acceptsAbsence }
    @usableFromInline let write: Write
    public var key: Record.Key { write.key }
    public var returnValues: ReturnValues { .allOld }

    public func answer(_ returned: Record?) throws(DynamoDBError) -> Write.Former { try write.former(returned) }

    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] { try write.actions(on: db) }

    /// The record as it was; `nil` where there was none, which a patch never tells.
    /// - Throws: what the write itself throws.
    @discardableResult
    @inlinable
    public func run(on db: Database) async throws -> Write.Former {
        guard Self.acceptsAbsence else { return try await write(on: db) }
        return try await writeIfPresent(on: db) ?? write.former(nil)
    }
}

extension ReturningOld: Equatable where Write: Equatable {}
extension ReturningOld: Hashable where Write: Hashable {}
