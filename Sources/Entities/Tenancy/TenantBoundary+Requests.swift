extension TenantBoundary {
    /// - Throws: `outsideTenant` for a request that is not the tenant's, or does not tell.
    func check(_ request: DynamoDBRequest) throws(DynamoDBError) {
        if tenant.problem != nil { throw outside("there is no such tenant") }
        switch request {
        case .getItem(let request): try check(key: request.key, of: table(request.tableName))
        case .putItem(let request): try check(item: request.item, of: table(request.tableName))
        case .updateItem(let request): try check(request)
        case .deleteItem(let request): try check(key: request.key, of: table(request.tableName))
        case .query(let request): try check(request)
        case .batchGetItem(let request):
            for (name, keys) in request.tables {
                for key in keys.keys { try check(key: key, of: table(name)) }
            }
        case .batchWriteItem(let request): try check(request)
        case .transactGetItems(let request):
            for get in request.gets { try check(key: get.key, of: table(get.tableName)) }
        case .transactWriteItems(let request):
            for action in request.actions { try check(action) }
        case .describeTable(let request): _ = try table(request.tableName)
        case .describeTimeToLive(let request): _ = try table(request.tableName)
        case .describeContinuousBackups(let request): _ = try table(request.tableName)
        case .scan: throw outside("a scan reads the items of all")
        case .listStreams, .describeStream, .getShardIterator, .getRecords:
            throw outside("a stream has the changes of all")
        case .createTable, .deleteTable, .updateTable, .updateTimeToLive, .updateContinuousBackups, .tagResource,
            .untagResource, .listTagsOfResource, .listTables, .describeLimits, .describeEndpoints:
            throw outside("it is about what all share")
        }
    }

    private func check(_ request: UpdateItemRequest) throws(DynamoDBError) {
        let table = try table(request.tableName)
        try check(key: request.key, of: table)
        try check(request.update, of: table)
    }

    private func check(_ request: BatchWriteItemRequest) throws(DynamoDBError) {
        for (name, writes) in request.tables {
            let table = try table(name)
            for write in writes {
                switch write {
                case .put(let item): try check(item: item, of: table)
                case .delete(let key): try check(key: key, of: table)
                }
            }
        }
    }

    private func check(_ action: TransactWriteItemsRequest.Action) throws(DynamoDBError) {
        switch action {
        case .put(let request): try check(item: request.item, of: table(request.tableName))
        case .update(let request): try check(request)
        case .delete(let request): try check(key: request.key, of: table(request.tableName))
        case .check(let request): try check(key: request.key, of: table(request.tableName))
        }
    }
}
