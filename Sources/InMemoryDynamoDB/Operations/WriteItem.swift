import Entities

// PutItem, UpdateItem and DeleteItem: one prepared write each, carried out with the table locked once.
extension Engine {
    func putItem(_ request: PutItemRequest) throws(DynamoDBError) -> WriteItemOutput<EncodedItem> {
        if let output = try putPlainly(request) { return output }
        let write = try prepare(
            request,
            size: try Wording.enveloped.wording { () throws(DynamoDBError) in
                try checkTableName(request.tableName)
                try checkReturnsOldOnly(request.returnValues)
                return try check(request)
            })
        let (change, metrics) = try carryOut(write, request.returnItemCollectionMetrics)
        return WriteItemOutput(
            attributes: request.returnValues == .allOld ? change.old : nil,
            consumedCapacity: capacity(of: change, write, request.returnConsumedCapacity),
            itemCollectionMetrics: metrics)
    }

    func deleteItem(_ request: DeleteItemRequest) throws(DynamoDBError) -> WriteItemOutput<EncodedItem> {
        try Wording.enveloped.wording { () throws(DynamoDBError) in
            try checkTableName(request.tableName)
            try checkReturnsOldOnly(request.returnValues)
            try ExpressionChecks.check(condition: request.condition)
        }
        let write = try prepare(request)
        let (change, metrics) = try carryOut(write, request.returnItemCollectionMetrics)
        return WriteItemOutput(
            attributes: request.returnValues == .allOld ? change.old : nil,
            consumedCapacity: capacity(of: change, write, request.returnConsumedCapacity),
            itemCollectionMetrics: metrics)
    }

    func updateItem(_ request: UpdateItemRequest) throws(DynamoDBError) -> WriteItemOutput<EncodedItem> {
        if let output = try updatePlainly(request) { return output }
        try Wording.enveloped.wording { () throws(DynamoDBError) in
            try checkTableName(request.tableName)
            try check(request)
        }
        let write = try prepare(checked: request)
        let (change, metrics) = try carryOut(write, request.returnItemCollectionMetrics)
        let returned: EncodedItem? =
            switch request.returnValues {
            case .none: nil
            case .allOld: change.old
            case .allNew: change.new
            case .updatedOld: change.old.flatMap { request.update.touched(in: $0) }
            case .updatedNew: change.new.flatMap { request.update.touched(in: $0) }
            }
        return WriteItemOutput(
            attributes: returned, consumedCapacity: capacity(of: change, write, request.returnConsumedCapacity),
            itemCollectionMetrics: metrics)
    }

    // MARK: Parts

    func checkTableName(_ name: String) throws(DynamoDBError) {
        var constraints = Constraints()
        constraints.requireTableName(name)
        try constraints.check()
    }

    private func checkReturnsOldOnly(_ returnValues: ReturnValues) throws(DynamoDBError) {
        guard returnValues == .none || returnValues == .allOld else {
            throw .invalid("ReturnValues can only be ALL_OLD or NONE")
        }
    }

    private func carryOut(
        _ write: PreparedWrite, _ detail: ReturnItemCollectionMetrics
    ) throws(DynamoDBError) -> (ItemChange, ItemCollectionMetrics?) {
        try write.table.writing(write.key.partitionHash) { contents throws(DynamoDBError) in
            let change = write.apply(try write.evaluate(in: contents), in: contents)
            return (change, detail == .size ? write.collectionMetrics(in: contents) : nil)
        }
    }

    private func capacity(
        of change: ItemChange, _ write: PreparedWrite, _ detail: ReturnConsumedCapacity
    ) -> [ConsumedCapacity] {
        guard detail != .none else { return [] }
        var meter = RequestCapacity(tableName: write.table.name)
        meter.add(change, in: write.table.schema)
        return meter.report(detail)
    }
}

extension PreparedWrite {
    /// The size of the collection that the item belongs to; only tables with local indexes have collections.
    func collectionMetrics(in contents: TableContents) -> ItemCollectionMetrics? {
        guard table.schema.hasLocalIndexes else { return nil }
        let gigabytes = Double(contents.size(ofCollection: key.partition)) / 1_073_741_824
        let lower = gigabytes.rounded(.down)
        return ItemCollectionMetrics(
            key: keyItem.keeping(table.schema.keys.partition), sizeEstimate: lower...(lower + 1))
    }
}

extension UpdateExpression {
    /// What stands at the updated paths; `nil` where that is nothing.
    fileprivate func touched(in item: EncodedItem) -> EncodedItem? {
        let paths = set.map(\.path) + remove + add.map(\.path) + delete.map(\.path)
        let part = PreparedProjection(paths).cut(item)
        return part.isEmpty ? nil : part
    }
}
