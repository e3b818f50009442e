/// How a key's text is made of an item's attributes.
///
/// A string literal is taken as written, with a value for each placeholder; values are written so that their order is kept,
/// and escaped so that no two keys can be taken for each other. An array is a composite: its text is derived from the names
/// and values of the attributes by the service's key format.
///
/// ```swift
/// "TENANT#\(tenantID)"                 "\(publishedAt, .day)#\(score, width: 6)"
/// "\(tenant)#SLUG#\(slug, .lowercased)"    [status, publishedAt]
/// ```
public struct KeyTemplate: Sendable, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral {
    package enum Segment: Sendable {
        case text(String)
        case part(KeyPlaceholder, SourceLocation)
        /// A composite inside of a text, which has no meaning: kept, for the generator to say so.
        case misplacedComposite(SourceLocation)
    }

    package enum Content: Sendable {
        case text([Segment])
        case composite([KeyPlaceholder])
        /// The key attribute is a number of its own.
        case number(KeyPlaceholder)
    }

    package let content: Content
    /// What becomes of the whole text's letters; the key format's own rule where nil.
    package var casing: KeyTextCasing?

    public init(stringLiteral value: String) { content = .text(value.isEmpty ? [] : [.text(value)]) }

    public init(stringInterpolation: StringInterpolation) { content = .text(stringInterpolation.segments) }

    public init(arrayLiteral elements: (any KeyAttribute)...) { content = .composite(elements.map(\.keyPlaceholder)) }

    init(_ content: Content) { self.content = content }
}

extension KeyTemplate {
    /// A template whose whole text is cased so, for services with the key format ``KeyFormat/electroDB``.
    ///
    /// ```swift
    /// Primary("reservation", partition: .casing(.asWritten, [propertyID]), sort: .casing(.uppercased, "\(checkIn)|\(room)"))
    /// ```
    public static func casing(_ casing: KeyTextCasing, _ template: KeyTemplate) -> KeyTemplate {
        var copy = template
        copy.casing = casing
        return copy
    }

    /// A key attribute of type number that is a copy of this attribute: a number, or a Bool as 1 or 0.
    public static func number<Value>(_ attribute: Attribute<Value>) -> KeyTemplate {
        KeyTemplate(.number(attribute.keyPlaceholder))
    }
}
