extension AttributeConvertible {
    @inlinable
    public static func _readArray(from value: inout AttributeReader) throws(AttributeError) -> [Self] {
        try _readElements(of: &value)
    }

    /// Reads a list one element after the other.
    @inlinable
    static func _readElements(of value: inout AttributeReader) throws(AttributeError) -> [Self] {
        var array: [Self] = []
        let count = value.underestimatedCount
        if count > 0 { array.reserveCapacity(count) }
        let absent = absentValue
        var elements = try value.listElements()
        do throws(AttributeError) {
            while try elements.next() {
                if array.isEmpty { array.reserveCapacity(4) }
                // What is absent as an attribute is NULL as an element.
                if let absent, try elements.value.isNull {
                    array.append(absent)
                } else {
                    array.append(try Self(from: &elements.value))
                }
            }
        } catch {
            throw error.inside(element: elements.position)
        }
        try value.close(elements)
        return array
    }

    @inlinable
    public static func _writeArray(_ array: [Self], to value: inout AttributeWriter) throws(AttributeError) {
        try value.list(array) { element, writer throws(AttributeError) in
            if element.isAbsent {
                writer.writeNull()
            } else {
                try element.write(to: &writer)
            }
        }
    }

    public func _attributeValue() throws(AttributeError) -> AttributeValue {
        var writer = AttributeWriter()
        try write(to: &writer)
        try writer.checkWritten()
        return writer.bytes.withBytes { PackedValue($0).attributeValue }
    }
}

extension AttributeValue {
    /// The value as which a Swift value is stored.
    ///
    /// `nil` becomes NULL. Strings, booleans and numbers take no detour.
    /// - Throws: `AttributeError` if DynamoDB cannot hold the value, an empty set for example.
    @inlinable
    public init<V: AttributeConvertible>(converting value: V) throws(AttributeError) {
        self = try value._attributeValue()
    }

    /// The Swift value that is stored as this one.
    ///
    /// - Throws: `AttributeError` if this is no value of such a type.
    public func converted<V: AttributeConvertible>(to type: V.Type = V.self) throws(AttributeError) -> V {
        let packed = EncodedItem.packed(self)
        return try packed.withUnsafeBufferPointer { packed throws(AttributeError) in
            var reader = AttributeReader(at: ByteCursor(packed), format: .packed, index: nil, depth: 1)
            return try V(from: &reader)
        }
    }
}

extension AttributeValue: AttributeConvertible {
    public init(from value: inout AttributeReader) throws(AttributeError) { self = try value.attributeValue() }

    public func write(to value: inout AttributeWriter) throws(AttributeError) { try value.attributeValue(self) }

    public func _attributeValue() throws(AttributeError) -> AttributeValue { self }
}
