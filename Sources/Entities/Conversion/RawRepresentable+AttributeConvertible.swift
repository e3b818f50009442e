/// Enums and wrappers are stored as their raw values. Declare the conformance, and no more is needed:
///
/// ```swift
/// enum Status: String, AttributeConvertible { case draft, published }
/// ```
extension AttributeConvertible where Self: RawRepresentable, RawValue: AttributeConvertible {
    /// Reads the raw value.
    ///
    /// - Throws: `AttributeError.invalidValue`, naming the value, if the type has no such case.
    @inlinable
    public init(from value: inout AttributeReader) throws(AttributeError) {
        let raw = try RawValue(from: &value)
        guard let result = Self(rawValue: raw) else { throw .unknownRawValue(raw, of: Self.self) }
        self = result
    }

    @inlinable
    public func write(to value: inout AttributeWriter) throws(AttributeError) { try rawValue.write(to: &value) }

    @inlinable
    public func _attributeValue() throws(AttributeError) -> AttributeValue { try rawValue._attributeValue() }
}

extension AttributeError {
    @usableFromInline
    static func unknownRawValue<Raw, Result>(_ raw: Raw, of type: Result.Type) -> AttributeError {
        AttributeError(.invalidValue, reason: "\"\(raw)\" is not a value of \(type)")
    }
}
