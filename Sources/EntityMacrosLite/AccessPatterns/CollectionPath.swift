/// The collections that an access pattern belongs to: one, or a path of sub-collections, the widest first.
///
/// ```swift
/// Index("byAuthor", on: .gsi1, partition: [authorID], sort: [publishedAt], collection: "authored")
/// Index("byAuthor", on: .gsi1, partition: [authorID], sort: [publishedAt], collection: ["authored", "pieces"])
/// ```
public struct CollectionPath: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    package let names: [String]

    public init(stringLiteral value: String) { names = [value] }
    public init(arrayLiteral elements: String...) { names = elements }
}
