import Entities

// Capacity and indexes of a table's description.
extension JSONWriter {
    /// On-demand tables have a throughput of zero.
    mutating func throughput(
        _ throughput: ProvisionedThroughput?, _ history: TableDescription.ThroughputHistory
    ) {
        key("ProvisionedThroughput")
        beginObject()
        date("LastIncreaseDateTime", history.lastIncrease)
        date("LastDecreaseDateTime", history.lastDecrease)
        key("NumberOfDecreasesToday")
        value(history.decreasesToday)
        key("ReadCapacityUnits")
        value(throughput?.read ?? 0)
        key("WriteCapacityUnits")
        value(throughput?.write ?? 0)
        endObject()
    }

    mutating func member(_ name: StaticString, _ throughput: OnDemandThroughput?) {
        guard let throughput else { return }
        key(name)
        beginObject()
        member("MaxReadRequestUnits", throughput.maxReads)
        member("MaxWriteRequestUnits", throughput.maxWrites)
        endObject()
    }

    mutating func member(
        _ name: StaticString, _ throughput: WarmThroughput?, _ status: TableDescription.Status?
    ) {
        guard let throughput else { return }
        key(name)
        beginObject()
        member("ReadUnitsPerSecond", throughput.reads)
        member("WriteUnitsPerSecond", throughput.writes)
        member("Status", status?.rawValue)
        endObject()
    }

    mutating func member(_ name: StaticString, _ number: Int?) {
        guard let number else { return }
        key(name)
        value(number)
    }

    mutating func indexes(
        _ indexes: [TableDescription.Index], _ name: StaticString
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
                if let isBackfilling = index.isBackfilling {
                    key("Backfilling")
                    value(isBackfilling)
                }
                throughput(index.description.throughput, index.throughputHistory)
                member("OnDemandThroughput", index.description.onDemandThroughput)
                member("WarmThroughput", index.description.warmThroughput, index.warmThroughputStatus)
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
            for name in names.sorted() { value(name) }
            endArray()
        }
        endObject()
    }
}
