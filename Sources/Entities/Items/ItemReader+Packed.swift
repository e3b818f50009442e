// Entries are sorted, so going forward answers everything that is asked for in order, absence included.
extension ItemReader {
    /// Goes to the entry with a name.
    func findEntryEarlier(_ name: UnsafeBufferPointer<UInt8>) -> ByteCursor? {
        guard let previous else { return nil }
        var cursor = value.cursor
        cursor.at = previous
        guard compareBytes(name, cursor.takeCounted()) <= 0 else { return nil }
        cursor.at = first
        while cursor.at < next {
            let order = compareBytes(cursor.takeCounted(), name)
            if order == 0 { return cursor }
            if order > 0 { return nil }
            cursor.skipPackedValue()
        }
        return nil
    }

    /// Goes to the entry with a name, or returns `false` if there is none.
    @inline(__always)
    mutating func findEntry(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        var cursor = value.cursor
        cursor.at = next
        while cursor.remaining > 0 {
            let entry = cursor.at
            let entryName = cursor.takeCounted()
            let isFound = equalBytes(entryName, name)
            if isFound {
                value.move(to: cursor)
            } else if compareBytes(entryName, name) > 0 {
                break
            }
            cursor.skipPackedValue()
            previous = entry
            next = cursor.at
            if isFound { return true }
        }
        // Not ahead; only a caller that does not ask in order finds it behind.
        guard let earlier = findEntryEarlier(name) else { return false }
        value.move(to: earlier)
        return true
    }
}
