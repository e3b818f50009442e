/// A table, and the entities that live in it.
///
/// ```swift
/// struct CMS: ServiceDefinition {
///     let name = "cms"
///     let table = Table("cms", partitionKey: "pk", sortKey: "sk")
///     var entities: EntityList { Article(); Author() }
/// }
/// ```
public protocol ServiceDefinition {
    /// The service's name. A composite partition key without attributes consists of it.
    var name: String { get }

    /// The table that holds the items.
    var table: Table { get }

    /// The kinds of items.
    @EntityListBuilder var entities: EntityList { get }

    /// How composite keys are written; ``KeyFormat/native`` unless given.
    var keyFormat: KeyFormat { get }

    /// The attribute that every item carries its entity's name in; `_entity` unless given.
    var entityAttribute: String { get }
}

extension ServiceDefinition {
    public var keyFormat: KeyFormat { .native }
    public var entityAttribute: String { "_entity" }
}

/// How the text of a composite key is derived from its attributes.
public struct KeyFormat: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case native
    }

    package let kind: Kind

    /// Partition: `name#value` for each attribute, joined by `#`. Sort: the entity's name, then the values, joined by `#`.
    public static let native = KeyFormat(kind: .native)
}
