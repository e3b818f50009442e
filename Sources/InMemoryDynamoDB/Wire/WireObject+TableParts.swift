import Entities

// What requests about tables are made of.
extension WireObject {
    enum BillingName: String, CaseIterable {
        case provisioned = "PROVISIONED"
        case onDemand = "PAY_PER_REQUEST"
    }

    private enum KeyType: String, CaseIterable {
        case hash = "HASH"
        case range = "RANGE"
    }

    private enum ProjectionType: String, CaseIterable {
        case all = "ALL"
        case include = "INCLUDE"
        case keysOnly = "KEYS_ONLY"
    }

    func attributeDefinitions() throws(DynamoDBError) -> [(name: String, type: ScalarType)]? {
        guard let objects = try objects("AttributeDefinitions", at: "attributeDefinitions") else { return nil }
        var definitions: [(String, ScalarType)] = []
        for object in objects {
            let name = try object.require("AttributeName", try object.string("AttributeName"))
            let type = try object.require(
                "AttributeType", try object.option("AttributeType", ScalarType.self))
            definitions.append((name, type))
        }
        return definitions
    }

    func keyElements() throws(DynamoDBError) -> [TableOutline.KeyElement]? {
        guard let objects = try objects("KeySchema", at: "keySchema") else { return nil }
        guard !objects.isEmpty else {
            throw .invalid(
                "1 validation error detected: Value '[]' at '\(path)keySchema' failed to satisfy constraint: Member must "
                    + "have length greater than or equal to 1")
        }
        var elements: [TableOutline.KeyElement] = []
        for object in objects {
            let name = try object.require("AttributeName", try object.string("AttributeName"))
            let type = try object.require("KeyType", try object.option("KeyType", KeyType.self))
            elements.append(TableOutline.KeyElement(name: name, isPartition: type == .hash))
        }
        return elements
    }

    func indexes(_ name: String) throws(DynamoDBError) -> [TableOutline.Index]? {
        guard let objects = try objects(name, at: name.lowercasedFirst) else { return nil }
        var indexes: [TableOutline.Index] = []
        for object in objects { indexes.append(try object.index()) }
        return indexes
    }

    func index() throws(DynamoDBError) -> TableOutline.Index {
        let name = try require("IndexName", try string("IndexName"))
        var index = TableOutline.Index(name: name, keys: try require("KeySchema", try keyElements()))
        let projection = try require("Projection", try object("Projection", at: path + "projection."))
        index.projectionType = try projection.option("ProjectionType", ProjectionType.self)?.rawValue
        index.nonKeyAttributes = try projection.strings("NonKeyAttributes")
        if index.nonKeyAttributes?.isEmpty == true {
            throw .invalid(
                "1 validation error detected: Value '[]' at '\(path)projection.nonKeyAttributes' failed to satisfy "
                    + "constraint: Member must have length greater than or equal to 1")
        }
        index.throughput = try throughput()
        index.onDemandThroughput = try onDemandThroughput()
        index.warmThroughput = try warmThroughput()
        return index
    }

    // MARK: Capacity

    func throughput() throws(DynamoDBError) -> ProvisionedThroughput? {
        guard let object = try object("ProvisionedThroughput", at: path + "provisionedThroughput.") else { return nil }
        let throughput = ProvisionedThroughput(
            read: try object.require("ReadCapacityUnits", try object.int("ReadCapacityUnits")),
            write: try object.require("WriteCapacityUnits", try object.int("WriteCapacityUnits")))
        var constraints = Constraints()
        constraints.require(throughput, at: "\(path)provisionedThroughput")
        try constraints.check()
        return throughput
    }

    func onDemandThroughput() throws(DynamoDBError) -> OnDemandThroughput? {
        guard let object = try object("OnDemandThroughput", at: path + "onDemandThroughput.") else { return nil }
        return OnDemandThroughput(
            maxReads: try object.int("MaxReadRequestUnits"), maxWrites: try object.int("MaxWriteRequestUnits"))
    }

    func warmThroughput() throws(DynamoDBError) -> WarmThroughput? {
        guard let object = try object("WarmThroughput", at: path + "warmThroughput.") else { return nil }
        return WarmThroughput(
            reads: try object.int("ReadUnitsPerSecond"), writes: try object.int("WriteUnitsPerSecond"))
    }

    // MARK: Settings

    enum StreamSetting {
        case on(StreamViewType)
        case off
        case onWithoutType
        case offWithType
    }

    func streamChange() throws(DynamoDBError) -> StreamSetting? {
        guard let stream = try object("StreamSpecification", at: "streamSpecification.") else { return nil }
        let isOn = try stream.require("StreamEnabled", try stream.bool("StreamEnabled"))
        let type = try stream.option("StreamViewType", StreamViewType.self)
        guard let type else { return isOn ? .onWithoutType : .off }
        return isOn ? .on(type) : .offWithType
    }

    func encryption() throws(DynamoDBError) -> ServerSideEncryption? {
        guard let object = try object("SSESpecification", at: "sSESpecification.") else { return nil }
        return ServerSideEncryption(
            enabled: try object.bool("Enabled"), type: try object.string("SSEType"),
            keyID: try object.string("KMSMasterKeyId"))
    }

    func tableClass() throws(DynamoDBError) -> TableClass? {
        guard let text = try string("TableClass") else { return nil }
        guard let tableClass = TableClass(rawValue: text) else {
            throw .invalid(
                "Invalid table-class parameter provided. Please try again with a valid table-class value: "
                    + "[STANDARD, STANDARD_INFREQUENT_ACCESS].")
        }
        return tableClass
    }

    func tags() throws(DynamoDBError) -> [String: String]? {
        guard let objects = try objects("Tags", at: "tags") else { return nil }
        var tags: [String: String] = [:]
        for object in objects {
            let key = try object.require("Key", try object.string("Key"))
            let value = try object.require("Value", try object.string("Value"))
            guard tags.updateValue(value, forKey: key) == nil else { throw TagRules.duplicate(key) }
        }
        return tags
    }
}

extension TableOutline.Index {
    /// The value of an index whose projection has been checked, or will be.
    func description(isLocal: Bool) -> IndexDescription {
        let projection: Projection =
            switch projectionType {
            case "ALL": .all
            case "KEYS_ONLY": .keysOnly
            default: .include(nonKeyAttributes ?? [])
            }
        var index = IndexDescription(
            name: name, keys: KeySchema(keys), projection: projection, isLocal: isLocal, throughput: throughput)
        index.onDemandThroughput = onDemandThroughput
        index.warmThroughput = warmThroughput
        return index
    }
}
