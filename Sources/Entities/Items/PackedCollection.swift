/// A map or set while it is written into bytes: counts the entries and brings them into canonical form at the end.
///
/// Entries that arrive in order, as generated code writes them, are only compared with their predecessor.
struct PackedCollection {
    enum Kind { case map, set }

    /// Where the placeholder of the count is. The entries follow it.
    private let start: Int
    private let kind: Kind
    private(set) var count = 0
    /// The key of the last entry: an offset and a length.
    private var last = (offset: 0, count: 0)
    /// Whether every key was above the one before it.
    private var isAscending = true

    /// Reserves the place for the count.
    init(_ kind: Kind, in bytes: inout some (ByteSink & ~Copyable)) {
        self.kind = kind
        start = bytes.count
        bytes.append(0)
    }

    /// Notes that an entry begins whose key are the last `keyCount` bytes written.
    @inline(__always)
    mutating func noteKey(count keyCount: Int, in bytes: borrowing some (ByteSink & ~Copyable)) {
        let offset = bytes.count - keyCount
        if count > 0, isAscending {
            isAscending = bytes.withBytes { all in
                byteOrder(
                    UnsafeBufferPointer(rebasing: all[last.offset..<(last.offset + last.count)]),
                    UnsafeBufferPointer(rebasing: all[offset...])) < 0
            }
        }
        last = (offset, keyCount)
        count += 1
    }

    /// Takes back the entry that began last; it must have been cut off the bytes.
    mutating func dropLast() {
        count -= 1
        // The key before is not known any more, so the order is established at the end.
        isAscending = count == 0
    }

    /// Sorts the entries if needed and writes the count.
    ///
    /// Elements of a set that are there twice are dropped.
    /// - Throws: `AttributeError.duplicate` if two entries of a map have the same name.
    mutating func finish(in bytes: inout some (ByteSink & ~Copyable)) throws(AttributeError) {
        if !isAscending { try sort(&bytes) }
        bytes.setVarint(count, at: start)
    }

    private struct Entry {
        let key: UnsafeBufferPointer<UInt8>
        let all: UnsafeBufferPointer<UInt8>
    }

    private mutating func sort(_ bytes: inout some (ByteSink & ~Copyable)) throws(AttributeError) {
        let (first, kind, expected) = (start + 1, kind, count)
        let length = bytes.count - first
        // Small ones take no memory but the stack's.
        count = try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { copy throws(AttributeError) in
            bytes.withBytes { all in _ = copy.initialize(fromContentsOf: all[first...]) }
            let content = UnsafeBufferPointer(rebasing: copy[..<length])
            return try withUnsafeTemporaryAllocation(of: Entry.self, capacity: expected) {
                entries throws(AttributeError) in
                var (cursor, found) = (ByteCursor(content), 0)
                while cursor.remaining > 0, found < expected {
                    let start = cursor.at
                    let key = cursor.takeCounted()
                    if kind == .map { cursor.skipPackedValue() }
                    let all = UnsafeBufferPointer(start: start, count: cursor.at - start)
                    entries.initializeElement(at: found, to: Entry(key: key, all: all))
                    found += 1
                }
                var sorted = UnsafeMutableBufferPointer(rebasing: entries[..<found])
                sorted.sort { byteOrder($0.key, $1.key) < 0 }
                bytes.truncate(to: first)
                var kept = 0
                for index in 0..<found {
                    if index > 0, equalBytes(sorted[index - 1].key, sorted[index].key) {
                        if kind == .set { continue }
                        throw AttributeError(
                            .duplicate, path: String(utf8: sorted[index].key),
                            reason: "the attribute is there twice")
                    }
                    bytes.append(contentsOf: sorted[index].all)
                    kept += 1
                }
                return kept
            }
        }
    }
}
