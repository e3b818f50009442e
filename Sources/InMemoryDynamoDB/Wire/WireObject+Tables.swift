import Entities

// CreateTable and UpdateTable.
extension WireObject {
    /// The name of a table in operations that are not about items.
    func managedTableName() throws(DynamoDBError) -> String {
        guard let name = try string("TableName") else {
            throw .invalid("The parameter 'TableName' is required but was not present in the request")
        }
        return name
    }

    func createTable() throws(DynamoDBError) -> CreateTableRequest {
        let name = try managedTableName()
        let definitions = try require("AttributeDefinitions", try attributeDefinitions())
        let keys = try require("KeySchema", try keyElements())
        let tableClass = try tableClass()
        var outline = TableOutline(
            isOnDemand: try option("BillingMode", BillingName.self) == .onDemand, throughput: try throughput(),
            onDemandThroughput: try onDemandThroughput(), warmThroughput: try warmThroughput(),
            definitions: definitions.map(\.name), keys: keys)
        outline.locals = try indexes("LocalSecondaryIndexes")
        outline.globals = try indexes("GlobalSecondaryIndexes")
        guard keys.count <= 2 else { throw .invalid("Invalid KeySchema") }
        try outline.check()

        var request = CreateTableRequest(
            tableName: name, keys: KeySchema(keys),
            attributeTypes: Dictionary(definitions.map { ($0.name, $0.type) }) { first, _ in first })
        if let throughput = outline.throughput {
            request.billingMode = .provisioned(read: throughput.read, write: throughput.write)
        }
        request.indexes = (outline.locals ?? []).map { $0.description(isLocal: true) }
        request.indexes += (outline.globals ?? []).map { $0.description(isLocal: false) }
        request.onDemandThroughput = outline.onDemandThroughput
        request.warmThroughput = outline.warmThroughput
        request.deletionProtection = try bool("DeletionProtectionEnabled") ?? false
        request.tableClass = tableClass
        request.encryption = try encryption()
        request.resourcePolicy = try string("ResourcePolicy")
        request.tags = try tags() ?? [:]
        switch try streamChange() {
        case .on(let type): request.stream = type
        case .off, nil: break
        case .onWithoutType:
            throw .invalidParameter("Table is being created with a stream enabled, UpdateViewType is required")
        case .offWithType:
            throw .invalidParameter(
                "Table is being created with a stream disabled, UpdateViewType should not be specified")
        }
        return request
    }

    func updateTable() throws(DynamoDBError) -> UpdateTableRequest {
        var request = UpdateTableRequest(tableName: try managedTableName())
        for name in ["ReplicaUpdates", "MultiRegionConsistency", "GlobalTableWitnessUpdates"] where has(name) {
            throw .invalid("\(name) is not supported by the in-memory engine: it has no global tables")
        }
        for definition in try attributeDefinitions() ?? [] { request.attributeTypes[definition.name] = definition.type }
        let throughput = try throughput()
        switch try option("BillingMode", BillingName.self) {
        case .onDemand:
            guard throughput == nil else {
                throw .invalidParameter(
                    "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST"
                )
            }
            request.billingMode = .onDemand
        case .provisioned:
            guard let throughput else {
                throw .invalidParameter(
                    "ProvisionedThroughput must be specified when BillingMode is PROVISIONED")
            }
            request.billingMode = .provisioned(read: throughput.read, write: throughput.write)
        case nil: request.throughput = throughput
        }
        request.onDemandThroughput = try onDemandThroughput()
        request.warmThroughput = try warmThroughput()
        request.encryption = try encryption()
        request.tableClass = try tableClass()
        request.deletionProtection = try bool("DeletionProtectionEnabled")
        switch try streamChange() {
        case .on(let type): request.stream = .on(type)
        case .off: request.stream = .off
        case nil: break
        case .onWithoutType:
            throw .invalidParameter("If stream is being enabled then UpdateViewType is required")
        case .offWithType:
            throw .invalidParameter("If stream is being disabled, then UpdateViewType must not be specified")
        }
        request.indexChanges = try indexChanges(
            isOnlyChange: request == UpdateTableRequest(tableName: request.tableName))
        return request
    }

    /// - Parameter isOnlyChange: whether an empty list counts as none.
    private func indexChanges(isOnlyChange: Bool) throws(DynamoDBError) -> [UpdateTableRequest.IndexChange] {
        let place = "globalSecondaryIndexUpdates"
        guard let updates = try objects("GlobalSecondaryIndexUpdates", at: place) else { return [] }
        guard !updates.isEmpty || isOnlyChange else {
            throw .invalidParameter("List of GlobalSecondaryIndexUpdates is empty")
        }
        var changes: [UpdateTableRequest.IndexChange] = []
        for update in updates {
            let create = try update.object("Create", at: update.path + "create.")
            let change = try update.object("Update", at: update.path + "update.")
            let delete = try update.object("Delete", at: update.path + "delete.")
            switch (create, change, delete) {
            case (let create?, nil, nil):
                let index = try create.index()
                try index.check(as: .global)
                changes.append(.create(index.description(isLocal: false)))
            case (nil, let change?, nil):
                changes.append(
                    .update(
                        .init(
                            name: try change.require("IndexName", try change.string("IndexName")),
                            throughput: try change.throughput(), onDemandThroughput: try change.onDemandThroughput(),
                            warmThroughput: try change.warmThroughput())))
            case (nil, nil, let delete?):
                changes.append(.delete(try delete.require("IndexName", try delete.string("IndexName"))))
            case (nil, nil, nil):
                throw .invalidParameter(
                    "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
                        + "GlobalSecondaryIndexUpdate.Delete must not be null")
            default:
                throw .invalidParameter(
                    "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object")
            }
        }
        return changes
    }
}
