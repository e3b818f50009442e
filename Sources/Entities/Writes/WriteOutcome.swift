/// What became of a write: done, or refused by a condition.
///
/// ```swift
/// switch try await Article.create(draft).attempt(on: db) {
/// case .written(let article): print("created \(article.title)")
/// case .rejected(let stored): print("there is one already: \(stored?.title ?? "")")
/// }
/// ```
public enum WriteOutcome<Answer: Sendable, Record: Entity>: Sendable {
    /// The write is done, and this is what it tells: the record, unless the write says otherwise.
    case written(Answer)
    /// A condition did not hold, or the version or state was another, and nothing was written. The record is the one that is stored, as of that
    /// moment; `nil` where there is none.
    case rejected(Record?)
}

extension WriteOutcome: Equatable where Answer: Equatable {}
extension WriteOutcome: Hashable where Answer: Hashable {}

extension RecordWrite {
    /// Carries the write out, and tells a condition that does not hold as a value instead of an error.
    ///
    /// That is the caller's own condition, the demand that a record must exist or must not, the expected version, the state that a
    /// move starts from, and the lease. An `update` or
    /// `delete` where there is no record is rejected as well: nothing was written.
    /// - Throws: `DynamoDBError` for everything else, such as `notUnique`, whose `attribute` names the value: then the record itself is not what
    ///   was in the way.
    public func attempt(on db: Database) async throws -> WriteOutcome<Answer, Record> {
        do {
            return .written(try await write(on: db))
        } catch {
            guard Self.refusals.contains(error.code) else { throw error }
            guard let item = error.item else { return .rejected(nil) }
            // Another entity's item is in the way: no record of this one's says why.
            guard Record.schema.owns(item) else { throw error }
            let record = try DynamoDBError.decoding(error.origin) { () throws(AttributeError) in
                try item.decode(as: Record.self)
            }
            return .rejected(record)
        }
    }

    /// What a condition that does not hold is called.
    private static var refusals: Set<DynamoDBError.Code> {
        [
            .conditionalCheckFailed, .versionConflict, .illegalTransition, .leaseHeld, .leaseLost, .alreadyReserved,
            .reservationLost,
        ]
    }
}
