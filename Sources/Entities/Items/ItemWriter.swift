/// Writes the attributes of one item or nested map in packed form.
///
/// Write in the byte order of the names, as generated code does: otherwise the entries are sorted once at the end. An attribute
/// written twice is an error, thrown when the item is finished.
public struct ItemWriter: ~Copyable {
    /// Writes the value of the attribute that was begun last.
    @usableFromInline var value: AttributeWriter
    var entries: PackedCollection

    /// Begins an item in a buffer.
    init(_ buffer: consuming ByteBuffer) {
        self.init(appendingTo: buffer, depth: 1)
    }

    /// Begins a map's body at the end of bytes that `finish` gives back.
    init(appendingTo bytes: consuming ByteBuffer, depth: Int) {
        var bytes = bytes
        entries = PackedCollection(.map, in: &bytes)
        value = AttributeWriter(bytes: bytes, depth: depth)
    }

    /// Writes a name; the value is to follow.
    @usableFromInline
    @inline(__always)
    mutating func begin(_ name: StaticString) {
        value.bytes.appendCounted(name)
        entries.noteKey(count: name.utf8CodeUnitCount, in: value.bytes)
        value.start = value.bytes.count
    }

    /// Writes a name; the value is to follow.
    @usableFromInline
    mutating func begin(_ name: String) {
        value.bytes.appendCounted(name)
        entries.noteKey(count: name.utf8.count, in: value.bytes)
        value.start = value.bytes.count
    }

    /// Takes the name that was begun last back, and what was written of its value.
    ///
    /// - Parameter position: Where the entry started.
    @usableFromInline
    mutating func takeBack(to position: Int) {
        value.bytes.truncate(to: position)
        entries.dropLast()
    }

    /// How much was written.
    @usableFromInline var position: Int { value.bytes.count }
}

extension ItemWriter {
    /// Writes an attribute; leaves it out if the value is absent (`nil`, an empty set).
    ///
    /// - Throws: `AttributeError` naming the attribute if DynamoDB cannot hold the value.
    @inlinable
    public mutating func write<V: AttributeConvertible>(_ name: StaticString, _ value: V) throws(AttributeError) {
        if value.isAbsent { return }
        let position = position
        begin(name)
        do throws(AttributeError) {
            try value.write(to: &self.value)
            try self.value.checkWritten()
        } catch {
            takeBack(to: position)
            throw error.inside(name)
        }
    }

    /// Writes an attribute whose name is known only at run time; leaves it out if the value is absent.
    ///
    /// - Throws: `AttributeError` naming the attribute if DynamoDB cannot hold the value.
    @inlinable
    @_disfavoredOverload
    public mutating func write<V: AttributeConvertible>(_ name: String, _ value: V) throws(AttributeError) {
        if value.isAbsent { return }
        try write(name) { writer throws(AttributeError) in try value.write(to: &writer) }
    }

    /// Writes an attribute whose value a closure writes.
    ///
    /// - Throws: What the closure throws, with the attribute's name.
    @inlinable
    public mutating func write(
        _ name: String, with write: (inout AttributeWriter) throws(AttributeError) -> Void
    ) throws(AttributeError) {
        let position = position
        begin(name)
        do throws(AttributeError) {
            try write(&value)
            try value.checkWritten()
        } catch {
            takeBack(to: position)
            throw error.inside(name)
        }
    }

    /// Writes an attribute in an encoding other than its type's own.
    ///
    /// - Throws: `AttributeError` naming the attribute if DynamoDB cannot hold the value.
    @inlinable
    public mutating func write<C: AttributeCoding>(
        _ name: StaticString, _ value: C.Value, as coding: C.Type
    ) throws(AttributeError) {
        let position = position
        begin(name)
        do throws(AttributeError) {
            try C.write(value, to: &self.value)
            try self.value.checkWritten()
        } catch {
            takeBack(to: position)
            throw error.inside(name)
        }
    }

    /// Writes an attribute in an encoding other than its type's own; leaves it out if the value is `nil`.
    ///
    /// - Throws: `AttributeError` naming the attribute if DynamoDB cannot hold the value.
    @inlinable
    public mutating func write<C: AttributeCoding>(
        _ name: StaticString, _ value: C.Value?, as coding: C.Type
    ) throws(AttributeError) {
        if let value { try write(name, value, as: coding) }
    }

    /// Writes a string attribute, such as a key.
    public mutating func write(_ name: StaticString, string: String) {
        begin(name)
        value.write(string)
    }

    // The common types have functions of their own: one call for an attribute, instead of one for each step.

    /// Writes a string attribute.
    public mutating func write(_ name: StaticString, _ value: String) throws(AttributeError) {
        begin(name)
        self.value.write(value)
    }

    /// Writes a string attribute; leaves it out if the value is `nil`.
    public mutating func write(_ name: StaticString, _ value: String?) throws(AttributeError) {
        guard let value else { return }
        begin(name)
        self.value.write(value)
    }

    /// Writes a number attribute.
    public mutating func write(_ name: StaticString, _ value: Int) throws(AttributeError) {
        begin(name)
        self.value.write(integer: Int64(value))
    }

    /// Writes a truth value.
    public mutating func write(_ name: StaticString, _ value: Bool) throws(AttributeError) {
        begin(name)
        self.value.write(value)
    }

    /// Writes a key attribute.
    ///
    /// - Throws: `AttributeError` naming the attribute if the key has a problem.
    public mutating func write(_ name: StaticString, _ value: KeyText) throws(AttributeError) {
        if let problem = value.problem { throw problem.inside(name) }
        begin(name)
        value.utf8.withBytes { self.value.write(utf8: $0) }
    }

    /// Writes a string attribute whose name is known only at run time.
    @_disfavoredOverload
    public mutating func write(_ name: String, string: String) {
        begin(name)
        value.write(string)
    }

    /// Copies an attribute from another item.
    mutating func copy(_ entry: PackedMap.Entry) {
        value.bytes.appendCounted(entry.name)
        entries.noteKey(count: entry.name.count, in: value.bytes)
        value.bytes.append(contentsOf: entry.value.bytes)
    }

    /// Ends the item.
    ///
    /// - Throws: `AttributeError.duplicate` if an attribute was written twice.
    /// - Returns: All bytes of the buffer.
    consuming func finish() throws(AttributeError) -> [UInt8] {
        try entries.finish(in: &value.bytes)
        return value.bytes.array
    }
}
