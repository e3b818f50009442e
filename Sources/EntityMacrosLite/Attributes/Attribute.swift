/// One attribute of an entity or of a map.
///
/// The attribute is named after the property that holds it. `Value` is what the record will have: a scalar, a list, a set, a
/// map, or an `Optional` of these. Options are checked against it by the compiler, where Swift can, and by the generator.
///
/// ```swift
/// let articleID = Attribute<ULID>(.generated)
/// let slug      = Attribute<String>(.unique(within: \Article.tenantID), .length(1...200))
/// let status    = Attribute<Choice>("draft", "published", .default("draft"))
/// let address   = Attribute<Map<Address>?>()
/// ```
public struct Attribute<Value>: Sendable {
    package let identity = AttributeIdentity()
    package let options: [AttributeOptionKind]
    package let location: SourceLocation

    /// Defines an attribute; for a ``Choice``, its values come first.
    public init(
        _ options: AttributeOption<Value>...,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        self.options = options.map(\.kind)
        self.location = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    }
}

/// Tells an attribute from every other one, however often the definition that holds it is copied.
package final class AttributeIdentity: Sendable {
    package init() {}
    package var id: ObjectIdentifier { ObjectIdentifier(self) }
}

/// An ``Attribute`` of any type, as the generator meets it among a definition's properties.
package protocol AnyAttribute: Sendable {
    var identity: AttributeIdentity { get }
    var options: [AttributeOptionKind] { get }
    var location: SourceLocation { get }
    var valueType: Any.Type { get }
}

extension Attribute: AnyAttribute {
    package var valueType: Any.Type { Value.self }
}
