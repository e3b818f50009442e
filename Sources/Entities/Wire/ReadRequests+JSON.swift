extension QueryRequest {
    func writeMembers(to json: inout JSONWriter) throws(AttributeError) {
        var renderer = ExpressionRenderer()
        json.member("TableName", tableName)
        if let indexName { json.member("IndexName", indexName) }
        try json.member("KeyConditionExpression", keyCondition, &renderer)
        if let filter { try json.member("FilterExpression", filter, &renderer) }
        json.member(projection: projection, &renderer)
        renderer.writePlaceholders(to: &json)
        if !scanIndexForward { json.member("ScanIndexForward", false) }
        json.writePageOptions(
            select: select, consistentRead: consistentRead, limit: limit, from: exclusiveStartKey,
            capacity: returnConsumedCapacity)
    }
}

extension ScanRequest {
    func writeMembers(to json: inout JSONWriter) throws(AttributeError) {
        var renderer = ExpressionRenderer()
        json.member("TableName", tableName)
        if let indexName { json.member("IndexName", indexName) }
        if let filter { try json.member("FilterExpression", filter, &renderer) }
        json.member(projection: projection, &renderer)
        renderer.writePlaceholders(to: &json)
        if let segment { json.member("Segment", segment) }
        if let totalSegments { json.member("TotalSegments", totalSegments) }
        json.writePageOptions(
            select: select, consistentRead: consistentRead, limit: limit, from: exclusiveStartKey,
            capacity: returnConsumedCapacity)
    }
}

extension JSONWriter {
    fileprivate mutating func writePageOptions(
        select: Select?, consistentRead: Bool, limit: Int?, from start: EncodedItem?, capacity: ReturnConsumedCapacity
    ) {
        if let select { member("Select", select.rawValue) }
        if consistentRead { member("ConsistentRead", true) }
        if let limit { member("Limit", limit) }
        if let start { member("ExclusiveStartKey", start) }
        member("ReturnConsumedCapacity", capacity, unless: .none)
    }
}

extension BatchGetItemRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.key("RequestItems")
        json.beginObject()
        for (name, table) in tables.sorted(by: { $0.key < $1.key }) {
            var renderer = ExpressionRenderer()
            json.key(name)
            json.beginObject()
            json.key("Keys")
            json.array(table.keys)
            if table.consistentRead { json.member("ConsistentRead", true) }
            json.member(projection: table.projection, &renderer)
            renderer.writePlaceholders(to: &json)
            json.endObject()
        }
        json.endObject()
        json.member("ReturnConsumedCapacity", returnConsumedCapacity, unless: .none)
    }
}

extension TransactGetItemsRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.key("TransactItems")
        json.beginArray()
        for get in gets {
            var renderer = ExpressionRenderer()
            json.beginObject()
            json.key("Get")
            json.beginObject()
            json.member("TableName", get.tableName)
            json.member("Key", get.key)
            json.member(projection: get.projection, &renderer)
            renderer.writePlaceholders(to: &json)
            json.endObject()
            json.endObject()
        }
        json.endArray()
        json.member("ReturnConsumedCapacity", returnConsumedCapacity, unless: .none)
    }
}
