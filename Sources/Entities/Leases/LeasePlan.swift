/// What the writes of a lease have in common: an update of the lease alone. It is no change of the record, so that neither its version nor
/// the time of its last change moves with it.
struct LeasePlan<E: LeasedEntity>: Hashable, Sendable {
    let key: E.Key
    let label: String
    let demand: LeaseDemand
    var condition: Condition?
    /// The time at which the record must not have expired, where it can.
    private let aliveAt: Int64?

    init(_ key: E.Key, _ label: String, _ demand: LeaseDemand) {
        self.key = key
        self.label = label
        self.demand = demand
        aliveAt = E.schema.writeTime
    }

    func actions(
        on db: Database, _ update: () throws(DynamoDBError) -> UpdateExpression
    ) throws(DynamoDBError) -> [TransactionAction] {
        let origin = RequestOrigin(entity: E.schema.name, accessPattern: label)
        let request = try DynamoDBError.making("UpdateItem", origin) { () throws(DynamoDBError) in
            if let problem = demand.problem(of: E.schema.name) { throw problem }
            var request = UpdateItemRequest(
                tableName: try db.name(of: E.schema.table), key: try DynamoDBError.encoding(key, origin),
                update: try update())
            request.condition = Condition.all([
                .exists(.path(E.schema.partitionPath)), E.schema.isAlive(at: aliveAt), demand.condition, condition,
            ])
            request.returnValuesOnConditionCheckFailure = .allOld
            return request
        }
        var expectation = E.schema.expectation(.present, aliveAt: aliveAt)
        expectation.lease = demand
        return [TransactionAction(.update(request), origin: origin, expectation: expectation)]
    }
}
