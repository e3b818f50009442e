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

    /// The record must exist, and everything that the changes, the caller and the version demand must hold.
    private var wholeCondition: Condition {
        var whole: Condition = .exists(.path(E.schema.partitionPath))
        if let version = expectedVersion, let name = E.schema.versionAttribute {
            whole = .and(whole, .compare(.path(AttributePath(name)), .equal, .value(.number(Number(version)))))
        }
        if let condition = changes.condition { whole = .and(whole, condition) }
        if let condition { whole = .and(whole, condition) }
        return whole
    }

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
        request.condition = wholeCondition
        request.returnValuesOnConditionCheckFailure = .allOld
        return request
    }

    func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        let request = try request(on: db)
        return [TransactionAction(.update(request), label: "\(E.schema.name).\(label)")]
            + (try TransactionAction.unique(
                claims: changes.claims, releases: changes.releases, of: E.schema, table: request.tableName))
    }

    func run(on db: Database) async throws(DynamoDBError) -> E {
        do {
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
            throw explained(error)
        }
        throw DynamoDBError(.undecodableResponse, "the update succeeded, but its answer holds no record")
            .at("UpdateItem", table: nil, origin: origin)
    }

    /// A failed condition told as what it means: there is no record, or it has another version.
    private func explained(_ error: DynamoDBError) -> DynamoDBError {
        guard error.code == .conditionalCheckFailed else { return error }
        var error = error
        guard let item = error.item else {
            error.message = "there is no \(E.schema.name) with this key: \(key)"
            return error
        }
        if let expected = expectedVersion, let name = E.schema.versionAttribute,
            item[name] != .number(Number(expected))
        {
            error.code = .versionConflict
            error.message =
                "someone else changed the \(E.schema.name): version \(expected) was expected, "
                + "\(item[name].map { "\($0)" } ?? "none") is stored (see `item` for the current state)"
        }
        return error
    }
}
