/// What a record is written as.
struct RecordContents {
    let schema: EntitySchema
    let origin: RequestOrigin
    let item: EncodedItem
    let claims: [UniqueClaim]
    let revisionSortKey: KeyText?
}

extension Entity {
    /// The record as it is put.
    /// - Parameter check: what may keep it from that, whatever it is.
    /// - Throws: what `check` throws; `invalidValue` where a rule of the definition is broken, `invalidRequest` for a value that DynamoDB
    ///   cannot hold.
    func contents(
        for label: String, checking check: () throws(DynamoDBError) -> Void = {}
    ) throws(DynamoDBError) -> RecordContents {
        let schema = Self.schema
        let origin = RequestOrigin(entity: schema.name, accessPattern: label)
        return try DynamoDBError.making("PutItem", origin) { () throws(DynamoDBError) in
            try check()
            if let error = RuleCheck.error(of: self) { throw error }
            return RecordContents(
                schema: schema, origin: origin, item: try DynamoDBError.encoding(self, origin), claims: uniqueClaims,
                revisionSortKey: revisionSortKey)
        }
    }
}

/// What `create`, `put` and `replacing` have in common. Nothing of it depends on the entity's type.
struct PutPlan {
    let contents: RecordContents
    let condition: Condition?
    var presence = Expectation.Presence.unknown
    /// The time of the write, where records expire.
    var now: Int64?
    var refusal: DynamoDBError.Code?
    var expectedVersion: Int?
    /// The time at which the record that is replaced must not have expired, in seconds since 1970, where there is such a demand.
    var aliveAt: Int64?
    /// The changes of state, and what is demanded of the lease, of the record that is replaced.
    var transitions: [StateTransition] = []
    var lease: LeaseDemand?
    /// How the unique values go over from the record that is replaced; all of the record's are taken where `nil`.
    var moving: Change?

    func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        let request = try request(on: db)
        let schema = contents.schema
        var expectation = schema.expectation(presence, version: expectedVersion, aliveAt: aliveAt)
        expectation.refusal = refusal
        expectation.transitions = transitions
        expectation.lease = lease
        var actions = [TransactionAction(.put(request), origin: contents.origin, expectation: expectation)]
        let claims = moving?.claims ?? contents.claims
        if !claims.isEmpty || moving?.touchesClaims ?? false {
            actions += try TransactionAction.unique(
                claims: claims, releases: moving?.releases ?? [], renewals: moving?.renewals ?? [], of: schema,
                table: request.tableName, holder: schema.holder(request.item, at: now))
        }
        if let sortKey = contents.revisionSortKey {
            actions.append(try schema.revisionCopy(of: request.item, at: sortKey, table: request.tableName, now: now))
        }
        return actions
    }

    func request(on db: Database) throws(DynamoDBError) -> PutItemRequest {
        try DynamoDBError.making("PutItem", contents.origin) { () throws(DynamoDBError) in
            var request = PutItemRequest(tableName: try db.name(of: contents.schema.table), item: contents.item)
            request.condition = condition
            if condition != nil { request.returnValuesOnConditionCheckFailure = .allOld }
            return request
        }
    }
}
