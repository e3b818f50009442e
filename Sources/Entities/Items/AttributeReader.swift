/// Reads one attribute's value, from packed bytes or from JSON.
///
/// The value can be read any number of times, as another type as well: what fails leaves the reader where it is. A reader
/// exists only inside the call that it is passed to.
public struct AttributeReader: ~Copyable {
    @usableFromInline
    enum Format: UInt8 { case packed, json }

    /// At the value's first byte.
    var cursor: ByteCursor
    /// Behind the value, as soon as it was read once.
    var next: UnsafePointer<UInt8>?
    /// Where members of objects are noted; only for JSON.
    let index: UnsafeMutablePointer<MemberIndex>?
    /// The type of a set's element, whose bytes do not say it.
    var element: PackedTag?
    let format: Format
    /// 1 for an item's attributes, 2 for what these hold …
    let depth: UInt8

    init(
        at cursor: ByteCursor, format: Format, index: UnsafeMutablePointer<MemberIndex>?, depth: UInt8,
        element: PackedTag? = nil
    ) {
        self.cursor = cursor
        self.next = nil
        self.index = index
        self.element = element
        self.format = format
        self.depth = depth
    }

    /// How deep DynamoDB lets values be nested.
    static let maximumDepth = 32

    @inline(__always) var isJSON: Bool { format == .json }

    /// The value's DynamoDB type.
    ///
    /// - Throws: `AttributeError.malformed` if JSON does not name one.
    public var type: AttributeType {
        get throws(AttributeError) { AttributeType(try tag()) }
    }

    /// Whether the value is NULL.
    public var isNull: Bool {
        get throws(AttributeError) {
            if isJSON {
                if element != nil || cursor.isSurelyNotNull { return false }
                return try tag() == .null
            }
            return element == nil && cursor.remaining > 0 && cursor.at.pointee == PackedTag.null.rawValue
        }
    }

    /// The value's tag; for BOOL in JSON always `false`.
    func tag() throws(AttributeError) -> PackedTag {
        if let element { return element }
        var cursor = cursor
        return isJSON ? try cursor.openTypedValue() : cursor.tag()
    }
}

extension AttributeReader {
    /// Steps to the value's payload if it has this type.
    ///
    /// Packed: behind the tag. JSON: behind the colon, and `close` must follow.
    @inline(__always)
    func open(_ cursor: inout ByteCursor, _ tag: PackedTag) throws(AttributeError) {
        if let element {
            guard element == tag else { throw mismatch(tag, element) }
            return
        }
        if isJSON {
            if cursor.skipTypedValuePrefix(of: tag) { return }
            let found = try cursor.openTypedValue()
            guard found == tag else { throw mismatch(tag, found) }
        } else {
            guard cursor.skip(tag) else { throw mismatch(tag, cursor.tag()) }
        }
    }

    /// Steps over the end of a value that `open` entered, and notes where that is.
    @inline(__always)
    mutating func close(_ cursor: ByteCursor) throws(AttributeError) {
        var cursor = cursor
        if isJSON, element == nil { try cursor.closeTypedValue() }
        next = cursor.at
    }

    /// Puts the reader before a value.
    @inline(__always)
    mutating func move(to cursor: ByteCursor) {
        self.cursor = cursor
        next = nil
    }

    /// Where the value ends, whether it was read or not.
    @inline(__always)
    func end() throws(AttributeError) -> UnsafePointer<UInt8> {
        if let next { return next }
        return try skipped()
    }

    private func skipped() throws(AttributeError) -> UnsafePointer<UInt8> {
        var cursor = cursor
        if isJSON {
            try cursor.skipValue()
        } else if element != nil {
            _ = cursor.takeCounted()
        } else {
            cursor.skipPackedValue()
        }
        return cursor.at
    }

    @inline(never)
    func mismatch(_ expected: PackedTag, _ found: PackedTag) -> AttributeError {
        .mismatch(expected: expected.descriptor.description, found: found.descriptor.description)
    }
}
