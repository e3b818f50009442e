/// Reads the attributes of one item or nested map, from packed bytes or from JSON.
///
/// Ask for attributes in the byte order of their names: packed items are kept in it, and the next one is then found at once.
/// JSON may come in any order; it is read in one pass where it is sorted as well, and from a list of its members otherwise.
/// A reader exists only inside the call that it is passed to.
public struct ItemReader: ~Copyable {
    /// Reads the value of the attribute that was found last.
    @usableFromInline var value: AttributeReader
    /// The whole item: its count if packed, its opening brace in JSON.
    let body: UnsafePointer<UInt8>
    /// The first entry or member.
    let first: UnsafePointer<UInt8>
    /// Where the next entry or member starts that has not been read or passed over; behind the item if there is none.
    var next: UnsafePointer<UInt8>

    // Packed items only.
    /// The entry before `next`.
    var previous: UnsafePointer<UInt8>?

    // JSON only.
    var json = JSONState()

    /// Where a reader of a JSON object stands.
    struct JSONState {
        /// Whether the closing brace was passed.
        var isAtEnd = false
        /// Whether the value that was found last is the one at `next`.
        var isPending = false
        /// Whether a name was taken for absent since one above it came.
        var hasPresumed = false
        /// Whether that may have been wrong: then nothing counts that was read.
        var mustRestart = false
        /// Whether all members are in the index.
        var isIndexed = false
        /// The name of the last member that was read or passed over in order.
        var last = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        /// Behind the closing brace, as soon as all was read once.
        var end: UnsafePointer<UInt8>?
        /// The first of this object's members in the index.
        var base = 0
        /// The member in the index that is expected next.
        var hint = 0
    }

    /// A reader of the JSON object that starts where the cursor is.
    init(json cursor: ByteCursor, index: UnsafeMutablePointer<MemberIndex>?, depth: UInt8) throws(AttributeError) {
        var start = cursor
        body = cursor.at
        json.isAtEnd = try !start.enter(UInt8(ascii: "{"), UInt8(ascii: "}"))
        first = start.at
        next = start.at
        value = AttributeReader(at: start, format: .json, index: index, depth: depth)
    }

    /// A reader of the packed item that starts where the cursor is.
    init(packed cursor: ByteCursor, depth: UInt8) {
        var start = cursor
        body = cursor.at
        _ = start.varint()
        first = start.at
        next = start.at
        value = AttributeReader(at: start, format: .packed, index: nil, depth: depth)
    }

    /// A reader of an item of ours.
    @usableFromInline
    init(packed bytes: UnsafeBufferPointer<UInt8>) { self.init(packed: ByteCursor(bytes), depth: 1) }

    /// Goes to an attribute, or returns `false` if the item does not have it.
    @usableFromInline
    mutating func find(_ name: StaticString) throws(AttributeError) -> Bool {
        // The closure of `withUTF8Buffer` cannot throw.
        if name.hasPointerRepresentation {
            return try find(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        }
        return try find(name.description)
    }

    /// Goes to an attribute, or returns `false` if the item does not have it.
    @usableFromInline
    mutating func find(_ name: String) throws(AttributeError) -> Bool {
        let bytes = [UInt8](name.utf8)
        return try bytes.withUnsafeBufferPointer { name throws(AttributeError) in try find(name) }
    }

    @inline(__always)
    private mutating func find(_ name: UnsafeBufferPointer<UInt8>) throws(AttributeError) -> Bool {
        value.isJSON ? try findMember(name) : findEntry(name)
    }

    /// Steps over the value that was read.
    @usableFromInline
    mutating func leave() throws(AttributeError) {
        if json.isPending { try leaveMember() }
    }
}

extension ItemReader {
    /// Reads an attribute.
    ///
    /// - Returns: The value; if the item lacks the attribute, `nil` for an optional and the empty set for a set.
    /// - Throws: `AttributeError` naming the attribute if it is missing, has another type or is out of range.
    @inlinable
    public mutating func read<V: AttributeConvertible>(_ name: StaticString) throws(AttributeError) -> V {
        if let next = try V._readNext(name, of: &self) { return next }
        do throws(AttributeError) {
            if try find(name) {
                let result = try V(from: &value)
                try leave()
                return result
            }
        } catch {
            throw error.inside(name)
        }
        guard let absent = V.absentValue else { throw .missing(name) }
        return absent
    }

