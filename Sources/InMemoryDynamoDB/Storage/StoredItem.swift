import Entities

/// An item as a table holds it.
///
/// The table and all its indexes share one of these per item, so that a write which leaves an item's index keys alone needs to
/// touch no index. Only used while the table is locked; what leaves the lock is the immutable `EncodedItem`.
final class StoredItem {
    var item: EncodedItem
    /// The item's size by DynamoDB's rules, in bytes. Kept, since every page, limit and capacity figure needs it.
    var size: Int

    init(_ item: EncodedItem, size: Int) {
        self.item = item
        self.size = size
    }
}
