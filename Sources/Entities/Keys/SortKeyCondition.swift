/// What a query asks of the sort key, made by generated code from the parts that the caller gives.
public struct SortKeyCondition: Hashable, Sendable {
    /// Nothing, everything, or a part of the partition.
    enum Kind: Hashable, Sendable {
        /// The whole partition.
        case all
        case equal(Operand)
        case range(KeyCondition.Range)
        /// The range is empty: the query has no results, whatever is stored.
        case nothing
    }

    let kind: Kind

    /// No condition: the whole partition.
    public static var all: Self { Self(kind: .all) }

    /// Exactly this key.
    public static func exactly(_ key: KeyText) -> Self { Self(kind: .equal(Operand(key))) }

    /// All keys that begin with this text.
    public static func beginning(_ prefix: KeyText) -> Self {
        prefix.text.isEmpty && prefix.problem == nil ? .all : Self(kind: .range(.beginsWith(Operand(prefix))))
    }

    /// The keys whose part behind `prefix` is in a range.
    /// - Parameters:
    ///   - prefix: the text before the part.
    ///   - delimiter: the literal text behind the part; empty where the part is the last of the key.
    ///   - text: the form that the part has in the key.
    public static func range<Bound: Sendable>(
        after prefix: KeyText, _ range: SortKeyRange<Bound>, before delimiter: String = "",
        _ text: (Bound) -> KeyText
    ) -> Self {
        var lower = prefix
        if let bound = range.lower { lower.append(text(bound)) }
        if let start = range.prefix {
            lower.append(escaping: start)
            return .beginning(lower)
        }
        var upper = prefix
        if let bound = range.upper {
            upper.append(text(bound))
            if range.includesUpper {
                if !delimiter.isEmpty { upper.append(literal: delimiter + KeyText.maximum) }
            } else if delimiter.isEmpty {
                guard let below = upper.greatestBelow else { return Self(kind: .nothing) }
                upper = below
            }
        } else if upper.text.isEmpty {
            guard range.lower != nil else { return .all }
            return Self(kind: .range(.greaterOrEqual(Operand(lower))))
        } else {
            upper.append(literal: KeyText.maximum)
        }
        if lower.problem == nil, upper.problem == nil,
            lower.text.utf8.lexicographicallyPrecedes(upper.text.utf8) == false,
            lower.text != upper.text
        {
            return Self(kind: .nothing)
        }
        if lower.text.isEmpty, lower.problem == nil { return Self(kind: .range(.lessOrEqual(Operand(upper)))) }
        return Self(kind: .range(.between(Operand(lower), Operand(upper))))
    }

    /// The keys whose part behind `prefix`, in its own form, is in a range.
    public static func range<Bound: KeyPart>(
        after prefix: KeyText, _ range: SortKeyRange<Bound>, before delimiter: String = ""
    ) -> Self {
        self.range(after: prefix, range, before: delimiter) { "\($0)" }
    }
}

extension Operand {
    /// The key's text as an operand, or the reason why there is none.
    init(_ key: KeyText) {
        self = key.problem.map { .invalid($0) } ?? .value(.string(key.text))
    }

    /// A converted value as an operand, or the reason why there is none.
    public init<Value: AttributeConvertible>(converting value: Value) {
        do throws(AttributeError) {
            self = .value(try AttributeValue(converting: value))
        } catch {
            self = .invalid(error)
        }
    }
}

extension KeyText {
    /// Above every text that can follow in a key, see `append(escaping:)`.
    static let maximum = "\u{10FFFF}"

    /// The greatest text that a key below this one can have: the last scalar replaced by the one before it, and U+10FFFF.
    /// `nil` for an empty text, below which there is none.
    var greatestBelow: KeyText? {
        var scalars = Substring(text).unicodeScalars
        guard let last = scalars.popLast(), last.value > 0 else { return nil }
        let value = last.value == 0xE000 ? 0xD7FF : last.value - 1
        guard let before = Unicode.Scalar(value) else { return nil }
        var below = KeyText(literal: String(scalars))
        below.append(literal: String(Character(before)) + KeyText.maximum)
        if let problem { below.refuse(problem.reason) }
        return below
    }
}

extension KeyText: AttributeConvertible {
    public init(from value: inout AttributeReader) throws(AttributeError) {
        self.init(literal: try value.string())
    }

    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        if let problem { throw problem }
        value.write(text)
    }
}
