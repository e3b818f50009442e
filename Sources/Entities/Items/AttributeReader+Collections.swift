extension AttributeReader {
    /// Reads a list (L): calls `element` for each element, in order.
    ///
    /// What the closure does not read is skipped.
    /// - Throws: `AttributeError` if the value is no list, or what `element` throws, with the element's position.
    public mutating func list(
        _ element: (inout AttributeReader) throws(AttributeError) -> Void
    ) throws(AttributeError) {
        var elements = try listElements()
        while try elements.next() {
            do throws(AttributeError) {
                try element(&elements.value)
            } catch {
                throw error.inside(element: elements.position)
            }
        }
        try close(elements)
    }

    /// Reads a set (SS, NS, BS): calls `element` for each element; DynamoDB gives them no order.
    ///
    /// - Throws: `AttributeError` if the value is no set, or what `element` throws, with the element's position.
    public mutating func set(
        _ element: (inout AttributeReader) throws(AttributeError) -> Void
    ) throws(AttributeError) {
        var elements = try setElements()
        while try elements.next() {
            do throws(AttributeError) {
                try element(&elements.value)
            } catch {
                throw error.inside(element: elements.position)
            }
        }
        try close(elements)
    }

    /// A reader for what this value holds.
    func nested(_ element: PackedTag?) throws(AttributeError) -> AttributeReader {
        AttributeReader(at: cursor, format: format, index: index, depth: try nestedDepth(), element: element)
    }

    /// The depth of what this value holds; an error where DynamoDB allows none. Packed bytes are not checked again.
    private func nestedDepth() throws(AttributeError) -> UInt8 {
        guard isJSON else { return depth }
        guard Int(depth) <= AttributeReader.maximumDepth else { throw .tooDeep }
        return depth + 1
    }

    /// The number of elements or entries, where it can be known without reading them all: in packed bytes, and for sets.
    /// Otherwise 0.
    public var underestimatedCount: Int {
        guard element == nil else { return 0 }
        var cursor = cursor
        if isJSON {
            if cursor.skipTypedValuePrefix(of: .list) { return 0 }
            guard let tag = try? cursor.openTypedValue(), tag.element != nil else { return 0 }
            return cursor.countOfTexts()
        }
        switch cursor.tag() {
        case .stringSet, .numberSet, .binarySet, .list, .map:
            _ = cursor.varint()
            return cursor.varint()
        default: return 0
        }
    }

    /// Reads a map (M): calls `entry` for each entry with its name.
    ///
    /// - Throws: `AttributeError` if the value is no map, or what `entry` throws, with the entry's name.
    public mutating func map(
        _ entry: (String, inout AttributeReader) throws(AttributeError) -> Void
    ) throws(AttributeError) {
        var cursor = cursor
        try open(&cursor, .map)
        var reader = try nested(nil)
        try reader.entries(&cursor, entry)
        try close(cursor)
    }

    /// Reads the entries of a map or an item; the cursor is before them and then behind the end.
    mutating func entries(
        _ cursor: inout ByteCursor, _ entry: (String, inout AttributeReader) throws(AttributeError) -> Void
    ) throws(AttributeError) {
        if isJSON {
            guard try cursor.enter(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return }
            repeat {
                let text = try cursor.quotedText()
                let name = try cursor.string(text)
                try cursor.colon()
                move(to: cursor)
                do throws(AttributeError) { try entry(name, &self) } catch { throw error.inside(name) }
                cursor.at = try end()
            } while try cursor.next(UInt8(ascii: "}"))
        } else {
            _ = cursor.varint()
            for _ in 0..<cursor.varint() {
                let name = String(utf8: cursor.takeCounted())
                move(to: cursor)
                do throws(AttributeError) { try entry(name, &self) } catch { throw error.inside(name) }
                cursor.at = try end()
            }
        }
    }

    /// Reads a string set (SS).
    public mutating func stringSet() throws(AttributeError) -> Set<String> {
        if let strings = quickStringSet() { return strings }
        return try scalars(.stringSet) { element throws(AttributeError) in try element.string() }
    }

    /// Reads a string set by a short cut; has not moved where it returns `nil`.
    @usableFromInline
    mutating func quickStringSet() -> Set<String>? { isJSON ? plainStringSet() : packedStringSet() }

    private mutating func packedStringSet() -> Set<String>? {
        guard element == nil, cursor.remaining > 0 else { return nil }
        let value = PackedValue(startingAt: cursor.packed)
        guard value.tag == .stringSet, let texts = value.set else { return nil }
        var set = Set<String>(minimumCapacity: texts.count)
        for text in texts { set.insert(String(utf8: text)) }
        next = cursor.at + value.bytes.count
        return set
    }

    /// Reads a number set (NS).
    public mutating func numberSet() throws(AttributeError) -> Set<Number> {
        try scalars(.numberSet) { element throws(AttributeError) in try element.number() }
    }

    /// Reads a binary set (BS).
    public mutating func binarySet() throws(AttributeError) -> Set<[UInt8]> {
        try scalars(.binarySet) { element throws(AttributeError) in try element.binary() }
    }

    @inline(__always)
    private mutating func scalars<Element: Hashable>(
        _ expected: PackedTag, _ read: (inout AttributeReader) throws(AttributeError) -> Element
    ) throws(AttributeError) -> Set<Element> {
        let found = try tag()
        guard found == expected else { throw mismatch(expected, found) }
        var elements = Set<Element>(minimumCapacity: underestimatedCount)
        try set { element throws(AttributeError) in elements.insert(try read(&element)) }
        return elements
    }

    /// Reads a map (M) as a record.
    ///
    /// - Throws: `AttributeError` if the value is no map, or what the record throws.
    @inlinable
    public mutating func item<T: ItemDecodable>(_ type: T.Type = T.self) throws(AttributeError) -> T {
        var reader = try itemReader()
        // A conversion may go on after an error with another type: what was noted must not stay.
        defer { reader.forgetMembers() }
        let item = try reader.record(T.self)
        try close(reader)
        return item
    }

    /// Enters a map (M).
    @usableFromInline
    func itemReader() throws(AttributeError) -> ItemReader {
        var cursor = cursor
        try open(&cursor, .map)
        let depth = try nestedDepth()
        guard !isJSON else { return try ItemReader(json: cursor, index: index, depth: depth) }
        let length = cursor.varint()
        let map = ByteCursor(at: cursor.at, end: cursor.at + cursor.take(length).count, start: cursor.start)
        return ItemReader(packed: map, depth: depth)
    }

    /// Leaves a map that was read as a record.
    @usableFromInline
    mutating func close(_ reader: borrowing ItemReader) throws(AttributeError) {
        var cursor = cursor
        cursor.at = reader.end
        try close(cursor)
    }
}
