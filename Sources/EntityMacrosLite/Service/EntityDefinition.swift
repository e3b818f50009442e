/// A kind of item: its attributes, as stored properties, and its access patterns.
///
/// ```swift
/// /// A person who writes.
/// struct Author: EntityDefinition {
///     let authorID = Attribute<String>()
///     let name     = Attribute<String>(.length(1...100))
///
///     var accessPatterns: AccessPatterns {
///         Primary("author", partition: "AUTHOR#\(authorID)", sort: "AUTHOR")
///     }
/// }
/// ```
///
/// The record that is generated has the name of the definition. Its `///` comments are carried over.
public protocol EntityDefinition {
    /// The ways in which items are found, the primary key among them.
    @AccessPatternsBuilder var accessPatterns: AccessPatterns { get }

    /// What items are told apart by in the table; the definition's type name unless given. Part of the stored data.
    var entityName: String { get }

    /// The version of the entity's model, "1" unless given. Items carry it where the service has a `versionAttribute`, and keys of the
    /// format ``KeyFormat/electroDB`` hold it, so that a new version does not see the items of an older one.
    var entityVersion: String { get }
    /// What several are called where a collection is read: the English plural of the type name, unless given.
    var pluralName: String { get }
}

extension EntityDefinition {
    public var entityName: String { String(describing: Self.self) }
    public var entityVersion: String { "1" }
    public var pluralName: String { EnglishPlural.of(String(describing: Self.self)) }
}
