extension PackedMap {
    /// The value at a path, or `nil` if there is none.
    package subscript(path: AttributePath) -> PackedValue? {
        var value = self[path.attributeName]
        for element in path.rest {
            switch element {
            case .name(let name): value = value?.map?[name]
            case .index(let index): value = value?.list?[index]
            }
        }
        return value
    }
}

extension PackedValue {
    /// The Swift value that is stored as this one.
    @usableFromInline
    func converted<Value: AttributeConvertible>() throws(AttributeError) -> Value {
        var reader = reader
        return try Value(from: &reader)
    }

    /// The Swift value that is stored as this one in a coding of its own.
    @usableFromInline
    func converted<Coding: AttributeCoding>(as coding: Coding.Type) throws(AttributeError) -> Coding.Value {
        var reader = reader
        return try Coding.read(&reader)
    }

    private var reader: AttributeReader {
        AttributeReader(at: ByteCursor(bytes), format: .packed, index: nil, depth: 1)
    }
}
