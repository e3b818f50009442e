import Entities

// Parts that several responses have.
extension JSONWriter {
    /// Items or keys.
    mutating func values(_ items: [EncodedItem]) {
        beginArray()
        for item in items { value(item) }
        endArray()
    }

    mutating func value(_ write: BatchWriteItemRequest.Write) {
        beginObject()
        switch write {
        case .put(let item):
            key("PutRequest")
            beginObject()
            key("Item")
            value(item)
            endObject()
        case .delete(let itemKey):
            key("DeleteRequest")
            beginObject()
            key("Key")
            value(itemKey)
            endObject()
        }
        endObject()
    }

    // MARK: Capacity

    /// The capacity of a request on one table.
    mutating func capacity(_ capacity: [ConsumedCapacity]) {
        guard let first = capacity.first else { return }
        key("ConsumedCapacity")
        value(first)
    }

    /// The capacity of a request on several tables.
    mutating func capacities(_ capacities: [ConsumedCapacity]) {
        guard !capacities.isEmpty else { return }
        key("ConsumedCapacity")
        beginArray()
        for capacity in capacities { value(capacity) }
        endArray()
    }

    // MARK: Item collections

    mutating func metrics(_ metrics: [String: [ItemCollectionMetrics]]) {
        guard !metrics.isEmpty else { return }
        key("ItemCollectionMetrics")
        beginObject()
        for (name, collections) in metrics.sorted(by: { $0.key < $1.key }) {
            key(name)
            beginArray()
            for collection in collections { value(collection) }
            endArray()
        }
        endObject()
    }

    mutating func value(_ metrics: ItemCollectionMetrics) {
        beginObject()
        key("ItemCollectionKey")
        value(metrics.key)
        key("SizeEstimateRangeGB")
        beginArray()
        value(metrics.sizeEstimate.lowerBound)
        value(metrics.sizeEstimate.upperBound)
        endArray()
        endObject()
    }
}
