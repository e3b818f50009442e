/// How a key's text is made up, for reading it: literal texts, and the forms of the parts between them; made by generated code.
///
/// ```swift
/// let pattern: KeyTextPattern = "COMMENT#\(.whole)#\(.digits(6))"
/// ```
public struct KeyTextPattern: Hashable, Sendable {
    /// The form of a part.
    public enum Form: Hashable, Sendable {
        /// The form that the part's type has in a key unless the template says otherwise.
        case whole
        /// A whole number of so many digits.
        case digits(Int)
        /// A number with so many digits before and after the point.
        case fixedPoint(width: Int, scale: Int)
        /// As ElectroDB writes it: nothing is escaped, and the part ends where the text behind it begins for the first time.
        case raw
    }

    enum Segment: Hashable, Sendable {
        case literal([UInt8])
        case part(Form)
    }

    private(set) var segments: [Segment]
    /// How the letters of the whole text are written.
    private(set) var casing = KeyTextCasing.asWritten

    /// The pattern of a text in small letters.
    public static func lowercased(_ pattern: KeyTextPattern) -> KeyTextPattern { pattern.cased(.lowercased) }

    /// The pattern of a text in capitals.
    public static func uppercased(_ pattern: KeyTextPattern) -> KeyTextPattern { pattern.cased(.uppercased) }

    private func cased(_ casing: KeyTextCasing) -> KeyTextPattern {
        var copy = self
        copy.casing = casing
        copy.segments = segments.map { segment in
            guard case .literal(let literal) = segment else { return segment }
            return .literal(KeyText(literal: String(decoding: literal, as: UTF8.self)).cased(casing).utf8.array)
        }
        return copy
    }
}

extension KeyTextPattern: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) {
        segments = [.literal([UInt8](value.utf8))]
    }

    public init(stringInterpolation: StringInterpolation) {
        segments = stringInterpolation.segments
    }

    /// Collects literals and the forms of parts.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var segments: [Segment] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            segments.reserveCapacity(2 * interpolationCount + 1)
        }

        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { segments.append(.literal([UInt8](literal.utf8))) }
        }

        public mutating func appendInterpolation(_ form: Form) {
            segments.append(.part(form))
        }
    }
}
