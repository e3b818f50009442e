/// The indexes and settings of a table.
public struct TableSettings: Sendable {
    let settings: [TableSetting]

    init(_ settings: [TableSetting]) { self.settings = settings }

    /// No indexes, and the settings that a table has unless told otherwise.
    public init() { settings = [] }
}

/// An index or a setting, as it was written.
package enum TableSetting: Sendable {
    case index(IndexDefinition)
    case stream(StreamView, SourceLocation)
    case timeToLive(String, SourceLocation)
    case pointInTimeRecovery(SourceLocation)
    case onDemand(SourceLocation)
    case provisioned(Throughput, SourceLocation)
    case deletionProtection(SourceLocation)
    case tag(String, String, SourceLocation)
}

/// What can stand in a table's braces.
public protocol TableElement: Sendable {
    /// The element, for ``TableBuilder``.
    var settings: TableSettings { get }
}

/// Collects a table's indexes and settings.
@resultBuilder
public enum TableBuilder {
    public static func buildExpression(_ element: some TableElement) -> TableSettings { element.settings }
    public static func buildBlock(_ parts: TableSettings...) -> TableSettings {
        TableSettings(parts.flatMap(\.settings))
    }
    public static func buildOptional(_ part: TableSettings?) -> TableSettings { part ?? TableSettings([]) }
    public static func buildEither(first: TableSettings) -> TableSettings { first }
    public static func buildEither(second: TableSettings) -> TableSettings { second }
    public static func buildArray(_ parts: [TableSettings]) -> TableSettings {
        TableSettings(parts.flatMap(\.settings))
    }
}
