/// A Swift type that can be an attribute's value.
///
/// Each type has one DynamoDB form. A type of your own that wraps one of ours needs no more than a `RawRepresentable`
/// conformance, or two lines:
///
/// ```swift
/// extension Slug: AttributeConvertible {
///     init(from value: inout AttributeReader) throws(AttributeError) { self.init(try value.string()) }
///     func write(to value: inout AttributeWriter) throws(AttributeError) { value.write(text) }
/// }
/// ```
public protocol AttributeConvertible: Sendable {
    /// Reads the value.
    ///
    /// - Throws: `AttributeError` if the stored value has another type or is out of range.
    init(from value: inout AttributeReader) throws(AttributeError)

    /// Writes the value: exactly one of the writer's methods is to be called.
    ///
    /// - Throws: `AttributeError` if DynamoDB cannot hold it.
    func write(to value: inout AttributeWriter) throws(AttributeError)

    /// Whether the value is stored as the attribute's absence: `nil`, an empty set. `false` unless a type says otherwise.
    var isAbsent: Bool { get }

    /// What an absent attribute is read as; `nil`, the default, if an attribute must be there.
    static var absentValue: Self? { get }

    /// A short cut: reads the attribute if it is the next one and is written as DynamoDB does; otherwise returns `nil` and leaves the
    /// reader alone. `nil` unless a type has one.
    static func _readNext(_ name: StaticString, of item: inout ItemReader) throws(AttributeError) -> Self?

    /// Reads an array of such values. A list, but for bytes, which are a binary value.
    static func _readArray(from value: inout AttributeReader) throws(AttributeError) -> [Self]

    /// Writes an array of such values as `_readArray` reads it.
    static func _writeArray(_ array: [Self], to value: inout AttributeWriter) throws(AttributeError)

    /// The value as an `AttributeValue`; a shortcut for types that need not be packed on the way.
    func _attributeValue() throws(AttributeError) -> AttributeValue
}

extension AttributeConvertible {
    @inlinable public var isAbsent: Bool { false }
    @inlinable public static var absentValue: Self? { nil }

    @inlinable
    public static func _readNext(_ name: StaticString, of item: inout ItemReader) throws(AttributeError) -> Self? {
        nil
    }
}
