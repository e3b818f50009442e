/// What `create`, `put` and `replacing` have in common.
struct PutPlan<E: Entity> {
    let record: E
    let condition: Condition?
    let label: String
    let presence: Expectation.Presence
    /// The time of the write, where records expire.
    let now: Int64?
    var refusal: DynamoDBError.Code?
    var expectedVersion: Int?
    /// The time at which the record that is replaced must not have expired, in seconds since 1970, where there is such a demand.
    var aliveAt: Int64?
    /// The changes of state, and what is demanded of the lease, of the record that is replaced.
    var transitions: [StateTransition] = []
    var lease: LeaseDemand?
    /// How the unique values go over from the record that is replaced; all of the record's are taken where `nil`.
    var moving: Change?

    init(
        _ record: E, condition: Condition?, label: String, presence: Expectation.Presence = .unknown,
        now: Int64? = nil
    ) {
        self.record = record
        self.condition = condition
        self.label = label
        self.presence = presence
        self.now = now
    }

    var origin: RequestOrigin { RequestOrigin(entity: E.schema.name, accessPattern: label) }

    func request(on db: Database) throws(DynamoDBError) -> PutItemRequest {
        try DynamoDBError.making("PutItem", origin) { () throws(DynamoDBError) in
            if let error = RuleCheck.error(of: record) { throw error }
            let table = try db.name(of: E.schema.table)
            var request = PutItemRequest(tableName: table, item: try DynamoDBError.encoding(record, origin))
            request.condition = condition
            if condition != nil { request.returnValuesOnConditionCheckFailure = .allOld }
            return request
        }
    }

    func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        let request = try request(on: db)
        var expectation = E.schema.expectation(presence, version: expectedVersion, aliveAt: aliveAt)
        expectation.refusal = refusal
        expectation.transitions = transitions
        expectation.lease = lease
        var actions = [TransactionAction(.put(request), origin: origin, expectation: expectation)]
        actions += try TransactionAction.unique(
            claims: moving?.claims ?? record.uniqueClaims, releases: moving?.releases ?? [],
            renewals: moving?.renewals ?? [], of: E.schema, table: request.tableName,
            holder: E.schema.holder(request.item, at: now))
        if let sortKey = record.revisionSortKey {
            actions.append(try E.schema.revisionCopy(of: request.item, at: sortKey, table: request.tableName, now: now))
        }
        return actions
    }
}
