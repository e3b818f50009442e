/// Takes the lease of a record that has to be read first, if nobody has it: made by `Job.lease(jobID:by:for:)`.
public struct LeaseByKey<E: LeasedEntity>: Hashable, Sendable {
    public let key: E.Key
    let terms: LeaseTerms
    private var condition: Condition?

    init(_ key: E.Key, _ terms: LeaseTerms) {
        self.key = key
        self.terms = terms
    }

    /// Takes it only if this holds for what is stored.
    public func `if`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.condition = Condition.joined(copy.condition, condition(E.Fields()))
        return copy
    }

    /// The record with the lease.
    /// - Throws: what ``AcquireLease/run(on:)`` throws. `leaseHeld` costs a read and no write.
    @discardableResult
    public func run(on db: Database) async throws -> E {
        try await acquisition(after: lease(on: db)).run(on: db)
    }

    private func acquisition(after former: Lease?) -> AcquireLease<E> {
        var request = AcquireLease<E>(key, terms, after: former)
        request.condition = condition
        return request
    }

    /// The last lease, which is over; `nil` where there was none.
    private func lease(on db: Database) async throws(DynamoDBError) -> Lease? {
        let table = try db.name(of: E.schema.table)
        let origin = RequestOrigin(entity: E.schema.name, accessPattern: "lease")
        let get = E.get(key).consistent()
        let request = try get.request(table: table)
        let item = try await db.execute(GetItemOperation<EncodedItem>(request, origin: origin), table: table).item
        guard let item, E.schema.owns(item), get.shows(item) else {
            throw DynamoDBError(.conditionalCheckFailed, "there is no \(E.schema.name) with this key: \(key)")
                .at("GetItem", table: table, origin: origin)
        }
        let demand = LeaseDemand(attribute: E.leaseAttribute, kind: .free(after: nil), date: terms.date)
        let stored = Lease(in: item, E.leaseAttribute)
        if stored?.acquisition != terms.acquisition, let failure = demand.failure(on: item, of: E.schema.name) {
            throw DynamoDBError(failure.code, failure.message, item: item).at("GetItem", table: table, origin: origin)
        }
        return stored
    }
}

extension LeaseByKey: ExplainableRequest {
    /// The read that comes first: the write depends on what it finds.
    public func explain() -> Explanation {
        let table = E.schema.table.name
        let origin = RequestOrigin(entity: E.schema.name, accessPattern: "lease")
        do throws(DynamoDBError) {
            return Explanation(
                .getItem(try E.get(key).consistent().request(table: table)), origin: origin, table: table,
                capacity: "Reads 1 unit per 4 KB, and, if nobody has the lease, writes 1 unit per KB of the record.")
        } catch {
            return Explanation(error, operation: "GetItem", origin: origin, table: table)
        }
    }

    /// The read that comes first.
    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest {
        try E.get(key).consistent().request(on: db)
    }
}
