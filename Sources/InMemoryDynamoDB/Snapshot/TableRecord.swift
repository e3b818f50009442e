import Entities

/// What a snapshot holds of a table besides its items.
struct TableRecord {
    /// What would make the same table.
    var definition: CreateTableRequest
    var identifier: String
    var creationDate: Date
    var timeToLiveAttribute: String?
    /// For how many days back; `nil` while it is turned off.
    var recoveryDays: Int?
    var itemCount: Int

    init(_ table: Table, _ contents: TableContents) {
        // What is being changed is kept as it will be.
        var settings = contents.settings
        contents.transition?.change?(&settings)
        definition = CreateTableRequest(
            tableName: table.name, keys: table.schema.keys, attributeTypes: table.schema.attributeTypes)
        definition.indexes = contents.indexes.map(\.definition)
        definition.billingMode = settings.billingMode
        definition.onDemandThroughput = settings.onDemandThroughput
        definition.warmThroughput = settings.warm.description
        definition.stream = contents.stream?.viewType
        definition.encryption = settings.encryption.map {
            ServerSideEncryption(enabled: true, type: "KMS", keyID: $0.keyARN)
        }
        definition.tableClass = settings.tableClass
        definition.deletionProtection = settings.deletionProtection
        definition.resourcePolicy = settings.resourcePolicy
        definition.tags = settings.tags
        identifier = table.store.identifier
        creationDate = table.store.creationDate
        timeToLiveAttribute = settings.timeToLiveAttribute
        recoveryDays = settings.pointInTimeRecovery?.days
        itemCount = contents.itemCount
    }

    // MARK: JSON

    var json: [UInt8] {
        get throws(AttributeError) {
            var json = JSONWriter()
            json.beginObject()
            json.key("definition")
            var body = JSONWriter()
            try DynamoDBRequest.createTable(definition).writeBody(to: &body)
            json.value(raw: body.bytes)
            json.key("identifier")
            json.value(identifier)
            json.key("createdAtMicroseconds")
            json.value(Int((creationDate.timeIntervalSince1970 * 1_000_000).rounded()))
            if let timeToLiveAttribute {
                json.key("timeToLive")
                json.value(timeToLiveAttribute)
            }
            if let recoveryDays {
                json.key("recoveryDays")
                json.value(recoveryDays)
            }
            json.key("itemCount")
            json.value(itemCount)
            json.endObject()
            return json.bytes
        }
    }

    init(json: [UInt8]) throws(DynamoDBError) {
        let object = try WireObject(body: json)
        let table = try object.require("definition", try object.object("definition", at: ""))
        definition = try table.createTable()
        try CreateTableRules.check(definition)
        identifier = try object.require("identifier", try object.string("identifier"))
        let microseconds = try object.require("createdAtMicroseconds", try object.int("createdAtMicroseconds"))
        creationDate = Date(timeIntervalSince1970: Double(microseconds) / 1_000_000)
        timeToLiveAttribute = try object.string("timeToLive")
        recoveryDays = try object.int("recoveryDays")
        itemCount = try object.require("itemCount", try object.int("itemCount"))
    }

    func settings(in account: Account) -> TableSettings {
        var settings = TableSettings(
            definition, encryption: account.encryption(definition.encryption, nil), at: creationDate)
        settings.timeToLiveAttribute = timeToLiveAttribute
        settings.pointInTimeRecovery = recoveryDays.map { PointInTimeRecovery(since: creationDate, days: $0) }
        return settings
    }
}

extension TableContents.IndexContents {
    /// What would make the same index.
    fileprivate var definition: IndexDescription {
        var settings = settings
        transition?.change?(&settings)
        var definition = schema.description
        definition.throughput = settings.throughput
        definition.onDemandThroughput = settings.onDemandThroughput
        definition.warmThroughput = settings.isWarmSet ? settings.warm.description : nil
        return definition
    }
}
