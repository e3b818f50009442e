/// A table as the definitions describe it: what `createTables` creates, and what requests are addressed to.
///
/// Every request carries one, so that a copy is a reference and no more.
public struct TableSchema: Hashable, Sendable {
    private var shared: Shared<Content>

    /// The name in the definitions, by which a `Database` knows the table.
    public var definitionName: String { shared.content.definitionName }
    /// The name of the deployed table.
    public var name: String {
        get { shared.content.name }
        set { shared.content.name = newValue }
    }
    public var keys: KeySchema {
        get { shared.content.keys }
        set { shared.content.keys = newValue }
    }
    public var attributeTypes: [String: ScalarType] {
        get { shared.content.attributeTypes }
        set { shared.content.attributeTypes = newValue }
    }
    public var indexes: [IndexDescription] {
        get { shared.content.indexes }
        set { shared.content.indexes = newValue }
    }
    public var billingMode: BillingMode {
        get { shared.content.billingMode }
        set { shared.content.billingMode = newValue }
    }
    public var stream: StreamViewType? {
        get { shared.content.stream }
        set { shared.content.stream = newValue }
    }
    /// The attribute that holds the time of expiry.
    public var timeToLive: String? {
        get { shared.content.timeToLive }
        set { shared.content.timeToLive = newValue }
    }
    public var pointInTimeRecovery: Bool {
        get { shared.content.pointInTimeRecovery }
        set { shared.content.pointInTimeRecovery = newValue }
    }
    public var deletionProtection: Bool {
        get { shared.content.deletionProtection }
        set { shared.content.deletionProtection = newValue }
    }
    public var tags: [String: String] {
        get { shared.content.tags }
        set { shared.content.tags = newValue }
    }

    public init(
        _ name: String, keys: KeySchema, attributeTypes: [String: ScalarType], indexes: [IndexDescription] = [],
        billingMode: BillingMode = .onDemand, stream: StreamViewType? = nil, timeToLive: String? = nil,
        pointInTimeRecovery: Bool = false, deletionProtection: Bool = false, tags: [String: String] = [:]
    ) {
        shared = Shared(
            Content(
                definitionName: name, name: name, keys: keys, attributeTypes: attributeTypes, indexes: indexes,
                billingMode: billingMode, stream: stream, timeToLive: timeToLive,
                pointInTimeRecovery: pointInTimeRecovery, deletionProtection: deletionProtection, tags: tags))
    }

    private struct Content: Hashable, Sendable {
        let definitionName: String
        var name: String
        var keys: KeySchema
        var attributeTypes: [String: ScalarType]
        var indexes: [IndexDescription]
        var billingMode: BillingMode
        var stream: StreamViewType?
        var timeToLive: String?
        var pointInTimeRecovery: Bool
        var deletionProtection: Bool
        var tags: [String: String]
    }
}

extension TableSchema {
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

    /// The key of an item that the library keeps beside the records.
    func itemKey(_ partition: KeyText, _ sort: String) throws(AttributeError) -> EncodedItem {
        if let problem = partition.problem { throw problem }
        var attributes: [String: AttributeValue] = [:]
        for name in keys.partition { attributes[name] = .string(partition.text) }
        for name in keys.sort { attributes[name] = .string(sort) }
        return EncodedItem(attributes)
    }

    /// The index of a name; `nil` for the table itself, and where there is none.
    func index(_ name: String?) -> IndexDescription? {
        name.flatMap { name in indexes.first { $0.name == name } }
    }

    /// Whether an index holds whole items; true for the table itself.
    func holdsWholeItems(_ index: String?) -> Bool {
        index == nil || self.index(index)?.projection == .all
    }

    /// Whether an index holds these attributes of its items; the table itself holds all.
    func holds(_ names: Set<String>, in index: String?) -> Bool {
        guard index != nil else { return true }
        guard let index = self.index(index) else { return false }
        switch index.projection {
        case .all: return true
        case .keysOnly: return names.isSubset(of: keys.names + index.keys.names)
        case .include(let included): return names.isSubset(of: keys.names + index.keys.names + included)
        }
    }
}
