extension AttributeWriter {
    /// Writes a set of strings (SS).
    ///
    /// - Throws: `AttributeError.emptySet`.
    public mutating func stringSet(_ elements: some Collection<String>) throws(AttributeError) {
        guard !elements.isEmpty else { throw .emptySet }
        try writeSet(.stringSet, elements) { element, bytes in bytes.appendCounted(element) }
    }

    @usableFromInline
    mutating func set(of strings: Set<String>) throws(AttributeError) { try stringSet(strings) }

    /// Writes a set of numbers (NS).
    ///
    /// - Throws: `AttributeError.emptySet`.
    public mutating func numberSet(_ elements: some Collection<Number>) throws(AttributeError) {
        guard !elements.isEmpty else { throw .emptySet }
        try writeSet(.numberSet, elements) { element, bytes in bytes.appendCounted(element) }
    }

    /// Writes a set of binary values (BS).
    ///
    /// - Throws: `AttributeError.emptySet`.
    public mutating func binarySet(_ elements: some Collection<[UInt8]>) throws(AttributeError) {
        guard !elements.isEmpty else { throw .emptySet }
        try writeSet(.binarySet, elements) { element, bytes in
            element.withUnsafeBufferPointer { bytes.appendCounted($0) }
        }
    }

    /// Writes a set of values that are each written as the same of S, N and B.
    ///
    /// - Throws: `AttributeError.emptySet`; `AttributeError.typeMismatch` if an element is something else.
    public mutating func set<Element: AttributeConvertible>(
        _ elements: some Collection<Element>
    ) throws(AttributeError) {
        guard !elements.isEmpty else { throw .emptySet }
        begin(.stringSet)
        let frame = beginFrame()
        defer { start = frame.start }
        var collection = PackedCollection(.set, in: &bytes)
        var common: PackedTag?
        for element in elements {
            let position = bytes.count
            start = position
            try element.write(to: &self)
            try checkWritten()
            guard let tag = PackedTag(rawValue: bytes[position]), tag.isScalarKey, common == nil || common == tag else {
                throw AttributeError(
                    .typeMismatch, reason: "the elements of a set must all be S, all be N or all be B")
            }
            common = tag
            // In a set the element's type is not repeated.
            bytes.remove(at: position)
            collection.noteKey(count: keyCount(at: position), in: bytes)
        }
        try collection.finish(in: &bytes)
        endFrame(frame)
        if let set = common?.set { bytes[frame.start] = set.rawValue }
    }

    /// The length of the key that is the last thing written, with its length in front at `position`.
    private func keyCount(at position: Int) -> Int {
        bytes.withBytes { all in
            var cursor = ByteCursor(UnsafeBufferPointer(rebasing: all[position...]))
            return cursor.varint()
        }
    }

    /// Writes a set, even an empty one: that DynamoDB has none is for the executor to say.
    mutating func writeSet<Elements: Collection>(
        _ tag: PackedTag, _ elements: Elements, _ append: (Elements.Element, inout ByteBuffer) -> Void
    ) throws(AttributeError) {
        begin(tag)
        let frame = beginFrame()
        var collection = PackedCollection(.set, in: &bytes)
        for element in elements {
            let position = bytes.count
            append(element, &bytes)
            collection.noteKey(count: keyCount(at: position), in: bytes)
        }
        try collection.finish(in: &bytes)
        endFrame(frame)
    }

    /// Writes a list (L) whose elements a closure writes.
    ///
    /// - Parameter element: Is called for each position and writes exactly one value.
    /// - Throws: What the closure throws, with the element's position.
    public mutating func list(
        count: Int, _ element: (Int, inout AttributeWriter) throws(AttributeError) -> Void
    ) throws(AttributeError) {
        try list(0..<count, element)
    }

    /// Writes a list (L) with one element for each of a collection's.
    ///
    /// - Parameter write: Is called for each element and writes exactly one value.
    /// - Throws: What the closure throws, with the element's position.
    public mutating func list<Elements: Collection>(
        _ elements: Elements, _ write: (Elements.Element, inout AttributeWriter) throws(AttributeError) -> Void
    ) throws(AttributeError) {
        guard depth <= AttributeReader.maximumDepth else { throw .tooDeep }
        begin(.list)
        let frame = beginFrame()
        bytes.appendVarint(elements.count)
        var position = 0
        depth += 1
        defer {
            depth -= 1
            start = frame.start
        }
        for element in elements {
            start = bytes.count
            do throws(AttributeError) {
                try write(element, &self)
                try checkWritten()
            } catch {
                throw error.inside(element: position)
            }
            position += 1
        }
        endFrame(frame)
    }

    /// Writes a map (M) whose entries a closure writes.
    ///
    /// - Throws: What the closure throws; `AttributeError.duplicate` if it writes a name twice.
    public mutating func map(
        _ write: (inout ItemWriter) throws(AttributeError) -> Void
    ) throws(AttributeError) {
        guard depth <= AttributeReader.maximumDepth else { throw .tooDeep }
        begin(.map)
        let frame = beginFrame()
        // The buffer moves into the item's writer and back, so nothing is copied.
        var taken = ByteBuffer()
        swap(&taken, &bytes)
        var writer = ItemWriter(appendingTo: consume taken, depth: depth + 1)
        do throws(AttributeError) {
            try write(&writer)
            try writer.entries.finish(in: &writer.value.bytes)
            swap(&writer.value.bytes, &bytes)
        } catch {
            swap(&writer.value.bytes, &bytes)
            throw error
        }
        endFrame(frame)
    }

    /// Writes a record as a map (M).
    ///
    /// - Throws: What the record throws.
    public mutating func item<T: ItemEncodable>(_ item: T) throws(AttributeError) {
        try map { writer throws(AttributeError) in try item.write(to: &writer) }
    }
}

// MARK: - Lengths

extension AttributeWriter {
    /// A value whose length is written in front of it when it is known.
    struct Frame {
        /// Where the value's tag is.
        let start: Int
    }

    /// Reserves the place for the length, behind the tag.
    mutating func beginFrame() -> Frame {
        defer { bytes.append(0) }
        return Frame(start: start)
    }

    /// Writes the length of what came since `beginFrame`.
    mutating func endFrame(_ frame: Frame) {
        bytes.setVarint(bytes.count - frame.start - 2, at: frame.start + 1)
    }
}
