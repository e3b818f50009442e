public import EntityMacrosLite

/// The text of a key: literal texts and parts. Composites are resolved to these by the service's key format.
public struct KeyTemplateModel: Hashable, Sendable, Codable {
    public var segments: [KeySegment]
    /// Whether it was written as a list of attributes.
    public var isComposite: Bool

    public init(segments: [KeySegment], isComposite: Bool = false) {
        self.segments = segments
        self.isComposite = isComposite
    }

    public var parts: [KeyPlaceholderModel] {
        segments.compactMap { if case .part(let part) = $0 { part } else { nil } }
    }
}

/// A piece of a key's text.
public enum KeySegment: Hashable, Sendable, Codable {
    /// Taken as written. Never empty, and never next to another.
    case text(String)
    case part(KeyPlaceholderModel)
}

/// An attribute in a key.
public struct KeyPlaceholderModel: Hashable, Sendable, Codable {
    public var attribute: String
    public var encoding: KeyPlaceholderEncoding
    /// The delimiter that follows, if a value has to be rid of it beyond what is always escaped: one Unicode scalar.
    public var escapedDelimiter: String?
    /// Whether the last part given to a query may be a range of this one's values.
    public var allowsRange: Bool
    public var location: SourceLocation = .unknown

    public init(
        attribute: String, encoding: KeyPlaceholderEncoding, escapedDelimiter: String? = nil, allowsRange: Bool = true
    ) {
        self.attribute = attribute
        self.encoding = encoding
        self.escapedDelimiter = escapedDelimiter
        self.allowsRange = allowsRange
    }

    enum CodingKeys: CodingKey {
        case attribute, encoding, escapedDelimiter, allowsRange
    }
}

/// How a part's value is written. The rules are in `docs/Architecture.md`, "Key text".
public indirect enum KeyPlaceholderEncoding: Hashable, Sendable, Codable {
    /// Escaped UTF-8.
    case text(lowercased: Bool)
    /// A whole number with that many digits, sign-aware unless `isSigned` is false.
    case integer(width: Int, isSigned: Bool)
    /// A fixed-point number, sign-aware.
    case decimal(width: Int, scale: Int)
    case bool
    /// UTC; all of it where `unit` is nil.
    case date(unit: DateBucket?)
    case uuid
    case ulid
    /// The hash of what `of` writes, modulo `count`.
    case shard(count: Int, of: KeyPlaceholderEncoding)
    /// The value itself, as it is stored: a native key.
    case native
}
