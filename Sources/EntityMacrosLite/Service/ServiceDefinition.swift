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

    /// The attribute that every item carries its entity's name in; `_entity` unless given, or `__edb_e__` in ElectroDB's format.
    var entityAttribute: String { get }
    /// The attribute that every item carries its entity's version in; none unless given, or `__edb_v__` in ElectroDB's format.
    var versionAttribute: String? { get }

    /// What the schema deliberately does not support, and what to do instead; nothing unless given. A sentence in Markdown each, for the
    /// page that `document` writes: `"Search by text: hand it off to a search engine, from the stream."`
    var unsupported: [String] { get }
}

extension ServiceDefinition {
    public var keyFormat: KeyFormat { .native }
    public var entityAttribute: String { keyFormat == .native ? "_entity" : "__edb_e__" }
    public var versionAttribute: String? { keyFormat == .native ? nil : "__edb_v__" }
    public var unsupported: [String] { [] }
}

/// How the text of a composite key is derived from its attributes.
public struct KeyFormat: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case native
        case electroDB
        case electroDBBeta
    }

    package let kind: Kind

    /// Partition: `name#value` for each attribute, joined by `#`. Sort: the entity's name, then the values, joined by `#`.
    public static let native = KeyFormat(kind: .native)

    /// The keys and identifiers of ElectroDB 3, to the byte, so that programs with either library can share a table.
    ///
    /// Values stand in keys as JavaScript writes them: nothing is escaped, numbers have no fixed width unless they are `.padded`, and
    /// the whole text is lower-cased unless the template says otherwise with ``KeyTemplate/casing(_:_:)``.
    public static let electroDB = KeyFormat(kind: .electroDB)

    /// ElectroDB's format for models that name service, entity and version outside of `model`: the version stands in the partition key.
    public static let electroDBBeta = KeyFormat(kind: .electroDBBeta)
}
