/// A view of one packed value.
///
/// Valid only inside the closure that lent it.
@frozen @usableFromInline package struct PackedValue: BitwiseCopyable {
    /// The whole value, from its tag on.
    @usableFromInline package let bytes: UnsafeBufferPointer<UInt8>

    /// All of the bytes are the value's, which has been skipped already.
    @inlinable init(whole bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The value that starts where the cursor is.
    @inlinable package init(startingAt cursor: PackedCursor) {
        var end = cursor
        end.skipValue()
        bytes = UnsafeBufferPointer(start: cursor.at, count: end.at - cursor.at)
    }

    /// All of the bytes that `EncodedItem`'s writer or `packed` of a value wrote.
    @inlinable package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.init(startingAt: PackedCursor(bytes)) }

    /// The type, and for BOOL the value.
    @inlinable package var tag: PackedTag {
        var cursor = PackedCursor(bytes)
        return cursor.tag()
    }

    /// The type.
    package var type: AttributeType { AttributeType(tag) }

    /// Behind the tag.
    @inlinable var payload: PackedCursor {
        var cursor = PackedCursor(bytes)
        _ = cursor.byte()
        return cursor
    }

    /// The content of S (UTF-8), N (ordered number bytes) or B; empty for other types.
    @inlinable package var content: UnsafeBufferPointer<UInt8> {
        guard tag.isScalarKey else { return UnsafeBufferPointer(start: nil, count: 0) }
        var cursor = payload
        return cursor.takeCounted()
    }

    /// The value of S.
    package var string: String? { tag == .string ? String(utf8: content) : nil }

    /// The value of N.
    package var number: Number? {
        guard tag == .number else { return nil }
        var cursor = ByteCursor(payloadBytes)
        return cursor.packedNumber()
    }

    /// The value of B.
    package var binary: [UInt8]? { tag == .binary ? [UInt8](content) : nil }

    /// The value of BOOL.
    package var bool: Bool? {
        switch tag {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// Behind the tag.
    private var payloadBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[1...]) }

    /// The entries of M.
    @inlinable package var map: PackedMap? {
        guard tag == .map else { return nil }
        var cursor = payload
        _ = cursor.varint()
        return PackedMap(cursor)
    }

    /// The elements of L; `nil` for other types.
    @inlinable package var list: PackedList? {
        guard tag == .list else { return nil }
        var cursor = payload
        _ = cursor.varint()
        return PackedList(count: cursor.varint(), elements: cursor)
    }

    /// The elements of SS, NS and BS: each as the `content` of such a value, in byte order; `nil` for other types.
    @inlinable package var set: PackedSet? {
        guard tag.element != nil else { return nil }
        var cursor = payload
        _ = cursor.varint()
        return PackedSet(count: cursor.varint(), elements: cursor)
    }

    /// The value as a tree.
    package var attributeValue: AttributeValue {
        var reader = AttributeReader(at: ByteCursor(bytes), format: .packed, index: nil, depth: 1)
        do throws(AttributeError) {
            return try reader.attributeValue()
        } catch {
            preconditionFailure("packed value is damaged: \(error)")
        }
    }

    /// The order of two values of the same type among S, N and B, as `<0`, `0`, `>0`; `nil` for others, which DynamoDB does
    /// not order.
    package func order(to other: PackedValue) -> Int? {
        let tag = tag
        guard tag.isScalarKey, tag == other.tag else { return nil }
        return byteOrder(content, other.content)
    }
}

extension PackedValue: Equatable {
    @usableFromInline package static func == (left: PackedValue, right: PackedValue) -> Bool {
        equalBytes(left.bytes, right.bytes)
    }
}

/// The elements of a packed list.
@frozen @usableFromInline package struct PackedList: Sequence {
    @usableFromInline package let count: Int
    @usableFromInline let elements: PackedCursor

    @inlinable init(count: Int, elements: PackedCursor) {
        self.count = count
        self.elements = elements
    }

    /// The element at a position, or `nil` beyond the end. Takes time in proportion to the position.
    @inlinable package subscript(position: Int) -> PackedValue? {
        guard position >= 0, position < count else { return nil }
        var cursor = elements
        for _ in 0..<position { cursor.skipValue() }
        return PackedValue(startingAt: cursor)
    }

    @frozen @usableFromInline package struct Iterator: IteratorProtocol {
        @usableFromInline var remaining: Int
        @usableFromInline var cursor: PackedCursor

        @inlinable init(remaining: Int, cursor: PackedCursor) {
            self.remaining = remaining
            self.cursor = cursor
        }

        @inlinable package mutating func next() -> PackedValue? {
            guard remaining > 0 else { return nil }
            remaining -= 1
            let value = PackedValue(startingAt: cursor)
            cursor.at += value.bytes.count
            return value
        }
    }

    @inlinable package func makeIterator() -> Iterator { Iterator(remaining: count, cursor: elements) }

    @inlinable package var underestimatedCount: Int { count }
}

/// The elements of a packed set, sorted by bytes, without the type that they have in common.
@frozen @usableFromInline package struct PackedSet: Sequence {
    @usableFromInline package let count: Int
    @usableFromInline let elements: PackedCursor

    @inlinable init(count: Int, elements: PackedCursor) {
        self.count = count
        self.elements = elements
    }

    /// Whether an element has this content.
    package func contains(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
        for element in self {
            let order = byteOrder(element, content)
            if order >= 0 { return order == 0 }
        }
        return false
    }

    @frozen @usableFromInline package struct Iterator: IteratorProtocol {
        @usableFromInline var remaining: Int
        @usableFromInline var cursor: PackedCursor

        @inlinable init(remaining: Int, cursor: PackedCursor) {
            self.remaining = remaining
            self.cursor = cursor
        }

        @inlinable package mutating func next() -> UnsafeBufferPointer<UInt8>? {
            guard remaining > 0 else { return nil }
            remaining -= 1
            return cursor.takeCounted()
        }
    }

    @inlinable package func makeIterator() -> Iterator { Iterator(remaining: count, cursor: elements) }

    @inlinable package var underestimatedCount: Int { count }
}

extension AttributeType {
    package init(_ tag: PackedTag) {
        self =
            switch tag {
            case .string: .string
            case .number: .number
            case .binary: .binary
            case .false, .true: .bool
            case .null: .null
            case .stringSet: .stringSet
            case .numberSet: .numberSet
            case .binarySet: .binarySet
            case .list: .list
            case .map: .map
            }
    }
}
