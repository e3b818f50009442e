extension CreateTableRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.member("TableName", tableName)
        json.key("AttributeDefinitions")
        json.beginArray()
        for (name, type) in attributeTypes.sorted(by: { $0.key < $1.key }) {
            json.beginObject()
            json.member("AttributeName", name)
            json.member("AttributeType", type.rawValue)
            json.endObject()
        }
        json.endArray()
        json.value(keys)
        json.value(indexes.filter(\.isLocal), of: "LocalSecondaryIndexes", billing: nil)
        json.value(indexes.filter { !$0.isLocal }, of: "GlobalSecondaryIndexes", billing: billingMode)
        switch billingMode {
        case .onDemand: json.member("BillingMode", "PAY_PER_REQUEST")
        case .provisioned:
            json.member("BillingMode", "PROVISIONED")
            if let throughput = billingMode.throughput { json.value(throughput) }
        }
        if let stream {
            json.key("StreamSpecification")
            json.beginObject()
            json.member("StreamEnabled", true)
            json.member("StreamViewType", stream.rawValue)
            json.endObject()
        }
        if deletionProtection { json.member("DeletionProtectionEnabled", true) }
        guard !tags.isEmpty else { return }
        json.key("Tags")
        json.beginArray()
        for (name, value) in tags.sorted(by: { $0.key < $1.key }) {
            json.beginObject()
            json.member("Key", name)
            json.member("Value", value)
            json.endObject()
        }
        json.endArray()
    }
}

extension BillingMode {
    /// The capacity of a table that has one.
    var throughput: ProvisionedThroughput? {
        guard case .provisioned(let read, let write) = self else { return nil }
        return ProvisionedThroughput(read: read, write: write)
    }
}

extension JSONWriter {
    fileprivate mutating func value(_ keys: KeySchema) {
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

    fileprivate mutating func value(_ throughput: ProvisionedThroughput) {
        key("ProvisionedThroughput")
        beginObject()
        member("ReadCapacityUnits", throughput.read)
        member("WriteCapacityUnits", throughput.write)
        endObject()
    }

    fileprivate mutating func value(_ indexes: [IndexDescription], of name: StaticString, billing: BillingMode?) {
        guard !indexes.isEmpty else { return }
        key(name)
        beginArray()
        for index in indexes {
            beginObject()
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
            if let throughput = billing?.throughput { value(index.throughput ?? throughput) }
            endObject()
        }
        endArray()
    }
}

extension ListTablesRequest {
    func writeMembers(to json: inout JSONWriter) {
        if let exclusiveStartTableName { json.member("ExclusiveStartTableName", exclusiveStartTableName) }
        if let limit { json.member("Limit", limit) }
    }
}

extension UpdateTimeToLiveRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.member("TableName", tableName)
        json.key("TimeToLiveSpecification")
        json.beginObject()
        json.member("AttributeName", attributeName)
        json.member("Enabled", enabled)
        json.endObject()
    }
}

extension UpdateContinuousBackupsRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.member("TableName", tableName)
        json.key("PointInTimeRecoverySpecification")
        json.beginObject()
        json.member("PointInTimeRecoveryEnabled", pointInTimeRecovery)
        json.endObject()
    }
}
