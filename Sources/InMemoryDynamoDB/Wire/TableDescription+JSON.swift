import Entities

import struct Foundation.Date

extension JSONWriter {
    mutating func value(_ table: TableDescription) {
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
        throughput(table.billingMode)
        if table.billingMode == .onDemand {
            key("BillingModeSummary")
            beginObject()
            key("BillingMode")
            value("PAY_PER_REQUEST")
            endObject()
        }
        indexes(table.indexes.filter(\.description.isLocal), "LocalSecondaryIndexes", table.billingMode)
        indexes(table.indexes.filter { !$0.description.isLocal }, "GlobalSecondaryIndexes", table.billingMode)
        stream(of: table)
        key("DeletionProtectionEnabled")
        value(table.deletionProtection)
        key("ItemCount")
        value(table.itemCount)
        key("TableSizeBytes")
        value(table.sizeInBytes)
        member("TableArn", table.arn)
        member("TableId", table.tableID)
        endObject()
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

    /// On-demand tables have a throughput of zero.
    private mutating func throughput(_ mode: BillingMode) {
        var units = (read: 0, write: 0)
        if case .provisioned(let read, let write) = mode { units = (read, write) }
        key("ProvisionedThroughput")
        beginObject()
        key("NumberOfDecreasesToday")
        value(0)
        key("ReadCapacityUnits")
        value(units.read)
        key("WriteCapacityUnits")
        value(units.write)
        endObject()
    }

    private mutating func indexes(
        _ indexes: [TableDescription.Index], _ name: StaticString, _ billing: BillingMode
    ) {
        guard !indexes.isEmpty else { return }
        key(name)
        beginArray()
        for index in indexes {
            beginObject()
            key("IndexName")
            value(index.description.name)
            keySchema(index.description.keys)
            projection(index.description.projection)
            if let status = index.status {
                key("IndexStatus")
                value(status.rawValue)
                throughput(index.description.throughput.map { .provisioned(read: $0.read, write: $0.write) } ?? billing)
            }
            key("ItemCount")
            value(index.itemCount)
            key("IndexSizeBytes")
            value(index.sizeInBytes)
            member("IndexArn", index.arn)
            endObject()
        }
        endArray()
    }

    private mutating func projection(_ projection: Projection) {
        key("Projection")
        beginObject()
        key("ProjectionType")
        switch projection {
        case .all: value("ALL")
        case .keysOnly: value("KEYS_ONLY")
        case .include(let names):
            value("INCLUDE")
            key("NonKeyAttributes")
            beginArray()
            for name in names { value(name) }
            endArray()
        }
        endObject()
    }
}
