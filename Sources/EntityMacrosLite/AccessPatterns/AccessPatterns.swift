/// The ways in which an entity's items are found: one ``Primary``, and an ``Index`` for each further one; and its ``History``, if it keeps one.
public struct AccessPatterns: Sendable {
    package let patterns: [AccessPatternDefinition]

    init(_ patterns: [AccessPatternDefinition]) { self.patterns = patterns }
}

/// An access pattern as it was written.
package struct AccessPatternDefinition: Sendable {
    package let name: String
    /// Nil for the table itself.
    package let index: IndexName?
    /// Nil where it is the table's, as for a local index.
    package let partition: KeyTemplate?
    package let sort: KeyTemplate?
    package var type = IndexType.isolated
    package var scope: String?
    /// The widest first.
    package var collections: [String] = []
    package let condition: IndexCondition?
    package let location: SourceLocation
    /// Whether it is where the revisions are kept.
    package var isHistory = false
}

/// Collects an entity's access patterns.
@resultBuilder
public enum AccessPatternsBuilder {
    public static func buildExpression(_ primary: Primary) -> AccessPatterns { AccessPatterns([primary.definition]) }
    public static func buildExpression(_ index: Index) -> AccessPatterns { AccessPatterns([index.definition]) }
    public static func buildExpression(_ history: History) -> AccessPatterns { AccessPatterns([history.definition]) }
    /// Access patterns that a protocol shares among its entities.
    public static func buildExpression(_ patterns: AccessPatterns) -> AccessPatterns { patterns }
    public static func buildBlock(_ parts: AccessPatterns...) -> AccessPatterns {
        AccessPatterns(parts.flatMap(\.patterns))
    }
    public static func buildOptional(_ part: AccessPatterns?) -> AccessPatterns { part ?? AccessPatterns([]) }
    public static func buildEither(first: AccessPatterns) -> AccessPatterns { first }
    public static func buildEither(second: AccessPatterns) -> AccessPatterns { second }
    public static func buildArray(_ parts: [AccessPatterns]) -> AccessPatterns {
        AccessPatterns(parts.flatMap(\.patterns))
    }
}