    /// Reads an attribute in an encoding other than its type's own.
    ///
    /// - Throws: `AttributeError` naming the attribute if it is missing or its value is another one.
    @inlinable
    public mutating func read<C: AttributeCoding>(
        _ name: StaticString, as coding: C.Type
    ) throws(AttributeError) -> C.Value {
        guard let result = try readIfPresent(name, as: coding) else { throw .missing(name) }
        return result
    }

    /// Reads an attribute in an encoding other than its type's own; `nil` if it is absent or NULL.
    ///
    /// - Throws: `AttributeError` naming the attribute if its value is another one.
    @inlinable
    public mutating func readIfPresent<C: AttributeCoding>(
        _ name: StaticString, as coding: C.Type
    ) throws(AttributeError) -> C.Value? {
        do throws(AttributeError) {
            guard try find(name) else { return nil }
            let result: C.Value? = try value.isNull ? nil : try C.read(&value)
            try leave()
            return result
        } catch {
            throw error.inside(name)
        }
    }

    /// Reads an attribute whose name is known only at run time.
    ///
    /// - Throws: `AttributeError` naming the attribute if it is missing, has another type or is out of range.
    @inlinable
    @_disfavoredOverload
    public mutating func read<V: AttributeConvertible>(_ name: String) throws(AttributeError) -> V {
        do throws(AttributeError) {
            if try find(name) {
                let result = try V(from: &value)
                try leave()
                return result
            }
        } catch {
            throw error.inside(name)
        }
        guard let absent = V.absentValue else {
            throw AttributeError(.missingAttribute, path: name, reason: "the item has no such attribute")
        }
        return absent
    }

    /// Whether the item has an attribute. It can still be read afterwards.
    ///
    /// `false` as well where JSON is malformed; reading it throws.
    public mutating func contains(_ name: StaticString) -> Bool {
        let place = place
        let isThere = try? find(name)
        json.isPending = false
        goBack(to: place)
        return isThere ?? false
    }
}

extension ItemReader {
    /// Reads the item as a record, to its end.
    @inlinable
    mutating func record<T: ItemDecodable>(_ type: T.Type = T.self) throws(AttributeError) -> T {
        try begin()
        do throws(AttributeError) {
            let record = try T(from: &self)
            if try finish() { return record }
        } catch {
            // What was taken for absent may be the reason.
            guard hasPresumed else { throw error }
        }
        try restart()
        let record = try T(from: &self)
        _ = try finish()
        return record
    }

    @usableFromInline var hasPresumed: Bool { json.hasPresumed }

    /// Begins the reading: by the index if others have needed it.
    @usableFromInline
    mutating func begin() throws(AttributeError) {
        if let index = value.index, index.pointee.isAlwaysNeeded { try indexMembers() }
    }

    /// Ends the reading: skips what nobody asked for. Returns whether what was read counts.
    @usableFromInline
    mutating func finish() throws(AttributeError) -> Bool {
        guard value.isJSON else { return true }
        if let end = json.end, !json.hasPresumed {
            next = end
        } else {
            try skipMembers()
        }
        return !json.mustRestart
    }

    /// The attributes of a packed item; `nil` for JSON.
    var packed: PackedMap? {
        value.isJSON ? nil : PackedMap(PackedCursor(at: body, end: value.cursor.end))
    }

    /// Where a JSON item ends that was read to its end.
    var end: UnsafePointer<UInt8> { value.isJSON ? next : value.cursor.end }

    /// Where a reader stands among the attributes.
    struct Place {
        fileprivate let next: UnsafePointer<UInt8>
        fileprivate let previous: UnsafePointer<UInt8>?
        fileprivate let json: JSONState
    }

    var place: Place { Place(next: next, previous: previous, json: json) }

    /// Goes back to where the reader stood, so that attributes behind that can be read in order.
    mutating func goBack(to place: Place) {
        // The index has all members, wherever the reader stands.
        guard !json.isIndexed else { return }
        next = place.next
        previous = place.previous
        json.last = place.json.last
        json.isAtEnd = place.json.isAtEnd
    }

    /// The whole item, whatever was read of it.
    mutating func encodedItem() throws(AttributeError) -> EncodedItem {
        var cursor = value.cursor
        cursor.at = body
        guard let index = value.index else { return EncodedItem(packed: [UInt8](cursor.take(cursor.remaining))) }
        let item = try index.pointee.packedItem(from: &cursor, depth: Int(value.depth))
        json.end = cursor.at
        return item
    }
}
