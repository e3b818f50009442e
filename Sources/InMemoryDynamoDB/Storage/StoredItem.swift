import Entities

/// An item as a table holds it.
///
/// The table and all its indexes share one of these per item, so that a write which leaves an item's index keys alone needs to
/// touch no index. Only used by who has the lock of the item's partition (see `TableStore`), which is what the unchecked accesses rest
/// on; what leaves the lock is the immutable `EncodedItem`.
final class StoredItem {
    @exclusivity(unchecked) private(set) var item: EncodedItem
    /// Where the primary key stands in `item`.
    @exclusivity(unchecked) private var places: KeyPlaces
    @exclusivity(unchecked) private var storedSize: UInt32

    /// - Parameters:
    ///   - size: by DynamoDB's rules.
    ///   - places: of the table's key; where it is only an index, an order of expiry, that is held, they are not asked for.
    init(_ item: EncodedItem, size: Int, places: KeyPlaces = KeyPlaces()) {
        self.item = item
        self.places = places
        storedSize = UInt32(truncatingIfNeeded: size)
    }

    /// The item's size by DynamoDB's rules, in bytes. Kept, since every page, limit and capacity figure needs it.
    var size: Int { Int(storedSize) }

    /// Puts another item with the same key in the place of this one.
    func replace(with item: EncodedItem, size: Int, places: KeyPlaces) {
        self.item = item
        self.places = places
        storedSize = UInt32(truncatingIfNeeded: size)
    }

    /// The places of the key, for whoever makes another item of this one.
    var keyPlaces: KeyPlaces { places }

    func hasKey(_ key: KeyView) -> Bool {
        item.bytes.withUnsafeBufferPointer { bytes in
            places.partition != 0 && Self.isContent(key.partition, at: places.partition, in: bytes)
                && (places.sort == 0 || Self.isContent(key.sort, at: places.sort, in: bytes))
        }
    }

    /// The cursor traps where a place leads out of the bytes, which it cannot: both were found together.
    private static func isContent(
        _ content: UnsafeBufferPointer<UInt8>, at place: UInt32, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var cursor = PackedCursor(bytes)
        cursor.at += Int(place)
        return byteOrder(cursor.takeCounted(), content) == 0
    }
}

/// Where the contents of a primary key stand in an item's bytes: offsets of their lengths. 0 where there is none, since every item
/// begins with its count.
struct KeyPlaces {
    var partition: UInt32 = 0
    var sort: UInt32 = 0
}
