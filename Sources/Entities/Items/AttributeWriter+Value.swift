extension AttributeWriter {
    /// Writes any value.
    ///
    /// - Throws: `AttributeError.emptySet`, at whatever depth; `AttributeError.nestingTooDeep`.
    public mutating func attributeValue(_ value: AttributeValue) throws(AttributeError) {
        try write(value, allowsEmptySets: false)
    }

    /// Writes any value.
    ///
    /// - Throws: `AttributeError` if `allowsEmptySets` is false and there is one, and if the value is nested too deep.
    mutating func write(_ value: AttributeValue, allowsEmptySets: Bool) throws(AttributeError) {
        switch value {
        case .string(let value): write(value)
        case .number(let value): write(value)
        case .binary(let value): write(value)
        case .bool(let value): write(value)
        case .null: writeNull()
        case .stringSet(let elements):
            if elements.isEmpty, !allowsEmptySets { throw .emptySet }
            try writeSet(.stringSet, elements) { element, bytes in bytes.appendCounted(element) }
        case .numberSet(let elements):
            if elements.isEmpty, !allowsEmptySets { throw .emptySet }
            try writeSet(.numberSet, elements) { element, bytes in bytes.appendCounted(element) }
        case .binarySet(let elements):
            if elements.isEmpty, !allowsEmptySets { throw .emptySet }
            try writeSet(.binarySet, elements) { element, bytes in
                element.withUnsafeBufferPointer { bytes.appendCounted($0) }
            }
        case .list(let values):
            try list(values) { value, writer throws(AttributeError) in
                try writer.write(value, allowsEmptySets: allowsEmptySets)
            }
        case .map(let entries):
            try map { writer throws(AttributeError) in
                for (name, value) in entries {
                    try writer.write(name) { writer throws(AttributeError) in
                        try writer.write(value, allowsEmptySets: allowsEmptySets)
                    }
                }
            }
        }
    }
}

extension AttributeReader {
    /// Reads any value.
    public mutating func attributeValue() throws(AttributeError) -> AttributeValue {
        switch try tag() {
        case .string: return .string(try string())
        case .number: return .number(try number())
        case .binary: return .binary(try binary())
        case .false, .true: return .bool(try bool())
        case .null:
            try null()
            return .null
        case .stringSet: return .stringSet(try stringSet())
        case .numberSet: return .numberSet(try numberSet())
        case .binarySet: return .binarySet(try binarySet())
        case .list:
            var values: [AttributeValue] = []
            values.reserveCapacity(underestimatedCount)
            try list { element throws(AttributeError) in values.append(try element.attributeValue()) }
            return .list(values)
        case .map:
            var entries: [String: AttributeValue] = Dictionary(minimumCapacity: underestimatedCount)
            try map { name, entry throws(AttributeError) in entries[name] = try entry.attributeValue() }
            return .map(entries)
        }
    }
}
