import Entities

// CreateTable, ListTables and the settings.
extension WireObject {
    func createTable() throws(DynamoDBError) -> CreateTableRequest {
        let name = try tableName()
        let keys = try require("KeySchema", try keySchema(isTable: true))
        let definitions = try require(
            "AttributeDefinitions", try objects("AttributeDefinitions", at: "attributeDefinitions"))
        var types: [String: ScalarType] = [:]
        for definition in definitions {
            let attribute = try definition.require("AttributeName", try definition.string("AttributeName"))
            let type = try definition.option("AttributeType", ScalarType.self)
            guard types.updateValue(try definition.require("AttributeType", type), forKey: attribute) == nil else {
                throw .invalidParameter("Duplicate attribute name in AttributeDefinitions: \(attribute)")
            }
        }
        var request = CreateTableRequest(tableName: name, keys: keys, attributeTypes: types)
        request.billingMode = try billingMode()
        request.indexes = try indexes("LocalSecondaryIndexes", isLocal: true)
        request.indexes += try indexes("GlobalSecondaryIndexes", isLocal: false)
        request.deletionProtection = try bool("DeletionProtectionEnabled") ?? false
        for tag in try objects("Tags", at: "tags") ?? [] {
            request.tags[try tag.require("Key", try tag.string("Key"))] = try tag.require(
                "Value", try tag.string("Value"))
        }
        if let stream = try object("StreamSpecification", at: "streamSpecification.") {
            let type = try stream.option("StreamViewType", StreamViewType.self)
            if try stream.bool("StreamEnabled") ?? false {
                guard let type else {
                    throw .invalidParameter(
                        "Stream View Type is required when the stream is enabled for the table")
                }
                request.stream = type
            } else if type != nil {
                throw .invalidParameter(
                    "Table is being created with a stream disabled, UpdateViewType should not be specified")
            }
        }
        return request
    }

    private enum BillingName: String, CaseIterable {
        case provisioned = "PROVISIONED"
        case onDemand = "PAY_PER_REQUEST"
    }

    private func throughput() throws(DynamoDBError) -> ProvisionedThroughput? {
        guard let object = try object("ProvisionedThroughput", at: path + "provisionedThroughput.") else { return nil }
        return ProvisionedThroughput(
            read: try object.require("ReadCapacityUnits", try object.int("ReadCapacityUnits")),
            write: try object.require("WriteCapacityUnits", try object.int("WriteCapacityUnits")))
    }

    private func billingMode() throws(DynamoDBError) -> BillingMode {
        let throughput = try throughput()
        switch try option("BillingMode", BillingName.self) ?? .provisioned {
        case .onDemand:
            guard throughput == nil else {
                throw .invalidParameter(
                    "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is "
                        + "PAY_PER_REQUEST")
            }
            return .onDemand
        case .provisioned:
            guard let throughput else {
                throw .invalidParameter(
                    "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED")
            }
            return .provisioned(read: throughput.read, write: throughput.write)
        }
    }

    private enum KeyType: String, CaseIterable {
        case hash = "HASH"
        case range = "RANGE"
    }

    private func keySchema(isTable: Bool) throws(DynamoDBError) -> KeySchema? {
        guard let elements = try objects("KeySchema", at: "keySchema") else { return nil }
        var keys = KeySchema(partition: [])
        for element in elements {
            let name = try element.require("AttributeName", try element.string("AttributeName"))
            switch try element.require("KeyType", try element.option("KeyType", KeyType.self)) {
            case .hash:
                guard keys.sort.isEmpty else {
                    throw .invalid("Invalid KeySchema: The first KeySchemaElement is not a HASH key type")
                }
                keys.partition.append(name)
            case .range: keys.sort.append(name)
            }
        }
        if keys.partition.isEmpty {
            throw .invalid("Invalid KeySchema: The first KeySchemaElement is not a HASH key type")
        }
        if isTable, keys.partition.count > 1 {
            throw .invalid("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type")
        }
        return keys
    }

    private func indexes(_ name: String, isLocal: Bool) throws(DynamoDBError) -> [IndexDescription] {
        guard let objects = try objects(name, at: name.prefix(1).lowercased() + name.dropFirst()) else { return [] }
        guard !objects.isEmpty else { throw .invalidParameter("List of \(name) is empty") }
        var indexes: [IndexDescription] = []
        for object in objects {
            var index = IndexDescription(
                name: try object.require("IndexName", try object.string("IndexName")),
                keys: try object.require("KeySchema", try object.keySchema(isTable: false)),
                projection: try object.projection(), isLocal: isLocal)
            if !isLocal { index.throughput = try object.throughput() }
            indexes.append(index)
        }
        return indexes
    }

    private enum ProjectionType: String, CaseIterable {
        case all = "ALL"
        case keysOnly = "KEYS_ONLY"
        case include = "INCLUDE"
    }

    private func projection() throws(DynamoDBError) -> Projection {
        let object = try require("Projection", try object("Projection", at: path + "projection."))
        let names = try object.strings("NonKeyAttributes")
        guard let type = try object.option("ProjectionType", ProjectionType.self) else {
            throw .invalidParameter("Unknown ProjectionType: null")
        }
        if type != .include, names != nil {
            throw .invalidParameter("ProjectionType is \(type.rawValue), but NonKeyAttributes is specified")
        }
        switch type {
        case .all: return .all
        case .keysOnly: return .keysOnly
        case .include: return .include(names ?? [])
        }
    }

    // MARK: Others

    func listTables() throws(DynamoDBError) -> ListTablesRequest {
        ListTablesRequest(
            exclusiveStartTableName: try string("ExclusiveStartTableName"), limit: try int("Limit"))
    }

    func updateTimeToLive() throws(DynamoDBError) -> UpdateTimeToLiveRequest {
        let name = try tableName()
        let settings = try require(
            "TimeToLiveSpecification", try object("TimeToLiveSpecification", at: "timeToLiveSpecification."))
        return UpdateTimeToLiveRequest(
            tableName: name,
            attributeName: try settings.require("AttributeName", try settings.string("AttributeName")),
            enabled: try settings.require("Enabled", try settings.bool("Enabled")))
    }

    func updateContinuousBackups() throws(DynamoDBError) -> UpdateContinuousBackupsRequest {
        let name = try tableName()
        let settings = try require(
            "PointInTimeRecoverySpecification",
            try object("PointInTimeRecoverySpecification", at: "pointInTimeRecoverySpecification."))
        let enabled = try settings.require(
            "PointInTimeRecoveryEnabled", try settings.bool("PointInTimeRecoveryEnabled"))
        return UpdateContinuousBackupsRequest(tableName: name, pointInTimeRecovery: enabled)
    }
}
