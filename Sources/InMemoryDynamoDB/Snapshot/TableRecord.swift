import Entities

import struct Foundation.Date

/// What a snapshot holds of a table besides its items.
struct TableRecord {
    /// What would make the same table.
    var definition: CreateTableRequest
    var identifier: String
    var creationDate: Date
    var timeToLiveAttribute: String?
    var pointInTimeRecovery: Bool
    var itemCount: Int

    init(_ table: Table, _ contents: TableContents) {
        let settings = contents.settings
        definition = CreateTableRequest(
            tableName: table.name, keys: table.schema.keys, attributeTypes: table.schema.attributeTypes)
        definition.indexes = table.schema.indexes.map(\.description)
        definition.billingMode = settings.billingMode
        definition.stream = contents.stream?.viewType
        definition.deletionProtection = settings.deletionProtection
        identifier = table.store.identifier
        creationDate = table.store.creationDate
        timeToLiveAttribute = settings.timeToLiveAttribute
        pointInTimeRecovery = settings.pointInTimeRecovery
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
            json.key("pointInTimeRecovery")
            json.value(pointInTimeRecovery)
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
        pointInTimeRecovery = try object.bool("pointInTimeRecovery") ?? false
        itemCount = try object.require("itemCount", try object.int("itemCount"))
    }

    var settings: TableSettings {
        var settings = TableSettings(definition)
        settings.timeToLiveAttribute = timeToLiveAttribute
        settings.pointInTimeRecovery = pointInTimeRecovery
        return settings
    }
}
