import Entities

extension DynamoDBResponse {
    /// Writes the body of the response.
    func writeBody(to json: inout JSONWriter) {
        json.beginObject()
        switch self {
        case .getItem(let output): output.writeMembers(to: &json)
        case .putItem(let output), .updateItem(let output), .deleteItem(let output): output.writeMembers(to: &json)
        case .query(let output), .scan(let output): output.writeMembers(to: &json)
        case .batchGetItem(let output): output.writeMembers(to: &json)
        case .batchWriteItem(let output): output.writeMembers(to: &json)
        case .transactGetItems(let output): output.writeMembers(to: &json)
        case .transactWriteItems(let output): output.writeMembers(to: &json)
        case .listStreams(let output): output.writeMembers(to: &json)
        case .describeStream(let output): output.writeMembers(to: &json)
        case .getShardIterator(let output): output.writeMembers(to: &json)
        case .getRecords(let output): output.writeMembers(to: &json)
        case .createTable(let output):
            json.key("TableDescription")
            json.value(output.table, isNew: true)
        case .updateTable(let output), .deleteTable(let output):
            json.key("TableDescription")
            json.value(output.table)
        case .describeTable(let output):
            json.key("Table")
            json.value(output.table)
        case .listTables(let output): output.writeMembers(to: &json)
        case .updateTimeToLive(let output): output.writeSpecification(to: &json)
        case .describeTimeToLive(let output): output.writeDescription(to: &json)
        case .updateContinuousBackups(let output), .describeContinuousBackups(let output):
            output.writeMembers(to: &json)
        // They say nothing but that it is done.
        case .tagResource, .untagResource: break
        case .listTagsOfResource(let output): output.writeMembers(to: &json)
        case .describeLimits(let output): output.writeMembers(to: &json)
        case .describeEndpoints(let output): output.writeMembers(to: &json)
        }
        json.endObject()
    }
}

extension GetItemOutput<EncodedItem> {
    fileprivate func writeMembers(to json: inout JSONWriter) {
        if let item {
            json.key("Item")
            json.value(item)
        }
        json.capacity(consumedCapacity)
    }
}

extension WriteItemOutput<EncodedItem> {
    fileprivate func writeMembers(to json: inout JSONWriter) {
        if let attributes {
            json.key("Attributes")
            json.value(attributes)
        }
        json.capacity(consumedCapacity)
        if let itemCollectionMetrics {
            json.key("ItemCollectionMetrics")
            json.value(itemCollectionMetrics)
        }
    }
}

extension PageOutput<EncodedItem> {
    fileprivate func writeMembers(to json: inout JSONWriter) {
        json.key("Count")
        json.value(count)
        json.key("ScannedCount")
        json.value(scannedCount)
        // A count has no items at all, a page without hits has an empty list.
        if !isCountOnly {
            json.key("Items")
            json.values(items)
        }
        if let lastEvaluatedKey {
            json.key("LastEvaluatedKey")
            json.value(lastEvaluatedKey)
        }
        json.capacity(consumedCapacity)
    }
}

extension BatchGetItemOutput {
    fileprivate func writeMembers(to json: inout JSONWriter) {
        json.key("Responses")
        json.beginObject()
        for (name, items) in items.sorted(by: { $0.key < $1.key }) {
            json.key(name)
            json.values(items)
        }
        json.endObject()
        json.key("UnprocessedKeys")
        json.beginObject()
        for (name, keys) in unprocessedKeys.sorted(by: { $0.key < $1.key }) {
            json.key(name)
            json.beginObject()
            json.key("Keys")
            json.values(keys.keys)
            var renderer = ExpressionRenderer()
            json.member(projection: keys.projection, &renderer)
            renderer.writePlaceholders(to: &json)
            if keys.consistentRead {
                json.key("ConsistentRead")
                json.value(true)
            }
            json.endObject()
        }
        json.endObject()
        json.capacities(consumedCapacity)
    }
}

extension BatchWriteItemOutput {
    fileprivate func writeMembers(to json: inout JSONWriter) {
        json.key("UnprocessedItems")
        json.beginObject()
        for (name, writes) in unprocessedItems.sorted(by: { $0.key < $1.key }) {
            json.key(name)
            json.beginArray()
            for write in writes { json.value(write) }
            json.endArray()
        }
        json.endObject()
        json.metrics(itemCollectionMetrics)
        json.capacities(consumedCapacity)
    }
}

extension TransactGetItemsOutput {
    fileprivate func writeMembers(to json: inout JSONWriter) {
        json.key("Responses")
        json.beginArray()
        for item in items {
            json.beginObject()
            if let item {
                json.key("Item")
                json.value(item)
            }
            json.endObject()
        }
        json.endArray()
        json.capacities(consumedCapacity)
    }
}

extension TransactWriteItemsOutput {
    fileprivate func writeMembers(to json: inout JSONWriter) {
        json.metrics(itemCollectionMetrics)
        json.capacities(consumedCapacity)
    }
}
