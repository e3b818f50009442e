extension BatchWriteItemRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.key("RequestItems")
        json.beginObject()
        for (name, writes) in tables.sorted(by: { $0.key < $1.key }) {
            json.key(name)
            json.beginArray()
            for write in writes {
                json.beginObject()
                switch write {
                case .put(let item):
                    json.key("PutRequest")
                    json.beginObject()
                    json.member("Item", item)
                case .delete(let key):
                    json.key("DeleteRequest")
                    json.beginObject()
                    json.member("Key", key)
                }
                json.endObject()
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
        json.member("ReturnConsumedCapacity", returnConsumedCapacity, unless: .none)
        json.member("ReturnItemCollectionMetrics", returnItemCollectionMetrics, unless: .none)
    }
}

extension TransactWriteItemsRequest {
    func writeMembers(to json: inout JSONWriter) throws(AttributeError) {
        json.key("TransactItems")
        json.beginArray()
        for action in actions {
            json.beginObject()
            switch action {
            case .put(let request):
                json.key("Put")
                json.beginObject()
                try request.writeMembers(to: &json, inTransaction: true)
            case .update(let request):
                json.key("Update")
                json.beginObject()
                try request.writeMembers(to: &json, inTransaction: true)
            case .delete(let request):
                json.key("Delete")
                json.beginObject()
                try request.writeMembers(to: &json, inTransaction: true)
            case .check(let check):
                json.key("ConditionCheck")
                json.beginObject()
                try check.writeMembers(to: &json)
            }
            json.endObject()
            json.endObject()
        }
        json.endArray()
        if let clientRequestToken { json.member("ClientRequestToken", clientRequestToken) }
        json.member("ReturnConsumedCapacity", returnConsumedCapacity, unless: .none)
        json.member("ReturnItemCollectionMetrics", returnItemCollectionMetrics, unless: .none)
    }
}

extension TransactWriteItemsRequest.ConditionCheck {
    fileprivate func writeMembers(to json: inout JSONWriter) throws(AttributeError) {
        var renderer = ExpressionRenderer()
        json.member("TableName", tableName)
        json.member("Key", key)
        try json.member("ConditionExpression", condition, &renderer)
        renderer.writePlaceholders(to: &json)
        json.member("ReturnValuesOnConditionCheckFailure", returnValuesOnConditionCheckFailure, unless: .none)
    }
}
