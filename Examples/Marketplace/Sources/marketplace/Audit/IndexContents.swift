import Entities

/// What is in an index, or should be. A million items are compared by their hashes: that two differ and have the same one is less likely
/// than that the computer errs.
struct IndexContents: Sendable {
    /// The hashes of items, by those of their primary keys and keys in the index.
    private var items: [Int: Int] = [:]

    var count: Int { items.count }

    mutating func enter(_ keys: [String], _ item: EncodedItem) {
        items[Self.hash(keys, item)] = item.hashValue
    }

    func joined(_ other: IndexContents) -> IndexContents {
        var whole = self
        whole.items.merge(other.items) { _, last in last }
        return whole
    }

    /// Whether the item is in it, as it is.
    func holds(_ keys: [String], _ item: EncodedItem) -> Bool {
        items[Self.hash(keys, item)] == item.hashValue
    }

    private static func hash(_ keys: [String], _ item: EncodedItem) -> Int {
        var hasher = Hasher()
        hasher.combine(keys)
        hasher.combine(item["pk"])
        hasher.combine(item["sk"])
        return hasher.finalize()
    }
}
