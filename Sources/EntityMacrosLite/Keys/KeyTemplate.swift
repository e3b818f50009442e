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
    }

    package let content: Content

    public init(stringLiteral value: String) { content = .text(value.isEmpty ? [] : [.text(value)]) }

    public init(stringInterpolation: StringInterpolation) { content = .text(stringInterpolation.segments) }

    public init(arrayLiteral elements: (any KeyAttribute)...) { content = .composite(elements.map(\.keyPlaceholder)) }
}
