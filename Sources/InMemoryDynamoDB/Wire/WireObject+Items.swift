import Entities

// GetItem, PutItem, UpdateItem, DeleteItem, as requests of their own and as parts of a transaction. Where a request is wrong in several
// ways, the order of the checks is the service's.
extension WireObject {
    func getItem() throws(DynamoDBError) -> GetItemRequest {
        let tableName = try tableName()
        try checkParameters([.projection], legacy: ["AttributesToGet"])
        var request = GetItemRequest(tableName: tableName, key: try key())
        request.consistentRead = try bool("ConsistentRead") ?? false
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        let attributesToGet = try attributesToGet()
        let expressions = try WireExpressions(self)
        request.projection = try expressions.projection() ?? attributesToGet
        try expressions.finish()
        return request
    }

    /// - Parameter inTransaction: whether it is an action of a transaction, which has fewer parameters.
    func putItem(inTransaction: Bool = false) throws(DynamoDBError) -> PutItemRequest {
        let tableName = try tableName()
        try checkWriteParameters([.condition], inTransaction)
        let item = try require("Item", try item("Item"))
        // The actions of a transaction are looked at one after the other, each as a whole.
        if inTransaction { try ItemRules.checkValues(item) }
        var request = PutItemRequest(tableName: tableName, item: item)
        do throws(DynamoDBError) {
            if !inTransaction { request.returnValues = try returnValuesBefore() }
        } catch {
            try ItemRules.checkValues(item)
            throw error
        }
        if !inTransaction {
            request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
            request.returnItemCollectionMetrics = try option("ReturnItemCollectionMetrics") ?? .none
        }
        request.returnValuesOnConditionCheckFailure = try option("ReturnValuesOnConditionCheckFailure") ?? .none
        do throws(DynamoDBError) {
            request.condition = try writeCondition(inTransaction)
        } catch {
            // The service weighs the item before it looks at the condition.
            _ = try ItemRules.check(item)
            throw error
        }
        return request
    }

    func updateItem(inTransaction: Bool = false) throws(DynamoDBError) -> UpdateItemRequest {
        let tableName = try tableName()
        try checkWriteParameters([.update, .condition], inTransaction)
        let key = try key()
        var request = UpdateItemRequest(tableName: tableName, key: key, update: UpdateExpression())
        if !inTransaction {
            request.returnValues = try option("ReturnValues") ?? .none
            request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
            request.returnItemCollectionMetrics = try option("ReturnItemCollectionMetrics") ?? .none
            if let updates = try attributeUpdates() { request.update = updates }
            request.condition = try expected()
        }
        request.returnValuesOnConditionCheckFailure = try option("ReturnValuesOnConditionCheckFailure") ?? .none
        let expressions = try WireExpressions(self)
        if let update = try expressions.update() { request.update = update }
        if let condition = try expressions.condition() { request.condition = condition }
        try expressions.finish()
        return request
    }

    func deleteItem(inTransaction: Bool = false) throws(DynamoDBError) -> DeleteItemRequest {
        let tableName = try tableName()
        try checkWriteParameters([.condition], inTransaction)
        // In a transaction the condition comes before the key.
        let conditionOfAction = inTransaction ? try writeCondition(inTransaction) : nil
        var request = DeleteItemRequest(tableName: tableName, key: try key())
        if !inTransaction {
            request.returnValues = try returnValuesBefore()
            request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
            request.returnItemCollectionMetrics = try option("ReturnItemCollectionMetrics") ?? .none
        }
        request.returnValuesOnConditionCheckFailure = try option("ReturnValuesOnConditionCheckFailure") ?? .none
        request.condition = inTransaction ? conditionOfAction : try writeCondition(inTransaction)
        return request
    }

    func conditionCheck() throws(DynamoDBError) -> TransactWriteItemsRequest.ConditionCheck {
        let tableName = try tableName()
        let expressions = try WireExpressions(self, .condition)
        let condition = try expressions.condition()
        var check = TransactWriteItemsRequest.ConditionCheck(
            tableName: tableName, key: try key(),
            condition: try require("ConditionExpression", condition))
        check.returnValuesOnConditionCheckFailure = try option("ReturnValuesOnConditionCheckFailure") ?? .none
        try expressions.finish()
        return check
    }

    // MARK: Parts

    private func checkWriteParameters(
        _ expressions: [ExpressionKind], _ inTransaction: Bool
    ) throws(DynamoDBError) {
        guard !inTransaction else { return try checkPlaceholders(expressions) }
        let legacy = expressions.contains(.update) ? ["AttributeUpdates"] : []
        try checkParameters(expressions, legacy: legacy + ["Expected", "ConditionalOperator"])
    }

    /// `Expected` or `ConditionExpression`.
    private func writeCondition(_ inTransaction: Bool) throws(DynamoDBError) -> Condition? {
        let expected = inTransaction ? nil : try expected()
        let expressions = try WireExpressions(self)
        let condition = try expressions.condition()
        try expressions.finish()
        return condition ?? expected
    }

    /// What PutItem and DeleteItem can return.
    private func returnValuesBefore() throws(DynamoDBError) -> ReturnValues {
        let values: ReturnValues = try option("ReturnValues") ?? .none
        guard values == .none || values == .allOld else { throw .invalid("ReturnValues can only be ALL_OLD or NONE") }
        return values
    }
}
