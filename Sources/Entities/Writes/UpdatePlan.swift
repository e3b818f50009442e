/// What `update` and `patch` have in common.
struct UpdatePlan<E: Entity>: Hashable, Sendable {
    let key: E.Key
    let changes: Change
    let label: String
    var condition: Condition?
    var expectedVersion: Int?

    init(_ key: E.Key, _ changes: [Change], label: String) {
        self.key = key
        self.changes = Change(changes + E.automaticChanges(for: key))
        self.label = label
    }

    var origin: RequestOrigin { RequestOrigin(entity: E.schema.name, accessPattern: label) }

    func request(on db: Database) throws(DynamoDBError) -> UpdateItemRequest {
        if let problem = changes.problem {
            throw DynamoDBError(
                .invalidValue, "\(E.schema.name) was not changed: \(problem.path) \(problem.reason)",
                underlying: problem
            ).at("UpdateItem", table: nil, origin: origin)
        }
        let table = try db.name(of: E.schema.table)
        var request = UpdateItemRequest(
            tableName: table, key: try DynamoDBError.encoding(key, origin), update: changes.update)
        request.condition = Condition.all([
            .exists(.path(E.schema.partitionPath)), E.schema.isVersion(expectedVersion), changes.condition, condition,
        ])
        request.returnValuesOnConditionCheckFailure = .allOld
        return request
    }

    func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        let request = try request(on: db)
        return [
            TransactionAction(
                .update(request), label: "\(E.schema.name).\(label)",
                expectedVersion: E.schema.expected(expectedVersion))
        ]
            + (try TransactionAction.unique(
                claims: changes.claims, releases: changes.releases, of: E.schema, table: request.tableName))
    }

    /// Changes the record and returns it as it is then.
    /// - Throws: `conditionalCheckFailed`, without an item where there is no record, or `versionConflict`.
    func run(on db: Database) async throws(DynamoDBError) -> E {
        do throws(DynamoDBError) {
            if changes.claims.isEmpty && changes.releases.isEmpty {
                var request = try request(on: db)
                request.returnValues = .allNew
                let output = try await db.execute(
                    WriteItemOperation<E>(request, origin: origin), table: request.tableName)
                if let record = output.attributes { return record }
            } else {
                // A transaction returns nothing, so the record is read behind it.
                try await db.runOne(try actions(on: db), origin: origin)
                if let record = try await Get<E>(key).consistent().fetch(from: db) { return record }
            }
        } catch {
            throw error.explained(by: E.schema, key: key, expectedVersion: expectedVersion)
        }
        throw DynamoDBError(
            .undecodableResponse,
            "the \(E.schema.name) was changed, but could not be read: it may have been deleted since"
        ).at("UpdateItem", table: nil, origin: origin)
    }
}
