// The requests for one record by its whole key: what generated code calls, and what fits where a key is at hand.

extension Entity where Changes: ChangeSet, Changes.Key == Key {
    /// Changes the record with this key; nothing happens where there is none.
    public static func update(_ key: Key, @ChangeBuilder _ changes: (Changes) -> [Change]) -> Update<Self> {
        Update(key, changes(Changes(key: key)))
    }

    /// Changes the record with this key, which must exist.
    public static func patch(_ key: Key, @ChangeBuilder _ changes: (Changes) -> [Change]) -> Patch<Self> {
        Patch(key, changes(Changes(key: key)))
    }
}

extension Entity {
    /// Demands something of the record with this key, which a transaction does not change.
    public static func check(_ key: Key, _ condition: (Fields) -> Condition) -> Check<Self> {
        Check(key, condition(Fields()))
    }
}

extension KeyDeletableEntity {
    /// Deletes the record with this key; nothing happens where there is none.
    public static func delete(_ key: Key) -> Delete<Self> { Delete(key) }

    /// Deletes the record with this key, which must exist.
    public static func remove(_ key: Key) -> Remove<Self> { Remove(key) }
}
