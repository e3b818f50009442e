extension GetItemRequest {
    func writeMembers(to json: inout JSONWriter) {
        var renderer = ExpressionRenderer()
        json.member("TableName", tableName)
        json.member("Key", key)
        if consistentRead { json.member("ConsistentRead", true) }
        json.member(projection: projection, &renderer)
        renderer.writePlaceholders(to: &json)
        json.member("ReturnConsumedCapacity", returnConsumedCapacity, unless: .none)
    }
}

extension PutItemRequest {
    func writeMembers(to json: inout JSONWriter, inTransaction: Bool = false) throws(AttributeError) {
        var renderer = ExpressionRenderer()
        json.member("TableName", tableName)
        json.member("Item", item)
        if let condition { try json.member("ConditionExpression", condition, &renderer) }
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
        if !update.isEmpty { try json.member("UpdateExpression", update, &renderer) }
        if let condition { try json.member("ConditionExpression", condition, &renderer) }
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
        if let condition { try json.member("ConditionExpression", condition, &renderer) }
        renderer.writePlaceholders(to: &json)
        json.member("ReturnValuesOnConditionCheckFailure", returnValuesOnConditionCheckFailure, unless: .none)
        guard !inTransaction else { return }
        json.member("ReturnValues", returnValues, unless: .none)
        json.member("ReturnConsumedCapacity", returnConsumedCapacity, unless: .none)
        json.member("ReturnItemCollectionMetrics", returnItemCollectionMetrics, unless: .none)
    }
}
