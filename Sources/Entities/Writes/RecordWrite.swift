/// A write of one record: create, put, update, patch, upsert, delete or remove.
///
/// The members but `attempt`, `returningNothing` and `explain` are for the library.
public protocol RecordWrite<Record>: TransactionWrite, ExplainableRequest {
    associatedtype Record: Entity
    /// What the write tells when it is done.
    associatedtype Answer: Sendable = Record
    /// The type that what the service returns is read as.
    associatedtype Returned: ItemDecodable = Record

    /// Whether `run` takes it for done where there is no record to change.
    static var acceptsAbsence: Bool { get }
    /// What identifies the record.
    var key: Record.Key { get }
    /// What the service is asked to return.
    var returnValues: ReturnValues { get }
    /// What the write tells.
    /// - Parameter returned: what `returnValues` asked for, where there is something.
    func answer(_ returned: Returned?) throws(DynamoDBError) -> Answer
}

extension RecordWrite {
    public static var acceptsAbsence: Bool { false }

    /// Carries the write out by itself, in a transaction where it takes or gives back unique values.
    /// - Throws: `conditionalCheckFailed`, without an item where there is no record; `versionConflict`, `notUnique` and others.
    // To be inlined: the types of operation and answer are known at compile time then, and need not be looked up for every request.
    @inlinable
    func write(on db: Database) async throws(DynamoDBError) -> Answer {
        let actions = try actions(on: db)
        guard let alone = AloneAction(actions, returning: returnValues) else {
            return try await writeTransaction(actions, on: db)
        }
        do throws(DynamoDBError) {
            let operation = WriteItemOperation<Returned>(alone.request, origin: alone.origin)
            return try answer(await db.execute(operation, table: alone.table).attributes)
        } catch {
            throw alone.explain(error, of: self)
        }
    }

    /// Carries out a write that consists of several actions.
    @usableFromInline
    func writeTransaction(_ actions: [TransactionAction], on db: Database) async throws(DynamoDBError) -> Answer {
        guard let first = actions.first else {
            throw DynamoDBError(.invalidRequest, "nothing was sent: a write without an action")
        }
        do throws(DynamoDBError) {
            // A transaction returns nothing, so the record is read before it, or behind it.
            var returned: Returned?
            if returnValues == .allOld {
                returned = try await stored(at: first.tableName, for: first.origin, on: db)
                if returned == nil, first.expectation.presence == .present { throw .missing }
            }
            try await db.runOne(actions, origin: first.origin)
            if returnValues == .allNew {
                returned = try await stored(at: first.tableName, for: first.origin, on: db)
            }
            return try answer(returned)
        } catch {
            throw explaining(error, first)
        }
    }

    fileprivate func explaining(_ error: DynamoDBError, _ action: TransactionAction) -> DynamoDBError {
        explaining(error, action.expectation).at(action.operationName, table: action.tableName, origin: action.origin)
    }

    /// What `write` tells; `nil` where there is no record.
    @inlinable
    func writeIfPresent(on db: Database) async throws(DynamoDBError) -> Answer? {
        do throws(DynamoDBError) {
            return try await write(on: db)
        } catch {
            guard error.code == .conditionalCheckFailed, error.item == nil else { throw error }
            return nil
        }
    }

    private func stored(
        at table: String, for origin: RequestOrigin, on db: Database
    ) async throws(DynamoDBError) -> Returned? {
        var request = GetItemRequest(tableName: table, key: try DynamoDBError.encoding(key, origin))
        request.consistentRead = true
        return try await db.execute(GetItemOperation<Returned>(request, origin: origin), table: table).item
    }

    /// A record that the service has to return.
    func demanded(_ record: Record?) throws(DynamoDBError) -> Record {
        if let record { return record }
        throw DynamoDBError(
            .undecodableResponse,
            "the \(Record.schema.name) was written, but could not be read: it may have been deleted since")
    }
}

/// The only action of a write, as a request of its own.
@usableFromInline
struct AloneAction {
    @usableFromInline let request: DynamoDBRequest
    /// The action: a copy of the list is a reference and no more.
    private let actions: [TransactionAction]
    @usableFromInline var origin: RequestOrigin { actions[0].origin }
    @usableFromInline var table: String { actions[0].tableName }

    /// `nil` where there are others, and for a check, which is no request.
    @usableFromInline
    init?(_ actions: [TransactionAction], returning values: ReturnValues) {
        guard actions.count == 1, let request = actions[0].request(returning: values) else { return nil }
        self.actions = actions
        self.request = request
    }

    @usableFromInline
    func explain(_ error: DynamoDBError, of write: some RecordWrite) -> DynamoDBError {
        write.explaining(error, actions[0])
    }
}
