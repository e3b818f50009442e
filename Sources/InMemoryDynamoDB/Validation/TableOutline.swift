import Entities

/// A table as a request asks for it, in the order and the words of the request: what can be said that makes no sense, too.
///
/// The wire's requests are checked in this form before they become values; values are checked in it as well.
struct TableOutline {
    struct KeyElement {
        let name: String
        let isPartition: Bool
    }

    struct Index {
        let name: String
        let keys: [KeyElement]
        /// `ALL`, `KEYS_ONLY` or `INCLUDE`.
        var projectionType: String?
        var nonKeyAttributes: [String]?
        var throughput: ProvisionedThroughput?
        var onDemandThroughput: OnDemandThroughput?
        var warmThroughput: WarmThroughput?
    }

    var isOnDemand: Bool
    var throughput: ProvisionedThroughput?
    var onDemandThroughput: OnDemandThroughput?
    var warmThroughput: WarmThroughput?
    /// The names in AttributeDefinitions.
    var definitions: [String]
    var keys: [KeyElement]
    /// `nil` where the request does not say.
    var locals: [Index]?
    var globals: [Index]?
}

extension TableOutline {
    init(_ request: CreateTableRequest) {
        let throughput = request.billingMode.provisioned
        isOnDemand = throughput == nil
        self.throughput = throughput
        onDemandThroughput = request.onDemandThroughput
        warmThroughput = request.warmThroughput
        definitions = request.attributeTypes.keys.sorted()
        keys = Self.elements(request.keys)
        let locals = request.indexes.filter(\.isLocal).map { Index($0, throughput: nil) }
        // Where a value says nothing of an index's capacity it is the table's.
        let globals = request.indexes.filter { !$0.isLocal }.map { Index($0, throughput: throughput) }
        self.locals = locals.isEmpty ? nil : locals
        self.globals = globals.isEmpty ? nil : globals
    }

    static func elements(_ keys: KeySchema) -> [KeyElement] {
        keys.partition.map { KeyElement(name: $0, isPartition: true) }
            + keys.sort.map { KeyElement(name: $0, isPartition: false) }
    }
}

extension TableOutline.Index {
    /// - Parameter throughput: what counts where the index has none of its own.
    init(_ index: IndexDescription, throughput: ProvisionedThroughput?) {
        name = index.name
        keys = TableOutline.elements(index.keys)
        switch index.projection {
        case .all: projectionType = "ALL"
        case .keysOnly: projectionType = "KEYS_ONLY"
        case .include(let names):
            projectionType = "INCLUDE"
            nonKeyAttributes = names.isEmpty ? nil : names
        }
        self.throughput = index.isLocal ? nil : index.throughput ?? throughput
        onDemandThroughput = index.onDemandThroughput
        warmThroughput = index.warmThroughput
    }
}

extension BillingMode {
    /// The capacity of a table that has one.
    var provisioned: ProvisionedThroughput? {
        guard case .provisioned(let read, let write) = self else { return nil }
        return ProvisionedThroughput(read: read, write: write)
    }
}

extension KeySchema {
    init(_ elements: [TableOutline.KeyElement]) {
        self.init(
            partition: elements.filter(\.isPartition).map(\.name), sort: elements.filter { !$0.isPartition }.map(\.name)
        )
    }
}
