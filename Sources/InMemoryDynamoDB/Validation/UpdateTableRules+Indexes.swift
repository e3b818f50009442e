import Entities

extension UpdateTableRules {
    // MARK: Capacity

    static func checkCapacity(_ request: UpdateTableRequest, _ contents: TableContents) throws(DynamoDBError) {
        let current = contents.settings.billingMode
        if request.billingMode == nil, request.throughput != nil, current == .onDemand {
            throw .invalidParameter(
                "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST")
        }
        let isOnDemand = (request.billingMode ?? current) == .onDemand
        try CapacityRules.check(
            request.onDemandThroughput, isOnDemand: isOnDemand, of: nil, allowsRemoval: true)
        try CapacityRules.checkRaise(request.warmThroughput, from: contents.settings.warm, of: nil)
        guard let requested = request.requestedThroughput else { return }
        if let throughput = current.provisioned {
            guard throughput != requested else {
                throw CapacityRules.unchanged(throughput, requested: requested, of: "table")
            }
            return
        }
        // A table that becomes provisioned takes its indexes along.
        let updated = request.indexChanges.compactMap { change in
            if case .update(let update) = change, update.throughput != nil { update.name } else { nil }
        }
        let missing = contents.indexes.filter { !$0.schema.isLocal }.map(\.schema.name).filter { !updated.contains($0) }
        guard missing.isEmpty else {
            throw .invalidParameter(
                "ProvisionedThroughput must be specified for index: \(missing.joined(separator: ","))")
        }
    }

    // MARK: Indexes

    static func check(
        _ change: UpdateTableRequest.IndexChange, _ request: UpdateTableRequest, _ contents: TableContents,
        of table: Table
    ) throws(DynamoDBError) {
        let isOnDemand = (request.billingMode ?? contents.settings.billingMode) == .onDemand
        let index = contents.indexes.first { $0.schema.name == change.indexName }
        switch change {
        case .create(let new): try check(new, isOnDemand: isOnDemand, request, contents, of: table)
        case .update(let update):
            if let throughput = update.throughput, !CapacityRules.isInBounds(throughput) {
                throw .invalid(
                    "This operation cannot be performed with given input values. Please contact DynamoDB service team for "
                        + "more info: Action Blocked: IndexUpdate")
            }
            let index = try found(index, change, of: table, verb: "update")
            if let status = index.transition?.status, status != .creating || update.throughput == nil {
                throw .inUse(
                    "Index is being \(status == .creating ? "created" : "updated"). Table: \(table.name) "
                        + "Index: \(update.name)")
            }
            try check(update, of: index, isOnDemand: isOnDemand)
        case .delete: _ = try found(index, change, of: table, verb: "delete")
        }
    }

    private static func found(
        _ index: TableContents.IndexContents?, _ change: UpdateTableRequest.IndexChange, of table: Table, verb: String
    ) throws(DynamoDBError) -> TableContents.IndexContents {
        guard let index else {
            throw DynamoDBError(
                .resourceNotFound,
                "Requested resource not found: Index \(change.indexName) for table \(table.name)")
        }
        guard !index.schema.isLocal else {
            throw .invalid("Cannot \(verb) an index that is not a GlobalSecondaryIndex: \(change.indexName)")
        }
        return index
    }

    private static func check(
        _ update: UpdateTableRequest.IndexUpdate, of index: TableContents.IndexContents, isOnDemand: Bool
    ) throws(DynamoDBError) {
        guard update.throughput != nil || update.onDemandThroughput != nil || update.warmThroughput != nil else {
            throw isOnDemand
                ? .invalidParameter(
                    "The only Updates for index: \(update.name) when TableThroughputMode is PAY_PER_REQUEST can be to "
                        + "OnDemandThroughput, WarmThroughput")
                : .invalidParameter(
                    "Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: \(update.name)")
        }
        if let throughput = update.throughput {
            guard !isOnDemand else { throw unwantedCapacity(of: update.name) }
            if let current = index.settings.throughput, current == throughput {
                throw CapacityRules.unchanged(current, requested: throughput, of: "index \(update.name)")
            }
        }
        try CapacityRules.check(
            update.onDemandThroughput, isOnDemand: isOnDemand, of: update.name, allowsRemoval: true)
        try CapacityRules.checkRaise(update.warmThroughput, from: index.settings.warm, of: update.name)
    }

    private static func unwantedCapacity(of index: String) -> DynamoDBError {
        .invalidParameter(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: \(index) when BillingMode is "
                + "PAY_PER_REQUEST")
    }

    // MARK: New indexes

    private static func check(
        _ index: IndexDescription, isOnDemand: Bool, _ request: UpdateTableRequest, _ contents: TableContents,
        of table: Table
    ) throws(DynamoDBError) {
        guard !contents.indexes.contains(where: { $0.schema.name == index.name }) else {
            throw .invalid("Attempting to create an index which already exists")
        }
        guard contents.indexes.count(where: { !$0.schema.isLocal }) < Limits.globalIndexes else {
            throw DynamoDBError(
                .limitExceeded,
                "Subscriber limit exceeded: GlobalSecondaryIndex count exceeds the per-table limit of "
                    + "\(Limits.globalIndexes)")
        }
        guard !request.attributeTypes.isEmpty else {
            throw .invalidParameter("AttributeDefinitions is not specified for index: \(index.name)")
        }
        let outline = TableOutline.Index(index, throughput: nil)
        try TableOutline.checkDefined(outline.keys, request.attributeTypes.keys.sorted())
        try outline.check(as: .global)
        try checkTypes(of: index, request, table.schema)
        if isOnDemand, index.throughput != nil { throw unwantedCapacity(of: index.name) }
        if !isOnDemand, index.throughput == nil {
            throw .invalidParameter("ProvisionedThroughput must be specified for index: \(index.name)")
        }
        try CapacityRules.checkBounds(index.throughput, of: index.name)
        try CapacityRules.check(index.onDemandThroughput, isOnDemand: isOnDemand, of: index.name)
        try CapacityRules.checkInitial(
            index.warmThroughput, index.throughput, isOnDemand: isOnDemand, of: index.name)
    }

    /// An attribute has one type in all keys.
    private static func checkTypes(
        of index: IndexDescription, _ request: UpdateTableRequest, _ schema: TableLayout
    ) throws(DynamoDBError) {
        for name in index.keys.names {
            guard let old = schema.attributeTypes[name], let new = request.attributeTypes[name], old != new else {
                continue
            }
            let kind = index.keys.partition.contains(name) ? "HASH" : "RANGE"
            throw .invalidParameter(
                "Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
                    + "Existing schema: Schema:[SchemaElement: key{\(name):\(old.rawValue):\(kind)}] "
                    + "New schema: Schema:[SchemaElement: key{\(name):\(new.rawValue):\(kind)}]")
        }
    }
}
