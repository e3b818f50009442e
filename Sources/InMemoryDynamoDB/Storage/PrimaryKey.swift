import Entities

/// A table's primary key, ready to be looked for in packed items.
///
/// Sendable since the names, which it owns, never change.
final class PrimaryKey: @unchecked Sendable {
    /// A key attribute.
    private struct Part {
        let name: UnsafeBufferPointer<UInt8>
        let tag: UInt8
        let maximumSize: Int

        init(_ component: KeyLayout.Component, maximumSize: Int) {
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: component.utf8.count)
            _ = copy.initialize(fromContentsOf: component.utf8)
            name = UnsafeBufferPointer(copy)
            tag = component.tag.rawValue
            self.maximumSize = component.tag == .number ? .max : maximumSize
        }

        @inline(__always)
        func isNamed(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
            name.count == other.count && byteOrder(name, other) == 0
        }

        /// The content of the attribute where the cursor is; `nil` for a value of another type.
        @inline(__always)
        func content(_ cursor: PackedCursor) -> UnsafeBufferPointer<UInt8>? {
            var cursor = cursor
            return cursor.byte() == tag ? cursor.takeCounted() : nil
        }

        @inline(__always)
        func allows(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
            !content.isEmpty && content.count <= maximumSize
        }
    }

    private let partition: Part
    private let sort: Part?

    /// `nil` for a key that is none of a table: of several attributes each.
    init?(_ layout: KeyLayout) {
        guard layout.partition.count == 1, layout.sort.count <= 1 else { return nil }
        partition = Part(layout.partition[0], maximumSize: Limits.partitionKeySize)
        sort = layout.sort.first.map { Part($0, maximumSize: Limits.sortKeySize) }
    }

    deinit {
        partition.name.deallocate()
        sort?.name.deallocate()
    }

    /// A key and where it stands.
    struct Found {
        let view: KeyView
        let places: KeyPlaces
    }

    /// What the service orders the partition by.
    func hash(_ view: KeyView) -> UInt64 {
        guard partition.tag == PackedTag.number.rawValue else { return PartitionHash.hash(view.partition) }
        var number: [UInt8] = []
        PartitionHash.appendNumber(view.partition, to: &number)
        return PartitionHash.hash(number)
    }

    /// The key of a request; `nil` where that is not exactly the key, or one that no item can have.
    func find(ofKey bytes: UnsafeBufferPointer<UInt8>) -> Found? {
        var cursor = PackedCursor(bytes)
        guard cursor.varint() == (sort == nil ? 1 : 2), let found = find(in: bytes), allows(found.view) else {
            return nil
        }
        return found
    }

    /// Whether none of the key's values is empty or too long.
    func allows(_ view: KeyView) -> Bool {
        partition.allows(view.partition) && (sort?.allows(view.sort) ?? true)
    }

    /// The key of an item; `nil` where it has none.
    func find(in bytes: UnsafeBufferPointer<UInt8>) -> Found? {
        var (cursor, search) = (PackedCursor(bytes), Search())
        let start = cursor.at
        _ = cursor.varint()
        while !cursor.isAtEnd {
            let name = cursor.takeCounted()
            guard look(name, at: cursor, from: start, &search) else { return nil }
            cursor.skipValue()
        }
        return found(search)
    }

    // MARK: While others look at the item, too

    /// What has been found of a key.
    struct Search {
        fileprivate var partition = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        fileprivate var sort = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        fileprivate var places = KeyPlaces()
    }

    /// Looks whether an attribute is one of the key's.
    /// - Parameters:
    ///   - cursor: at its value.
    ///   - start: of the item's bytes.
    /// - Returns: `false` where it is, and has another type.
    @inline(__always)
    func look(
        _ name: UnsafeBufferPointer<UInt8>, at cursor: PackedCursor, from start: UnsafePointer<UInt8>,
        _ search: inout Search
    ) -> Bool {
        if partition.isNamed(name) {
            guard let content = partition.content(cursor) else { return false }
            search.partition = content
            search.places.partition = UInt32(truncatingIfNeeded: cursor.at + 1 - start)
        } else if let sort, sort.isNamed(name) {
            guard let content = sort.content(cursor) else { return false }
            search.sort = content
            search.places.sort = UInt32(truncatingIfNeeded: cursor.at + 1 - start)
        }
        return true
    }

    /// The key, once all attributes have been looked at.
    @inline(__always)
    func found(_ search: Search) -> Found? {
        guard search.places.partition != 0, (sort == nil) == (search.places.sort == 0) else { return nil }
        return Found(view: KeyView(partition: search.partition, sort: search.sort), places: search.places)
    }

    /// Whether an attribute is part of the key.
    func contains(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        partition.isNamed(name) || (sort?.isNamed(name) ?? false)
    }
}
