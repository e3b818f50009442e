import Entities

extension JSONWriter {
    /// - Parameter isNew: for the answer to CreateTable, which repeats what was asked for and little else.
    mutating func value(_ table: TableDescription, isNew: Bool = false) {
        beginObject()
        key("TableName")
        value(table.tableName)
        key("TableStatus")
        value(table.status.rawValue)
        key("CreationDateTime")
        value(table.creationDate.timeIntervalSince1970)
        keySchema(table.keys)
        key("AttributeDefinitions")
        beginArray()
        for (name, type) in table.attributeTypes.sorted(by: { $0.key < $1.key }) {
            beginObject()
            key("AttributeName")
            value(name)
            key("AttributeType")
            value(type.rawValue)
            endObject()
        }
        endArray()
        throughput(table.billingMode.provisioned, table.throughputHistory)
        billing(of: table, isNew: isNew)
        member("OnDemandThroughput", table.onDemandThroughput)
        if !isNew { member("WarmThroughput", table.warmThroughput, table.warmThroughputStatus) }
        indexes(table.indexes.filter(\.description.isLocal), "LocalSecondaryIndexes")
        indexes(table.indexes.filter { !$0.description.isLocal }, "GlobalSecondaryIndexes")
        stream(of: table)
        options(of: table)
        if table.deletionProtection || !isNew {
            key("DeletionProtectionEnabled")
            value(table.deletionProtection)
        }
        key("ItemCount")
        value(table.itemCount)
        key("TableSizeBytes")
        value(table.sizeInBytes)
        member("TableArn", table.arn)
        member("TableId", table.tableID)
        endObject()
    }

    /// A table that has always been provisioned does not mention it.
    private mutating func billing(of table: TableDescription, isNew: Bool) {
        guard table.billingMode == .onDemand || table.lastOnDemandDate != nil else { return }
        let mode = table.billingMode == .onDemand ? "PAY_PER_REQUEST" : "PROVISIONED"
        for (summary, name) in [
            ("BillingModeSummary", "BillingMode"), ("TableThroughputModeSummary", "TableThroughputMode"),
        ] as [(StaticString, StaticString)] {
            key(summary)
            beginObject()
            key(name)
            value(mode)
            if !isNew { date("LastUpdateToPayPerRequestDateTime", table.lastOnDemandDate) }
            endObject()
        }
    }

    mutating func date(_ name: StaticString, _ date: Date?) {
        guard let date else { return }
        key(name)
        value(date.timeIntervalSince1970)
    }

    private mutating func options(of table: TableDescription) {
        if let tableClass = table.tableClass {
            key("TableClassSummary")
            beginObject()
            member("TableClass", tableClass.rawValue)
            date("LastUpdateDateTime", table.tableClassDate)
            endObject()
        }
        if let encryption = table.encryption {
            key("SSEDescription")
            beginObject()
            member("Status", encryption.status)
            member("SSEType", encryption.type)
            member("KMSMasterKeyArn", encryption.keyARN)
            endObject()
        }
    }

    private mutating func stream(of table: TableDescription) {
        if let type = table.stream {
            key("StreamSpecification")
            beginObject()
            key("StreamEnabled")
            value(true)
            key("StreamViewType")
            value(type.rawValue)
            endObject()
        }
        // Told even of a stream that has been turned off.
        member("LatestStreamArn", table.streamARN)
        member("LatestStreamLabel", table.streamLabel)
    }

    mutating func member(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        key(name)
        value(text)
    }

    mutating func keySchema(_ keys: KeySchema) {
        key("KeySchema")
        beginArray()
        for (names, type) in [(keys.partition, "HASH"), (keys.sort, "RANGE")] {
            for name in names {
                beginObject()
                key("AttributeName")
                value(name)
                key("KeyType")
                value(type)
                endObject()
            }
        }
        endArray()
    }
}
