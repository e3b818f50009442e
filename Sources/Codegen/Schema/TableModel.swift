public import EntityMacrosLite

/// The table: its keys, indexes and settings.
public struct TableModel: Hashable, Sendable, Codable {
    public var name: String
    public var partition: [KeyElementModel]
    public var sort: [KeyElementModel]
    public var indexes: [IndexModel] = []
    public var capacity: CapacityModel = .onDemand
    public var stream: StreamView?
    /// The stored name of the attribute with the date after which an item is deleted.
    public var timeToLiveAttribute: String?
    public var pointInTimeRecovery = false
    public var deletionProtection = false
    public var tags: [String: String] = [:]
    public var location: SourceLocation = .unknown
    /// Where the time to live is declared.
    public var timeToLiveLocation: SourceLocation = .unknown

    public init(name: String, partition: [KeyElementModel], sort: [KeyElementModel] = []) {
        self.name = name
        self.partition = partition
        self.sort = sort
    }

    enum CodingKeys: CodingKey {
        case name, partition, sort, indexes, capacity, stream, timeToLiveAttribute, pointInTimeRecovery,
            deletionProtection, tags
    }

    /// The index that is called `name`.
    public func index(_ name: String) -> IndexModel? { indexes.first { $0.name == name } }

    /// The attributes that are keys of the table or of an index, each once: the table's, then the indexes' in order.
    public var keyElements: [KeyElementModel] {
        var seen: Set<String> = []
        return (partition + sort + indexes.flatMap { $0.partition + $0.sort }).filter { seen.insert($0.name).inserted }
    }
}

/// An attribute of a key schema.
public struct KeyElementModel: Hashable, Sendable, Codable {
    /// The attribute's name as it is stored.
    public var name: String
    /// Whether it is an attribute of the entities. Else it holds the text of a key template.
    public var isNative: Bool
    public var type: KeyAttributeType

    public init(name: String, isNative: Bool = false, type: KeyAttributeType = .string) {
        self.name = name
        self.isNative = isNative
        self.type = type
    }
}

/// The types that DynamoDB allows for key attributes.
public enum KeyAttributeType: String, Hashable, Sendable, Codable, CaseIterable {
    case string = "S"
    case number = "N"
    case binary = "B"
}

/// A secondary index.
public struct IndexModel: Hashable, Sendable, Codable {
    public var name: String
    public var isLocal: Bool
    /// Of a local index: the table's.
    public var partition: [KeyElementModel]
    public var sort: [KeyElementModel]
    public var projection: ProjectionModel
    /// In provisioned mode: the index's own capacity; the table's where nil.
    public var throughput: ThroughputModel?
    public var location: SourceLocation = .unknown

    public init(
        name: String, isLocal: Bool = false, partition: [KeyElementModel], sort: [KeyElementModel] = [],
        projection: ProjectionModel = .all, throughput: ThroughputModel? = nil
    ) {
        self.name = name
        self.isLocal = isLocal
        self.partition = partition
        self.sort = sort
        self.projection = projection
        self.throughput = throughput
    }

    enum CodingKeys: CodingKey {
        case name, isLocal, partition, sort, projection, throughput
    }
}

/// What an index holds beside the keys of the table and its own.
public enum ProjectionModel: Hashable, Sendable, Codable {
    case all
    case keysOnly
    /// These attributes, by their stored names.
    case include(attributes: [String])
}

/// How the table is paid for.
public enum CapacityModel: Hashable, Sendable, Codable {
    case onDemand
    case provisioned(ThroughputModel)

    private enum ProvisionedCodingKeys: String, CodingKey { case _0 = "throughput" }
}

/// Provisioned capacity, in units per second.
public struct ThroughputModel: Hashable, Sendable, Codable {
    public var read: Int
    public var write: Int

    public init(read: Int, write: Int) {
        self.read = read
        self.write = write
    }
}
