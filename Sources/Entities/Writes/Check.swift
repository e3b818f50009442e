/// A condition on a record that a transaction does not change: if it does not hold, nothing is written.
public struct Check<E: Entity>: Hashable, Sendable {
    let key: E.Key
    let condition: Condition

    public init(_ key: E.Key, _ condition: Condition) {
        self.key = key
        self.condition = condition
    }
}

extension Check: TransactionWrite {
    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        let origin = RequestOrigin(entity: E.schema.name, accessPattern: "check")
        var check = TransactWriteItemsRequest.ConditionCheck(
            tableName: try db.name(of: E.schema.table), key: try DynamoDBError.encoding(key, origin),
            condition: condition)
        check.returnValuesOnConditionCheckFailure = .allOld
        return [TransactionAction(.check(check), origin: origin)]
    }
}
