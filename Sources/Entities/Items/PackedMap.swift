/// A view of an item's, or a nested map's, packed attributes: sorted by the bytes of their names.
///
/// Valid only inside the closure that lent it.
package struct PackedMap {
    /// The number of attributes.
    package let count: Int
    /// At the first entry.
    let entries: ByteCursor

    /// The cursor is at the count, and its end is the map's.
    init(_ cursor: ByteCursor) {
        var cursor = cursor
        count = cursor.varint()
        entries = cursor
    }

    /// The value of an attribute by the UTF-8 of its name, or `nil` if there is none; stops at the first greater name.
    package subscript(name: UnsafeBufferPointer<UInt8>) -> PackedValue? {
        var cursor = entries
        while cursor.remaining > 0 {
            let order = compareBytes(cursor.takeCounted(), name)
            if order > 0 { return nil }
            if order == 0 { return PackedValue(startingAt: cursor) }
            cursor.skipPackedValue()
        }
        return nil
    }

    /// The value of an attribute, or `nil` if there is none.
    package subscript(name: String) -> PackedValue? {
        let found: PackedValue?? = name.utf8.withContiguousStorageIfAvailable { self[$0] }
        return found ?? Array(name.utf8).withUnsafeBufferPointer { self[$0] }
    }

    /// The map's size by DynamoDB's rules: the names and values, without the overhead that a map as a value has.
    package var sizeInBytes: Int {
        var size = 0
        for entry in self { size += entry.name.count + entry.value.sizeInBytes }
        return size
    }
}

extension PackedMap: Sequence {
    /// An attribute: its name's UTF-8 and its value.
    package struct Entry {
        package let name: UnsafeBufferPointer<UInt8>
        package let value: PackedValue

        /// The name as a string.
        package var nameText: String { String(utf8: name) }

        /// All of the entry: the name with its length, and the value.
        let bytes: UnsafeBufferPointer<UInt8>
    }

    package struct Iterator: IteratorProtocol {
        var cursor: ByteCursor

        package mutating func next() -> Entry? {
            guard cursor.remaining > 0 else { return nil }
            let start = cursor.at
            let name = cursor.takeCounted()
            let value = PackedValue(startingAt: cursor)
            cursor.at += value.bytes.count
            return Entry(
                name: name, value: value, bytes: UnsafeBufferPointer(start: start, count: cursor.at - start))
        }
    }

    package func makeIterator() -> Iterator { Iterator(cursor: entries) }

    package var underestimatedCount: Int { count }
}
