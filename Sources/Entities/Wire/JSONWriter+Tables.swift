// Parts of requests about tables.
extension JSONWriter {
    mutating func attributeDefinitions(_ types: [String: ScalarType]) {
        key("AttributeDefinitions")
        beginArray()
        for (name, type) in types.sorted(by: { $0.key < $1.key }) {
            beginObject()
            member("AttributeName", name)
            member("AttributeType", type.rawValue)
            endObject()
        }
        endArray()
    }

    mutating func value(_ keys: KeySchema) {
        key("KeySchema")
        beginArray()
        for (names, type) in [(keys.partition, "HASH"), (keys.sort, "RANGE")] {
            for name in names {
                beginObject()
                member("AttributeName", name)
                member("KeyType", type)
                endObject()
            }
        }
        endArray()
    }

    mutating func value(_ throughput: ProvisionedThroughput) {
        key("ProvisionedThroughput")
        beginObject()
        member("ReadCapacityUnits", throughput.read)
        member("WriteCapacityUnits", throughput.write)
        endObject()
    }

    mutating func value(_ indexes: [IndexDescription], of name: StaticString, billing: BillingMode?) {
        guard !indexes.isEmpty else { return }
        key(name)
        beginArray()
        for index in indexes {
            beginObject()
            members(of: index, throughput: billing?.throughput.map { index.throughput ?? $0 })
            endObject()
        }
        endArray()
    }

    /// - Parameter throughput: of an index that is to have one.
    mutating func members(of index: IndexDescription, throughput: ProvisionedThroughput?) {
        member("IndexName", index.name)
        value(index.keys)
        key("Projection")
        beginObject()
        switch index.projection {
        case .all: member("ProjectionType", "ALL")
        case .keysOnly: member("ProjectionType", "KEYS_ONLY")
        case .include(let names):
            member("ProjectionType", "INCLUDE")
            key("NonKeyAttributes")
            beginArray()
            for name in names { value(name) }
            endArray()
        }
        endObject()
        if let throughput { value(throughput) }
        member("OnDemandThroughput", index.onDemandThroughput)
        member("WarmThroughput", index.warmThroughput)
    }

    mutating func member(_ name: StaticString, _ throughput: OnDemandThroughput?) {
        guard let throughput else { return }
        key(name)
        beginObject()
        if let reads = throughput.maxReads { member("MaxReadRequestUnits", reads) }
        if let writes = throughput.maxWrites { member("MaxWriteRequestUnits", writes) }
        endObject()
    }

    mutating func member(_ name: StaticString, _ throughput: WarmThroughput?) {
        guard let throughput else { return }
        key(name)
        beginObject()
        if let reads = throughput.reads { member("ReadUnitsPerSecond", reads) }
        if let writes = throughput.writes { member("WriteUnitsPerSecond", writes) }
        endObject()
    }

    mutating func member(_ name: StaticString, _ encryption: ServerSideEncryption?) {
        guard let encryption else { return }
        key(name)
        beginObject()
        if let enabled = encryption.enabled { member("Enabled", enabled) }
        if let type = encryption.type { member("SSEType", type) }
        if let keyID = encryption.keyID { member("KMSMasterKeyId", keyID) }
        endObject()
    }

    /// - Parameter type: `nil` for a stream that is turned off.
    mutating func streamSpecification(_ type: StreamViewType?) {
        key("StreamSpecification")
        beginObject()
        member("StreamEnabled", type != nil)
        if let type { member("StreamViewType", type.rawValue) }
        endObject()
    }

    mutating func tags(_ tags: [String: String]) {
        key("Tags")
        beginArray()
        for (name, value) in tags.sorted(by: { $0.key < $1.key }) {
            beginObject()
            member("Key", name)
            member("Value", value)
            endObject()
        }
        endArray()
    }
}
