extension Optional: AttributeConvertible where Wrapped: AttributeConvertible {
    /// Reads NULL as `nil`, and anything else as the wrapped type.
    @inlinable
    public init(from value: inout AttributeReader) throws(AttributeError) {
        // An `AttributeValue` says NULL itself.
        if try value.isNull, Wrapped.self != AttributeValue.self {
            self = .none
        } else {
            self = .some(try Wrapped(from: &value))
        }
    }

    @inlinable
    public static func _readNext(_ name: StaticString, of item: inout ItemReader) throws(AttributeError) -> Wrapped?? {
        guard let value = try Wrapped._readNext(name, of: &item) else { return .none }
        return .some(.some(value))
    }

    /// Writes `nil` as NULL, which happens inside lists and maps only: as an attribute, `nil` is left out.
    @inlinable
    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        switch self {
        case .none: value.writeNull()
        case .some(let wrapped): try wrapped.write(to: &value)
        }
    }

    @inlinable
    public var isAbsent: Bool {
        switch self {
        case .none: true
        case .some(let wrapped): wrapped.isAbsent
        }
    }

    @inlinable public static var absentValue: Wrapped?? { .some(.none) }

    @inlinable
    public func _attributeValue() throws(AttributeError) -> AttributeValue {
        switch self {
        case .none: .null
        case .some(let wrapped): try wrapped._attributeValue()
        }
    }
}

/// An array is a list (L), but for `[UInt8]`, which is a binary value (B).
///
/// An element that is absent (`nil`, an empty set) is stored as NULL.
extension Array: AttributeConvertible where Element: AttributeConvertible {
    @inlinable
    public init(from value: inout AttributeReader) throws(AttributeError) {
        self = try Element._readArray(from: &value)
    }

    @inlinable
    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        try Element._writeArray(self, to: &value)
    }
}

/// A set of values that are stored as S, N or B is a set (SS, NS, BS); an empty one is the attribute's absence.
extension Set: AttributeConvertible where Element: AttributeConvertible {
    /// Reads a set; NULL, as which an empty set stands in lists and maps, is empty.
    @inlinable
    public init(from value: inout AttributeReader) throws(AttributeError) {
        self.init()
        if try value.isNull { return }
        if Element.self == String.self, let strings = value.quickStringSet() {
            // The same type by another name; `as` would make another set of it.
            self = unsafeBitCast(strings, to: Set<Element>.self)
            return
        }
        self = Set(minimumCapacity: value.underestimatedCount)
        var elements = try value.setElements()
        do throws(AttributeError) {
            while try elements.next() { insert(try Element(from: &elements.value)) }
        } catch {
            throw error.inside(element: elements.position)
        }
        try value.close(elements)
    }

    /// Writes the set.
    ///
    /// - Throws: `AttributeError.emptySet`; `AttributeError.typeMismatch` if an element is stored as something else than S, N
    ///   or B.
    @inlinable
    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        // The most common one has a function of its own, which is not the same code for all types.
        if Element.self == String.self { return try value.set(of: unsafeBitCast(self, to: Set<String>.self)) }
        try value.set(self)
    }

    @inlinable public var isAbsent: Bool { isEmpty }

    @inlinable public static var absentValue: Set<Element>? { [] }
}

/// A dictionary is a map (M). A value that is absent (`nil`, an empty set) is stored as NULL, so that its key is kept.
extension Dictionary: AttributeConvertible where Key == String, Value: AttributeConvertible {
    @inlinable
    public init(from value: inout AttributeReader) throws(AttributeError) {
        var entries = [String: Value](minimumCapacity: value.underestimatedCount)
        let absent = Value.absentValue
        try value.map { name, entry throws(AttributeError) in
            if let absent, try entry.isNull {
                entries[name] = .some(absent)
            } else {
                entries[name] = try Value(from: &entry)
            }
        }
        self = entries
    }

    @inlinable
    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        try value.map { writer throws(AttributeError) in
            for (name, value) in self {
                try writer.write(name) { writer throws(AttributeError) in
                    if value.isAbsent {
                        writer.writeNull()
                    } else {
                        try value.write(to: &writer)
                    }
                }
            }
        }
    }
}
