/// The names of an entity's access patterns; made by the generator.
///
/// ```swift
/// Article.AccessPattern.allCases.map(\.rawValue)      // ["article", "bySlug", "published"]
/// Article.AccessPattern.published.index               // "gsi2"
/// ```
public protocol EntityAccessPattern: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// What the queries of each pattern have in common, in the order of the cases.
    static var shapes: [QueryShape] { get }
}

extension EntityAccessPattern {
    /// The index that the pattern reads; `nil` for the table itself.
    public var index: String? { shape?.index }

    var shape: QueryShape? { zip(Self.allCases, Self.shapes).first { $0.0 == self }?.1 }
}

/// The access patterns of an entity that was not generated: none that have a name.
public enum NoAccessPattern: EntityAccessPattern {
    public static var shapes: [QueryShape] { [] }
    public init?(rawValue: String) { nil }
    public var rawValue: String { switch self {} }
}
