/// A table as the definitions describe it: what `createTables` creates, and what requests are addressed to.
public struct TableSchema: Hashable, Sendable {
    /// The name in the definitions, by which a `Database` knows the table.
    public let definitionName: String
    /// The name of the deployed table.
    public var name: String
    public var keys: KeySchema
    public var attributeTypes: [String: ScalarType]
    public var indexes: [IndexDescription]
    public var billingMode: BillingMode
    public var stream: StreamViewType?
    /// The attribute that holds the time of expiry.
    public var timeToLive: String?
    public var pointInTimeRecovery: Bool
    public var deletionProtection: Bool
    public var tags: [String: String]

    public init(
        _ name: String, keys: KeySchema, attributeTypes: [String: ScalarType], indexes: [IndexDescription] = [],
        billingMode: BillingMode = .onDemand, stream: StreamViewType? = nil, timeToLive: String? = nil,
        pointInTimeRecovery: Bool = false, deletionProtection: Bool = false, tags: [String: String] = [:]
    ) {
        definitionName = name
        self.name = name
        self.keys = keys
        self.attributeTypes = attributeTypes
        self.indexes = indexes
        self.billingMode = billingMode
        self.stream = stream
        self.timeToLive = timeToLive
        self.pointInTimeRecovery = pointInTimeRecovery
        self.deletionProtection = deletionProtection
        self.tags = tags
    }

    /// The same table deployed under another name, such as `cms-staging`.
    public func named(_ name: String) -> TableSchema {
        var copy = self
        copy.name = name
        return copy
    }

    /// The request that creates the table.
    public var createRequest: CreateTableRequest {
        var request = CreateTableRequest(tableName: name, keys: keys, attributeTypes: attributeTypes)
        request.indexes = indexes
        request.billingMode = billingMode
        request.stream = stream
        request.deletionProtection = deletionProtection
        request.tags = tags
        return request
    }

    /// Whether an index holds whole items; true for the table itself.
    func holdsWholeItems(_ index: String?) -> Bool {
        guard let index else { return true }
        return indexes.first { $0.name == index }?.projection == .all
    }

    /// Whether an index holds these attributes of its items; the table itself holds all.
    func holds(_ names: Set<String>, in index: String?) -> Bool {
        guard let index else { return true }
        guard let index = indexes.first(where: { $0.name == index }) else { return false }
        switch index.projection {
        case .all: return true
        case .keysOnly: return names.isSubset(of: keys.names + index.keys.names)
        case .include(let included): return names.isSubset(of: keys.names + index.keys.names + included)
        }
    }
}
