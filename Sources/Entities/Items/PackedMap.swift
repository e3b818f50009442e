/// A view of an item's, or a nested map's, packed attributes: sorted by the bytes of their names.
///
/// Valid only inside the closure that lent it.
@frozen @usableFromInline package struct PackedMap {
    /// The number of attributes.
    @usableFromInline package let count: Int
    /// At the first entry.
    @usableFromInline package let entries: PackedCursor

    /// The cursor is at the count, and its end is the map's.
    @inlinable package init(_ cursor: PackedCursor) {
        var cursor = cursor
        count = cursor.varint()
        entries = cursor
    }

    /// The body of a map.
    @inlinable package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.init(PackedCursor(bytes)) }

    /// The value of an attribute by the UTF-8 of its name, or `nil` if there is none; stops at the first greater name.
    @inlinable package subscript(name: UnsafeBufferPointer<UInt8>) -> PackedValue? {
        var cursor = entries
        while !cursor.isAtEnd {
            let order = byteOrder(cursor.takeCounted(), name)
            if order >= 0 { return order == 0 ? PackedValue(startingAt: cursor) : nil }
            cursor.skipValue()
        }
        return nil
    }

    /// The value of an attribute, or `nil` if there is none.
    @inlinable package subscript(name: String) -> PackedValue? {
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
    @frozen @usableFromInline package struct Entry {
        @usableFromInline package let name: UnsafeBufferPointer<UInt8>
        @usableFromInline package let value: PackedValue
        /// All of the entry: the name with its length, and the value.
        @usableFromInline package let bytes: UnsafeBufferPointer<UInt8>

        @inlinable init(
            name: UnsafeBufferPointer<UInt8>, value: PackedValue, bytes: UnsafeBufferPointer<UInt8>
        ) {
            self.name = name
            self.value = value
            self.bytes = bytes
        }

        /// The name as a string.
        package var nameText: String { String(utf8: name) }
    }

    @frozen @usableFromInline package struct Iterator: IteratorProtocol {
        @usableFromInline var cursor: PackedCursor

        @inlinable init(cursor: PackedCursor) { self.cursor = cursor }

        @inlinable package mutating func next() -> Entry? {
            guard !cursor.isAtEnd else { return nil }
            let start = cursor.at
            let name = cursor.takeCounted()
            let valueStart = cursor.at
            cursor.skipValue()
            return Entry(
                name: name,
                value: PackedValue(whole: UnsafeBufferPointer(start: valueStart, count: cursor.at - valueStart)),
                bytes: UnsafeBufferPointer(start: start, count: cursor.at - start))
        }
    }

    @inlinable package func makeIterator() -> Iterator { Iterator(cursor: entries) }

    @inlinable package var underestimatedCount: Int { count }
}
