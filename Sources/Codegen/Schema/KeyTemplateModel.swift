public import EntityMacrosLite

/// The text of a key: literal texts and parts. Composites are resolved to these by the service's key format.
public struct KeyTemplateModel: Hashable, Sendable, Codable {
    public var segments: [KeySegment]
    /// Whether it was written as a list of attributes.
    public var isComposite: Bool
    /// What becomes of the letters of the whole text; nil in the native format, which leaves them.
    public var casing: KeyTextCasing?
    /// What the sort keys of all items of the entity begin with, and no other entity's: in ElectroDB's formats, where ranges have to be
    /// kept within it.
    public var entityPrefix: String?

    public init(segments: [KeySegment], isComposite: Bool = false, casing: KeyTextCasing? = nil) {
        self.segments = segments
        self.isComposite = isComposite
        self.casing = casing
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

    private enum TextCodingKeys: String, CodingKey { case _0 = "literal" }
    private enum PartCodingKeys: String, CodingKey { case _0 = "placeholder" }
}

/// An attribute in a key.
public struct KeyPlaceholderModel: Hashable, Sendable, Codable {
    public var attribute: String
    /// The parameter of a query that gives the value: the attribute's name, unless the key has the attribute in several forms.
    /// Two placeholders with the same parameter in one access pattern are one value.
    public var parameter: String
    public var encoding: KeyPlaceholderEncoding
    /// The delimiter that follows, if a value has to be rid of it beyond what is always escaped: one Unicode scalar.
    public var escapedDelimiter: String?
    /// Whether the last part given to a query may be a range of this one's values.
    public var allowsRange: Bool
    public var location: SourceLocation = .unknown

    public init(
        attribute: String, parameter: String? = nil, encoding: KeyPlaceholderEncoding, escapedDelimiter: String? = nil,
        allowsRange: Bool = true
    ) {
        self.attribute = attribute
        self.parameter = parameter ?? attribute
        self.encoding = encoding
        self.escapedDelimiter = escapedDelimiter
        self.allowsRange = allowsRange
    }

    enum CodingKeys: CodingKey {
        case attribute, parameter, encoding, escapedDelimiter, allowsRange
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
    /// What the `KeyPart` conformance of a type of the user's writes.
    case custom
    /// The hash of what `of` writes, modulo `count`.
    case shard(count: Int, of: KeyPlaceholderEncoding)
    /// The value itself, as it is stored: a native key.
    case native
    /// As JavaScript writes it, nothing escaped, filled up from the left: ElectroDB's key formats.
    case raw(padding: PaddingModel?)
    /// The number itself, or a Bool as 1 or 0: a numeric key.
    case number
}

/// To what length a value's text is filled up in keys, and with what.
public struct PaddingModel: Hashable, Sendable, Codable {
    /// In UTF-16 units.
    public var length: Int
    public var fill: String

    public init(length: Int, fill: String) {
        self.length = length
        self.fill = fill
    }
}

extension KeyPlaceholderEncoding {
    /// Whether nothing but what follows tells where the text ends.
    public var isVariableWidth: Bool {
        switch self {
        case .text, .custom: true
        case .integer, .decimal, .bool, .date, .uuid, .ulid, .shard, .native, .raw, .number: false
        }
    }
}

extension KeyTemplateModel {
    /// The template without where it was written, for comparison.
    var withoutLocations: KeyTemplateModel {
        var copy = self
        copy.segments = segments.map {
            guard case .part(var part) = $0 else { return $0 }
            part.location = .unknown
            return .part(part)
        }
        return copy
    }
}
