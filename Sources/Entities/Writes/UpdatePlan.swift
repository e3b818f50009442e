/// What `update` and `patch` have in common.
struct UpdatePlan<E: Entity>: Hashable, Sendable {
    let key: E.Key
    let changes: Change
    let label: String
    var condition: Condition?
    var expectedVersion: Int?
    /// The token of the lease that the record had which the update was made from.
    var leaseToken: Int?
    var leaseDemand: LeaseDemand?
    /// Whether an item is created where there is none.
    var mayCreate = false
    /// The time at which the record must not have expired, in seconds since 1970, where there is such a demand.
    var aliveAt: Int64?
    /// What a failed condition is called, where that is not its usual name.
    var refusal: DynamoDBError.Code?

    init(_ key: E.Key, _ changes: [Change], label: String) {
        self.key = key
        self.changes = Change(changes + E.automaticChanges(for: key))
        self.label = label
        // What others may have taken meanwhile is not touched.
        if self.changes.touchesClaims { aliveAt = E.schema.writeTime }
    }

    var origin: RequestOrigin { RequestOrigin(entity: E.schema.name, accessPattern: label) }

    func request(on db: Database) throws(DynamoDBError) -> UpdateItemRequest {
        try DynamoDBError.making("UpdateItem", origin) { () throws(DynamoDBError) in
            try E.schema.refuseWithoutCopy(label)
            let changes = mayCreate || E.schema.identityInUpdates ? changesWithIdentity : changes
            if let problem = changes.problem {
                throw DynamoDBError(
                    .invalidValue, "\(E.schema.name) was not changed: \(problem.path) \(problem.reason)",
                    underlying: problem)
            }
            if let problem = leaseDemand?.problem(of: E.schema.name) { throw problem }
            let table = try db.name(of: E.schema.table)
            var request = UpdateItemRequest(
                tableName: table, key: try DynamoDBError.encoding(key, origin), update: changes.update)
            var demands = mayCreate ? nil : E.schema.exists
            if let expectedVersion { demands = Condition.joined(demands, E.schema.isVersion(expectedVersion)) }
            if let aliveAt { demands = Condition.joined(demands, E.schema.isAlive(at: aliveAt)) }
            if let leaseDemand { demands = Condition.joined(demands, leaseDemand.condition) }
            request.condition = Condition.joined(Condition.joined(demands, changes.condition), condition)
            if request.condition != nil { request.returnValuesOnConditionCheckFailure = .allOld }
            return request
        }
    }

    /// The changes, and what makes an item one of the entity; an attribute that the changes set already is not set twice.
    private var changesWithIdentity: Change {
        var changes = changes
        // Few paths: a search is faster than hashing.
        let known = changes.update.set.count
        func add(_ actions: [UpdateExpression.SetAction]) {
            for action in actions where !changes.update.set[..<known].contains(where: { $0.path == action.path }) {
                changes.update.set.append(action)
            }
        }
        changes.update.set.reserveCapacity(known + 8)
        for change in E.keyChanges(for: key) {
            add(change.update.set)
            changes.update.remove += change.update.remove
            changes.problem = changes.problem ?? change.problem
        }
        add(E.schema.identifierActions)
        return changes
    }

    func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        let request = try request(on: db)
        var expectation = E.schema.expectation(
            mayCreate ? .unknown : .present, version: expectedVersion, aliveAt: aliveAt)
        expectation.refusal = refusal
        expectation.transitions = changes.transitions
        expectation.lease = leaseDemand
        return [TransactionAction(.update(request), origin: origin, expectation: expectation)]
            + (try TransactionAction.unique(
                claims: changes.claims, releases: changes.releases, renewals: changes.renewals, of: E.schema,
                table: request.tableName, holder: E.schema.holder(request.key, at: aliveAt)))
    }
}
