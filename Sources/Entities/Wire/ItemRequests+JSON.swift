extension GetItemRequest {
    func writeMembers(to json: inout JSONWriter) {
        var renderer = ExpressionRenderer()
        json.member("TableName", tableName)
        json.member("Key", key)
        if consistentRead { json.member("ConsistentRead", true) }
        if let projection { json.member("ProjectionExpression", renderer.render(projection: projection)) }
        renderer.writePlaceholders(to: &json)
        json.member("ReturnConsumedCapacity", returnConsumedCapacity, unless: .none)
    }
}

extension PutItemRequest {
    func writeMembers(to json: inout JSONWriter, inTransaction: Bool = false) throws(AttributeError) {
        var renderer = ExpressionRenderer()
        json.member("TableName", tableName)
        json.member("Item", item)
        if let condition { json.member("ConditionExpression", try renderer.render(condition)) }
        renderer.writePlaceholders(to: &json)
        json.member("ReturnValuesOnConditionCheckFailure", returnValuesOnConditionCheckFailure, unless: .none)
        guard !inTransaction else { return }
        json.member("ReturnValues", returnValues, unless: .none)
        json.member("ReturnConsumedCapacity", returnConsumedCapacity, unless: .none)
        json.member("ReturnItemCollectionMetrics", returnItemCollectionMetrics, unless: .none)
    }
}

extension UpdateItemRequest {
    func writeMembers(to json: inout JSONWriter, inTransaction: Bool = false) throws(AttributeError) {
        var renderer = ExpressionRenderer()
        json.member("TableName", tableName)
        json.member("Key", key)
        if !update.isEmpty { json.member("UpdateExpression", try renderer.render(update)) }
        if let condition { json.member("ConditionExpression", try renderer.render(condition)) }
        renderer.writePlaceholders(to: &json)
        json.member("ReturnValuesOnConditionCheckFailure", returnValuesOnConditionCheckFailure, unless: .none)
        guard !inTransaction else { return }
        json.member("ReturnValues", returnValues, unless: .none)
        json.member("ReturnConsumedCapacity", returnConsumedCapacity, unless: .none)
        json.member("ReturnItemCollectionMetrics", returnItemCollectionMetrics, unless: .none)
    }
}

extension DeleteItemRequest {
    func writeMembers(to json: inout JSONWriter, inTransaction: Bool = false) throws(AttributeError) {
        var renderer = ExpressionRenderer()
        json.member("TableName", tableName)
        json.member("Key", key)
        if let condition { json.member("ConditionExpression", try renderer.render(condition)) }
        renderer.writePlaceholders(to: &json)
        json.member("ReturnValuesOnConditionCheckFailure", returnValuesOnConditionCheckFailure, unless: .none)
        guard !inTransaction else { return }
        json.member("ReturnValues", returnValues, unless: .none)
        json.member("ReturnConsumedCapacity", returnConsumedCapacity, unless: .none)
        json.member("ReturnItemCollectionMetrics", returnItemCollectionMetrics, unless: .none)
    }
}
