/// What is different between a deployed table and its definition.
public struct TableDifference: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case missingTable
        /// The table is being made or deleted, or cannot be used for another reason. Nothing else of it is compared.
        case unusable(TableDescription.Status)
        case keys(defined: KeySchema, deployed: KeySchema)
        /// The type of a key attribute of the table or an index.
        case attributeType(String, defined: ScalarType, deployed: ScalarType)
        case missingIndex(String)
        /// An index that the definition does not know: it costs writes and storage.
        case extraIndex(String)
        /// An index that is being filled or deleted.
        case unusableIndex(String, TableDescription.Status)
        /// A local index in the place of a global one, or the reverse.
        case indexScope(String, definedLocal: Bool)
        case indexKeys(String, defined: KeySchema, deployed: KeySchema)
        case projection(String, defined: Projection, deployed: Projection)
        /// On demand or provisioned; units are not compared, since scaling changes them.
        case billingMode(defined: BillingMode, deployed: BillingMode)
        case stream(defined: StreamViewType?, deployed: StreamViewType?)
        case timeToLive(defined: String?, deployed: String?)
        case pointInTimeRecovery(defined: Bool)
        case deletionProtection(defined: Bool)
        case tag(String, defined: String?, deployed: String?)
    }

    public enum Severity: Hashable, Sendable {
        /// Requests fail, find less than they should, or a promise of the definition is not kept.
        case error
        /// Only the bill is different, or the table has more than the definition asks for.
        case notice
    }

    /// The deployed table's name.
    public let table: String
    public let kind: Kind

    public init(table: String, _ kind: Kind) {
        self.table = table
        self.kind = kind
    }

    /// How bad it is.
    public var severity: Severity {
        switch kind {
        case .missingTable, .unusable, .keys, .attributeType, .missingIndex, .unusableIndex, .indexScope, .indexKeys:
            .error
        case .projection(_, let defined, let deployed): deployed.holds(defined) ? .notice : .error
        case .stream(let defined, let deployed): (deployed?.holds(defined) ?? false) ? .notice : .error
        // Items that expire unexpectedly are lost, and those that do not were promised to go.
        case .timeToLive: .error
        case .pointInTimeRecovery(let defined), .deletionProtection(let defined): defined ? .error : .notice
        case .extraIndex, .billingMode, .tag: .notice
        }
    }
}

extension Projection {
    /// Whether an index with this projection has all that another one has.
    fileprivate func holds(_ other: Projection) -> Bool {
        switch (self, other) {
        case (.all, _), (_, .keysOnly): true
        case (.include(let names), .include(let others)): Set(others).isSubset(of: names)
        case (.keysOnly, _), (.include, .all): false
        }
    }
}

extension StreamViewType {
    /// Whether the records of such a stream have all that those of another one have; with none to compare with, they do.
    fileprivate func holds(_ other: StreamViewType?) -> Bool {
        self == other || self == .newAndOldImages || other == .keysOnly || other == nil
    }
}
