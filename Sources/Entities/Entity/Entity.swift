/// A record type that the generator made from an entity definition.
public protocol Entity: Hashable, ItemEncodable, ItemDecodable, LookupSource where LookupRecord == Self {
    /// The attributes that identify a record.
    associatedtype Key: EntityKey
    /// What `create`, `put` and `upsert` take: the attributes without those that have a value of their own accord.
    associatedtype Draft: EntityDraft
    /// What `where` and `if` see.
    associatedtype Fields: FieldSet
    /// What updates see: a `ChangeSet`, where there are any.
    associatedtype Changes: Sendable
    /// The ways in which records are found.
    associatedtype AccessPattern: EntityAccessPattern = NoAccessPattern
    /// Whether the records are a tenant's each; `TenantEntity` says so.
    associatedtype TenantScope = NoTenancy

    static var schema: EntitySchema { get }
    /// The changes that every update makes: version, modification time, and the index keys that the time is in.
    static func automaticChanges(for key: Key) -> [Change]
    /// The changes that give an item the attributes which its primary key is made of: what an update that creates an item sets besides.
    static func keyChanges(for key: Key) -> [Change]

    /// The record that a draft describes: defaults, identifiers and times filled in from `Generators.current`.
    init(_ draft: Draft)
    /// What identifies this record.
    var key: Key { get }
    /// Checks the values against the rules of the definition.
    func validate(_ rules: inout RuleCheck)
    /// The unique values that this record holds.
    var uniqueClaims: [UniqueClaim] { get }
    /// Where the copy of this record is kept, of an entity that keeps its history.
    var revisionSortKey: KeyText? { get }
    /// The lease that this record has, of a `LeasedEntity`.
    var heldLease: Lease? { get }
}

extension Entity {
    public static func automaticChanges(for key: Key) -> [Change] { [] }
    public static func keyChanges(for key: Key) -> [Change] { [] }
    public func validate(_ rules: inout RuleCheck) {}
    public var uniqueClaims: [UniqueClaim] { [] }
    public var revisionSortKey: KeyText? { nil }
    public var heldLease: Lease? { nil }
}

/// An entity with an attribute for optimistic locking.
public protocol VersionedEntity: Entity {
    var version: Int { get }
}

/// An entity that can be upserted from its draft alone: no optional or defaulted attribute is part of a key.
public protocol UpsertableEntity: Entity {}

/// The primary key of a record: writes the key attributes of the table.
public protocol EntityKey: Hashable, ItemEncodable {}

/// The input of `create`, `put` and `upsert`.
public protocol EntityDraft: Sendable {
    /// The stored names of attributes that the draft leaves to their defaults; an upsert does not change them in an item that
    /// exists.
    var omitted: [String] { get }
}

extension EntityDraft {
    public var omitted: [String] { [] }
}

/// The typed fields of an entity, for conditions.
public protocol FieldSet: Sendable {
    init()
}

/// The typed changes of an entity, for updates.
public protocol ChangeSet: Sendable {
    associatedtype Key: EntityKey
    init(key: Key)
}
