/// One of a few strings, which the definition lists: `Attribute<Choice>("draft", "published")`.
///
/// The generator makes an enum of it, named after the attribute, with the strings as raw values: `Article.Status.draft`.
/// For an enum of your own, use that as the attribute's type.
public struct Choice: Hashable, Sendable, ExpressibleByStringLiteral, LiteralRepresentable {
    package let rawValue: String

    public init(stringLiteral value: String) { rawValue = value }

    public var literalValue: LiteralValue { .string(rawValue) }
}

/// A ``Choice``, or an optional, a list, a set or a dictionary of them: what values can be listed for.
public protocol ChoiceAttributeValue {}

extension Choice: ChoiceAttributeValue {}
extension Optional: ChoiceAttributeValue where Wrapped: ChoiceAttributeValue {}
extension Array: ChoiceAttributeValue where Element: ChoiceAttributeValue {}
extension Set: ChoiceAttributeValue where Element: ChoiceAttributeValue {}
extension Dictionary: ChoiceAttributeValue where Key == String, Value: ChoiceAttributeValue {}

extension AttributeOption: ExpressibleByUnicodeScalarLiteral where Value: ChoiceAttributeValue {
    public init(unicodeScalarLiteral value: String) { self.init(.choice(value)) }
}

extension AttributeOption: ExpressibleByExtendedGraphemeClusterLiteral where Value: ChoiceAttributeValue {
    public init(extendedGraphemeClusterLiteral value: String) { self.init(.choice(value)) }
}

extension AttributeOption: ExpressibleByStringLiteral where Value: ChoiceAttributeValue {
    /// One of the values that a ``Choice`` can have.
    public init(stringLiteral value: String) { self.init(.choice(value)) }
}
