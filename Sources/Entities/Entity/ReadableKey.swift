/// A primary key that can be read back from the key attributes of an item: all its parts stand in them unabridged.
public protocol ReadableKey: EntityKey, ItemDecodable {}

extension ReadableKey {
    /// The key that an item is stored under, from an item or from its key attributes alone.
    ///
    /// ```swift
    /// let key = try Article.Key(stored: ["pk": "TENANT#acme", "sk": "ARTICLE#01ARZ3NDEKTSV4RRFFQ69G5FAV"])
    /// ```
    /// - Throws: `AttributeError` where the attributes are missing, or are no key of this entity.
    public init(stored item: EncodedItem) throws(AttributeError) {
        self = try item.decode()
        // A text that another key would be written as is none of this entity's, even if it can be read.
        for (name, value) in try EncodedItem(self).attributes where item[name] != value {
            throw AttributeError(.invalidValue, path: name, reason: "the text is not how the key \(self) is written")
        }
    }
}

extension Entity where Key: ReadableKey {
    /// Whether an item, or the key attributes of one, are stored under a key of this entity.
    public static func ownsKey(of item: EncodedItem) -> Bool { (try? Key(stored: item)) != nil }
}

extension Entity {
    /// Whether an item says that it is a record of this entity.
    public static func owns(_ item: EncodedItem) -> Bool {
        schema.owns(item)
    }
}
