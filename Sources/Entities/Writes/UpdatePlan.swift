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
        var all = Change(changes)
        for change in E.automaticChanges(for: key) { all.merge(change) }
        self.changes = all
        self.label = label
        // What others may have taken meanwhile is not touched.
        if self.changes.touchesClaims { aliveAt = E.schema.writeTime }
    }

    var origin: RequestOrigin { RequestOrigin(entity: E.schema.name, accessPattern: label) }

    func request(on db: Database) throws(DynamoDBError) -> UpdateItemRequest {
        let schema = E.schema
        return try DynamoDBError.making("UpdateItem", origin) { () throws(DynamoDBError) in
            try schema.refuseWithoutCopy(label)
            let changes = mayCreate || schema.identityInUpdates ? changesWithIdentity(schema) : changes
            if let problem = changes.problem {
                throw DynamoDBError(
                    .invalidValue, "\(schema.name) was not changed: \(problem.path) \(problem.reason)",
                    underlying: problem)
            }
            if let problem = leaseDemand?.problem(of: schema.name) { throw problem }
            let table = try db.name(of: schema.table)
            var request = UpdateItemRequest(
                tableName: table, key: try DynamoDBError.encoding(key, origin), update: changes.update)
            request.condition = Condition.joined(
                Condition.joined(demands(schema), changes.condition), condition)
            if request.condition != nil { request.returnValuesOnConditionCheckFailure = .allOld }
            return request
        }
    }

    /// What has to hold besides the caller's own condition.
    private func demands(_ schema: EntitySchema) -> Condition? {
        var demands = mayCreate ? nil : schema.exists
        if let expectedVersion { demands = Condition.joined(demands, schema.isVersion(expectedVersion)) }
        if let aliveAt { demands = Condition.joined(demands, schema.isAlive(at: aliveAt)) }
        if let leaseDemand { demands = Condition.joined(demands, leaseDemand.condition) }
        return demands
    }

    /// The changes, and what makes an item one of the entity; an attribute that the changes set already is not set twice.
    private func changesWithIdentity(_ schema: EntitySchema) -> Change {
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
        add(schema.identifierActions)
        return changes
    }

    func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        let request = try request(on: db)
        let schema = E.schema
        var expectation = schema.expectation(
            mayCreate ? .unknown : .present, version: expectedVersion, aliveAt: aliveAt)
        expectation.refusal = refusal
        expectation.transitions = changes.transitions
        expectation.lease = leaseDemand
        let (table, key) = (request.tableName, request.key)
        let action = TransactionAction(.update(consume request), origin: origin, expectation: expectation)
        guard changes.touchesClaims else { return [action] }
        return [action]
            + (try TransactionAction.unique(
                claims: changes.claims, releases: changes.releases, renewals: changes.renewals, of: schema,
                table: table,
                holder: schema.holder(key, at: aliveAt)))
    }
}
