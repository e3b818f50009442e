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
    /// What ElectroDB would ask instead, where the entity is one of its format's; see `KeyComparison`.
    var kindByKeys: Kind?

    /// No condition: the whole partition.
    public static var all: Self { Self(kind: .all) }

    /// Exactly this key.
    public static func exactly(_ key: KeyText) -> Self { Self(kind: .equal(Operand(key))) }

    /// All keys that begin with this text.
    public static func beginning(_ prefix: KeyText) -> Self {
        Self(kind: .beginning(prefix))
    }

    /// The keys whose part behind `prefix` is in a range.
    /// - Parameters:
    ///   - prefix: the text before the part.
    ///   - delimiter: the literal text behind the part; empty where the part is the last of the key. It begins below `%`, or else the
    ///     order of the keys is not that of the parts.
    ///   - text: the form that the part has in the key.
    @inlinable
    public static func range<Bound: Sendable>(
        after prefix: KeyText, _ range: SortKeyRange<Bound>, before delimiter: String = "",
        _ text: (Bound) -> KeyText
    ) -> Self {
        Self.range(after: prefix, places: range.map { SortKeyPlace(text($0), before: delimiter) })
    }

    /// The keys whose parts behind `prefix` are in a range over several of them; called by generated code.
    @inlinable
    public static func range<Bound: SortKeyBound>(after prefix: KeyText, in range: SortKeyRange<Bound>) -> Self {
        Self.range(after: prefix, places: range.map { $0.place })
    }

    @usableFromInline
    static func range(after prefix: KeyText, places range: SortKeyRange<SortKeyPlace>) -> Self {
        func key(_ place: SortKeyPlace) -> KeyText {
            var key = prefix
            key.append(place.text)
            return key
        }
        if let start = range.prefix { return .beginning(key(start)) }
        var lower = range.lower.map(key) ?? prefix
        if lower.problem != nil { return Self(kind: .range(.beginsWith(Operand(lower)))) }
        // DynamoDB has no empty keys, so that all are above the empty text.
        if !range.includesLower, let delimiter = range.lower?.delimiter, !lower.utf8.isEmpty || !delimiter.isEmpty {
            lower = lower.end(before: delimiter)
        }

        var upper: KeyText
        switch range.upper {
        case nil:
            if lower.utf8.isEmpty { return .all }
            if prefix.utf8.isEmpty { return Self(kind: .range(.greaterOrEqual(Operand(lower)))) }
            upper = prefix
            upper.append(literal: KeyText.maximum)
        case let place?:
            upper = key(place)
            switch (range.includesUpper, place.delimiter.isEmpty) {
            case (true, true): break
            case (true, false):
                upper = upper.end(before: place.delimiter)
                // Above the value and yet at its last key is nothing.
                if upper == lower { return Self(kind: .nothing) }
            // No key is equal to the bound, since the delimiter follows.
            case (false, false): if upper == lower { return Self(kind: .nothing) }
            case (false, true):
                guard let below = upper.greatestBelow else { return Self(kind: .nothing) }
                upper = below
            }
        }
        return Self(kind: .between(lower, upper))
    }

    /// The keys whose part behind `prefix`, in its own form, is in a range.
    @inlinable
    public static func range<Bound: KeyPart>(
        after prefix: KeyText, _ range: SortKeyRange<Bound>, before delimiter: String = ""
    ) -> Self {
        self.range(after: prefix, range, before: delimiter) { "\($0)" }
    }
}

extension SortKeyCondition.Kind {
    /// All keys that begin with this text.
    static func beginning(_ prefix: KeyText) -> Self {
        prefix.utf8.isEmpty && prefix.problem == nil ? .all : .range(.beginsWith(Operand(prefix)))
    }

    /// The keys from one to another, both included.
    static func between(_ lower: KeyText, _ upper: KeyText) -> Self {
        if upper.problem == nil, upper.utf8.isEmpty || upper.precedes(lower) { return .nothing }
        return .range(lower.utf8.isEmpty ? .lessOrEqual(Operand(upper)) : .between(Operand(lower), Operand(upper)))
    }
}

extension KeyText {
    /// What is behind all keys that begin with this text and a delimiter, and before all others that are above it; without a
    /// delimiter the least text above.
    func end(before delimiter: String) -> KeyText {
        if delimiter.isEmpty { return leastAbove }
        var end = self
        end.append(literal: delimiter)
        end.append(literal: KeyText.maximum)
        return end
    }

    /// The least text above this one.
    var leastAbove: KeyText {
        var above = self
        above.utf8.append(0)
        return above
    }

    /// The greatest text that a key below this one can have: the last scalar replaced by the one before it, and U+10FFFF.
    /// `nil` for an empty text, below which there is none.
    var greatestBelow: KeyText? {
        var scalars = Substring(text).unicodeScalars
        guard let last = scalars.popLast() else { return nil }
        var below = String(scalars)
        // Below U+0000 in the last place is only the text without it.
        if last.value > 0, let before = Unicode.Scalar(last.value == 0xE000 ? 0xD7FF : last.value - 1) {
            below.unicodeScalars.append(before)
            below += KeyText.maximum
        }
        return KeyText(literal: below, problem: problem)
    }
}
