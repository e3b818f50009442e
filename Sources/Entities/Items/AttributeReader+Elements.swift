extension AttributeReader {
    /// Goes through the elements of a list or set.
    @usableFromInline
    struct Elements: ~Copyable {
        /// At the current element.
        @usableFromInline var value: AttributeReader
        /// The current element's position.
        @usableFromInline var position = -1
        /// At the list's start, then behind the element before the current one, in the end behind the list.
        var cursor: ByteCursor
        /// The elements to come; packed bytes only.
        private var remaining = 0

        init(_ value: consuming AttributeReader, at cursor: ByteCursor) {
            self.cursor = cursor
            self.value = value
            if !self.value.isJSON {
                _ = self.cursor.varint()
                remaining = self.cursor.varint()
            }
        }

        /// Goes to the next element, or returns `false` if there is none.
        @usableFromInline
        mutating func next() throws(AttributeError) -> Bool {
            if position >= 0 { cursor.at = try value.end() }
            if value.isJSON {
                let hasElement =
                    position < 0
                    ? try cursor.enter(UInt8(ascii: "["), UInt8(ascii: "]")) : try cursor.next(UInt8(ascii: "]"))
                guard hasElement else { return false }
            } else {
                guard remaining > 0 else { return false }
                remaining -= 1
            }
            position += 1
            value.move(to: cursor)
            return true
        }
    }

    /// Enters a list (L).
    @usableFromInline
    func listElements() throws(AttributeError) -> Elements {
        var cursor = cursor
        try open(&cursor, .list)
        return Elements(try nested(nil), at: cursor)
    }

    /// Enters a set (SS, NS, BS).
    @usableFromInline
    func setElements() throws(AttributeError) -> Elements {
        guard element == nil else { throw .mismatch(expected: "SS, NS or BS", found: "\(try type)") }
        var cursor = cursor
        let found = isJSON ? try cursor.openTypedValue() : cursor.tag()
        guard let tag = found.element else {
            throw .mismatch(expected: "SS, NS or BS", found: found.descriptor.description)
        }
        return Elements(try nested(tag), at: cursor)
    }

    /// Leaves a list or set whose elements have all been gone through.
    @usableFromInline
    mutating func close(_ elements: borrowing Elements) throws(AttributeError) { try close(elements.cursor) }
}
