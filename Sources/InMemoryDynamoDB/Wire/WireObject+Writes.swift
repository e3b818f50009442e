import Entities

// BatchWriteItem, TransactWriteItems.
extension WireObject {
    func batchWriteItem() throws(DynamoDBError) -> BatchWriteItemRequest {
        let items = try require("RequestItems", try object("RequestItems", at: "requestItems."))
        var request = BatchWriteItemRequest(tables: [:])
        for name in items.names {
            var writes: [BatchWriteItemRequest.Write] = []
            let objects = try items.objects(name, at: name) ?? []
            // The service's words are about something else, but those are its words. It looks for this in all writes first.
            for write in objects where write.has("PutRequest") == write.has("DeleteRequest") {
                throw .invalid(
                    "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported "
                        + "datatypes")
            }
            for write in objects { writes.append(try write.batchedWrite()) }
            request.tables[name] = writes
        }
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        request.returnItemCollectionMetrics = try option("ReturnItemCollectionMetrics") ?? .none
        return request
    }

    private func batchedWrite() throws(DynamoDBError) -> BatchWriteItemRequest.Write {
        let put = try object("PutRequest", at: path + "putRequest.")
        let delete = try object("DeleteRequest", at: path + "deleteRequest.")
        if let put { return .put(try put.require("Item", try put.item("Item"))) }
        let key = try require("DeleteRequest", delete)
        return .delete(try key.require("Key", try key.item("Key")))
    }

    func transactWriteItems() throws(DynamoDBError) -> TransactWriteItemsRequest {
        var request = TransactWriteItemsRequest(actions: [])
        let items = try require("TransactItems", try objects("TransactItems", at: "transactItems"))
        for item in items { request.actions.append(try item.action()) }
        request.clientRequestToken = try string("ClientRequestToken")
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        request.returnItemCollectionMetrics = try option("ReturnItemCollectionMetrics") ?? .none
        return request
    }

    private func action() throws(DynamoDBError) -> TransactWriteItemsRequest.Action {
        let put = try object("Put", at: path + "put.")
        let update = try object("Update", at: path + "update.")
        let delete = try object("Delete", at: path + "delete.")
        let check = try object("ConditionCheck", at: path + "conditionCheck.")
        let count = [put, update, delete, check].count { $0 != nil }
        guard count > 0 else {
            throw .invalid(
                "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request")
        }
        guard count == 1 else {
            throw .invalid("TransactItems can only contain one of Check, Put, Update or Delete")
        }
        if let put { return .put(try put.putItem(inTransaction: true)) }
        if let update {
            _ = try update.require("UpdateExpression", try update.string("UpdateExpression"))
            return .update(try update.updateItem(inTransaction: true))
        }
        if let delete { return .delete(try delete.deleteItem(inTransaction: true)) }
        return .check(try require("ConditionCheck", check).conditionCheck())
    }
}
