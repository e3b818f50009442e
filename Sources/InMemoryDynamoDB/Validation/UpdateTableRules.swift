import Entities

/// What the service asks of a change of a table.
enum UpdateTableRules {
    // MARK: Without the table

    static func check(_ request: UpdateTableRequest) throws(DynamoDBError) {
        try checkConstraints(request)
        guard request.changesAnything else {
            throw .invalid(
                "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or "
                    + "SSESpecification or ReplicaUpdates is required")
        }
        if request.billingMode == .onDemand, request.throughput != nil {
            throw .invalidParameter(
                "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST")
        }
        try CapacityRules.checkBounds(request.requestedThroughput)
        try checkCombinations(request)
        try EncryptionRules.check(request.encryption)
        var names: Set<String> = []
        for change in request.indexChanges where !names.insert(change.indexName).inserted {
            throw .invalidParameter(
                "Only one global secondary index update per index is allowed simultaneously. Index: \(change.indexName)"
            )
        }
    }

    private static func checkConstraints(_ request: UpdateTableRequest) throws(DynamoDBError) {
        var constraints = Constraints()
        constraints.require(request.requestedThroughput, at: "provisionedThroughput")
        for (position, change) in request.indexChanges.enumerated() {
            let place = "globalSecondaryIndexUpdates.\(position + 1).member"
            switch change {
            case .create(let index): constraints.require(index, at: "\(place).create")
            case .update(let update):
                constraints.requireNewName(update.name, at: "\(place).update.indexName")
                constraints.require(update.throughput, at: "\(place).update.provisionedThroughput")
            case .delete(let name): constraints.requireNewName(name, at: "\(place).delete.indexName")
            }
        }
        try constraints.check()
    }

    /// Most changes must be the only ones in their request.
    private static func checkCombinations(_ request: UpdateTableRequest) throws(DynamoDBError) {
        let count = request.changeCount
        func only(_ name: String) -> DynamoDBError {
            .invalidParameter("\(name) must be the only operation in the request")
        }
        if request.encryption != nil, count > 1 { throw only("Server-Side Encryption modification") }
        if request.tableClass != nil, count > 1 { throw only("TableClass modification") }
        if request.deletionProtection != nil, count > 1 { throw only("DeletionProtection modification") }
        if request.warmThroughput != nil, count > 1 {
            guard !request.indexChanges.contains(where: \.isCreate) else {
                throw .invalidParameter(
                    "Create global secondary index cannot be specified when updating WarmThroughput")
            }
            throw only("WarmThroughput")
        }
        if request.onDemandThroughput != nil, count > (request.billingMode == nil ? 1 : 2) {
            throw .invalidParameter(
                "OnDemandThroughput can only be combined with BillingMode in an UpdateTable request")
        }
        let isCapacity = request.requestedThroughput != nil
        let isLayout = request.indexChanges.contains { $0.isCreate || $0.isDelete }
        if request.stream != nil, isCapacity {
            throw .invalidParameter("You cannot modify stream status while updating table IOPS")
        }
        if isLayout, isCapacity {
            throw .invalidParameter("You cannot create or delete index while updating table IOPS")
        }
        if isLayout, request.stream != nil {
            throw .invalidParameter("You cannot create or delete index while changing stream status")
        }
    }

    // MARK: With the table locked

    static func check(
        _ request: UpdateTableRequest, _ contents: TableContents, of table: Table
    ) throws(DynamoDBError) {
        let layoutChanges = request.indexChanges.filter { $0.isCreate || $0.isDelete }
        guard layoutChanges.count <= 1 else { throw oneIndexAtATime }
        try checkState(request, contents, of: table)
        try checkCapacity(request, contents)
        if let stream = request.stream { try check(stream, contents, of: table) }
        if let encryption = request.encryption { try check(encryption, contents) }
        for change in request.indexChanges { try check(change, request, contents, of: table) }
    }

    static let oneIndexAtATime = DynamoDBError(
        .limitExceeded,
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table")

    private static func checkState(
        _ request: UpdateTableRequest, _ contents: TableContents, of table: Table
    ) throws(DynamoDBError) {
        if let status = contents.transition?.status, status != .updating { throw .inUse(table.name, status) }
        for change in request.indexChanges where change.isDelete {
            let index = contents.indexes.first { $0.schema.name == change.indexName }
            guard let transition = index?.transition, transition.status == .creating else { continue }
            // Only what is being filled already can be given up.
            guard contents.transition != nil else { return }
            throw .inUse(
                "Index creation is in resource allocation phase. Retry deletion during backfilling phase or when the index "
                    + "is active. Table: \(table.name) Index: \(change.indexName)")
        }
        if request.indexChanges.contains(where: { $0.isCreate || $0.isDelete }), contents.isChangingIndexes {
            throw oneIndexAtATime
        }
        // Deletion protection is a matter of a moment, whatever else is going on.
        if let status = contents.transition?.status, request.deletionProtection == nil {
            throw .inUse(table.name, status)
        }
    }

    private static func check(
        _ stream: UpdateTableRequest.StreamChange, _ contents: TableContents, of table: Table
    ) throws(DynamoDBError) {
        switch stream {
        case .on:
            guard contents.stream == nil else {
                throw .invalid("Table already has an enabled stream: TableName: \(table.name)")
            }
        case .off:
            guard contents.stream != nil else {
                throw .invalid("Table has no stream to disable: TableName: \(table.name)")
            }
        }
    }

    private static func check(
        _ encryption: ServerSideEncryption, _ contents: TableContents
    ) throws(DynamoDBError) {
        let current = contents.settings.encryption
        if current == nil, !(encryption.enabled ?? (encryption.type != nil)) {
            throw .invalidParameter("Table is already encrypted by default")
        }
        if let current, encryption.keyID == current.keyARN {
            throw .invalidParameter(
                "Table is already encrypted with given KMSMasterKeyId. Use KMSMasterKeyId parameter if you want to change "
                    + "Master Key")
        }
    }
}

extension UpdateTableRequest {
    /// The capacity that a provisioned table is to have.
    var requestedThroughput: ProvisionedThroughput? { throughput ?? billingMode?.provisioned }

    fileprivate var changesAnything: Bool { changeCount > 0 }

    fileprivate var changeCount: Int {
        [
            billingMode != nil || throughput != nil, onDemandThroughput != nil, warmThroughput != nil,
            !indexChanges.isEmpty, stream != nil, encryption != nil, tableClass != nil, deletionProtection != nil,
        ].count { $0 }
    }
}

extension UpdateTableRequest.IndexChange {
    var indexName: String {
        switch self {
        case .create(let index): index.name
        case .update(let update): update.name
        case .delete(let name): name
        }
    }

    var isCreate: Bool { if case .create = self { true } else { false } }
    var isDelete: Bool { if case .delete = self { true } else { false } }
}
