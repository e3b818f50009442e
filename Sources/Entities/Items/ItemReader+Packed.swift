// Entries are sorted, so going forward answers everything that is asked for in order, absence included.
extension ItemReader {
    /// Goes to the entry with a name.
    func findEntryEarlier(_ name: UnsafeBufferPointer<UInt8>) -> ByteCursor? {
        guard let previous else { return nil }
        var cursor = value.cursor
        cursor.at = previous
        guard byteOrder(name, cursor.takeCounted()) <= 0 else { return nil }
        cursor.at = first
        while cursor.at < next {
            let order = byteOrder(cursor.takeCounted(), name)
            if order == 0 { return cursor }
            if order > 0 { return nil }
            cursor.skipPackedValue()
        }
        return nil
    }

    /// Goes to the entry with a name, or returns `false` if there is none.
    mutating func findEntry(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        // Only a caller that does not ask in order finds one behind.
        guard let entry = entryAhead(name) ?? findEntryEarlier(name) else { return false }
        value.move(to: entry)
        return true
    }

    /// At the value of the entry with a name, if it is ahead; it is stepped over, like those before it.
    @inline(__always)
    mutating func entryAhead(_ name: UnsafeBufferPointer<UInt8>) -> ByteCursor? {
        var cursor = value.cursor
        cursor.at = next
        while cursor.remaining > 0 {
            let entry = cursor.at
            let entryName = cursor.takeCounted()
            let found = cursor
            let isFound = equalBytes(entryName, name)
            if !isFound, byteOrder(entryName, name) > 0 { return nil }
            cursor.skipPackedValue()
            previous = entry
            next = cursor.at
            if isFound { return found }
        }
        return nil
    }
}
