/// What a lookup reads first: the entries of an index in a type of their own, or, where there is none, nothing but their keys.
public protocol LookupSource: Hashable, Sendable, SendableMetatype {
    /// The records whose keys the entries hold.
    associatedtype LookupRecord: Entity
}

/// What an index that does not hold whole items holds of a record; made by the generator.
public protocol IndexEntry: LookupSource, ItemDecodable {
    /// What `where` sees: the attributes that the index holds, without its own keys, which DynamoDB does not filter by.
    associatedtype Fields: FieldSet = NoFields

    /// Whether an entry belongs to the entity, as far as that can be told from its keys.
    static func isOwn(_ entry: EncodedItem) -> Bool
}

extension IndexEntry {
    public static func isOwn(_ entry: EncodedItem) -> Bool { true }
}

extension IndexEntry where LookupRecord.Key: ReadableKey {
    public static func isOwn(_ entry: EncodedItem) -> Bool { LookupRecord.ownsKey(of: entry) }
}

/// Nothing to filter by.
public struct NoFields: FieldSet {
    public init() {}
}
