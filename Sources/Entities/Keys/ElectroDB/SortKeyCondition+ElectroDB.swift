extension SortKeyCondition {
    /// All keys that begin with a text, and those that ElectroDB's own comparison asks for instead; called by generated code.
    /// - Parameter keys: the text without the label of the first part that is not given, so that the value before may go on.
    public static func beginning(_ values: KeyText, keys: KeyText) -> Self {
        Self(kind: .beginning(values), kindByKeys: .beginning(keys))
    }

    /// The keys in ElectroDB's format whose part behind `prefix` is in a range; called by generated code.
    ///
    /// The order is that of the keys' UTF-8, in which a value has the delimiter behind it: values none of which has a character below
    /// the delimiter's first are in their own order, and those of one length always are. Of others, `New York#` comes before `New#`,
    /// since a space is below `#`. Numbers are in numeric order where they are padded. Each value is in exactly one of `..<b` and `b...`.
    ///
    /// Since nothing is escaped, a value that has the delimiter's text in it cannot be told from the part of it before that, and is in
    /// the ranges that this part is in.
    /// - Parameters:
    ///   - prefix: the text before the part.
    ///   - delimiter: the text between the part and the next one; empty where the part is the last of the key. May begin with any character.
    ///   - casing: how the letters of the key are written, and so of each bound as a whole.
    ///   - entity: the entity's prefix of the sort key, in the casing of the key. With `KeyComparison.keys` it bounds ranges that have one
    ///     bound, which would read the entities behind otherwise. Without it they have ElectroDB's own operator.
    ///   - postfix: the text that ends the keys of a clustered index, where the part is the last one.
    ///   - text: the form that the part has in the key.
    @inlinable
    @_disfavoredOverload
    public static func range<Bound: Sendable>(
        after prefix: KeyText, _ range: SortKeyRange<Bound>, before delimiter: String = "",
        casing: KeyTextCasing = .asWritten, within entity: KeyText? = nil, postfix: String = "",
        _ text: (Bound) -> KeyText
    ) -> Self {
        // Where a part is missing, ElectroDB ends the key behind the part's label. Only text can be empty instead.
        let isBareKey = delimiter.isEmpty && postfix.isEmpty && Bound.self == String.self
        return .range(
            after: prefix, places: range.map { SortKeyPlace(text($0), before: delimiter, postfix: postfix) },
            casing: casing, within: entity, includingBareKey: isBareKey)
    }

    /// The keys in ElectroDB's format whose parts behind `prefix` are in a range over several of them; called by generated code.
    ///
    /// Each part has the order that it has by itself, with the label of the next part behind it.
    @inlinable
    public static func range<Bound: SortKeyBound>(
        after prefix: KeyText, in range: SortKeyRange<Bound>, casing: KeyTextCasing, within entity: KeyText? = nil
    ) -> Self {
        .range(
            after: prefix, places: range.map { $0.place }, casing: casing, within: entity, includingBareKey: false)
    }

    @usableFromInline
    static func range(
        after prefix: KeyText, places range: SortKeyRange<SortKeyPlace>, casing: KeyTextCasing,
        within entity: KeyText?, includingBareKey: Bool
    ) -> Self {
        let form = RawPartForm(prefix: prefix, casing: casing)
        if let start = range.prefix {
            return .beginning(form.key(start.text, ""), keys: form.key(start.text, start.postfix))
        }
        return form.range(range, within: entity, includingBareKey: includingBareKey)
    }
}

/// Where parts stand in their key, unescaped.
private struct RawPartForm {
    let prefix: KeyText
    let casing: KeyTextCasing

    /// The key up to a part's text and what follows it.
    func key(_ part: KeyText, _ rest: String) -> KeyText {
        var key = prefix
        key.append(part)
        key.append(literal: rest)
        return key.cased(casing)
    }

    func range(
        _ range: SortKeyRange<SortKeyPlace>, within entity: KeyText?, includingBareKey: Bool
    ) -> SortKeyCondition {
        if range.lower == nil, range.upper == nil { return .beginning(prefix.cased(casing)) }
        if let problem = prefix.problem ?? range.lower?.text.problem ?? range.upper?.text.problem {
            return SortKeyCondition(kind: .range(.beginsWith(.invalid(problem))))
        }
        return SortKeyCondition(
            kind: values(range, includingBareKey: includingBareKey),
            kindByKeys: keys(range, within: entity ?? KeyText())
        )
    }

    /// The keys whose parts are in the range.
    private func values(_ range: SortKeyRange<SortKeyPlace>, includingBareKey: Bool) -> SortKeyCondition.Kind {
        let start = prefix.cased(casing)
        func key(_ place: SortKeyPlace) -> KeyText { self.key(place.text, place.delimiter + place.postfix) }
        /// Behind all keys at this place.
        func end(_ place: SortKeyPlace) -> KeyText {
            var key = key(place)
            key.append(literal: place.delimiter.isEmpty ? "\0" : KeyText.maximum)
            return key
        }

        let lower =
            switch range.lower {
            case nil: includingBareKey || start.utf8.isEmpty ? start : start.leastAbove
            case let place?: range.includesLower ? key(place) : end(place)
            }
        guard let place = range.upper else {
            if start.utf8.isEmpty { return lower.utf8.isEmpty ? .all : .range(.greaterOrEqual(Operand(lower))) }
            var upper = start
            upper.append(literal: KeyText.maximum)
            return .between(lower, upper)
        }
        if range.includesUpper {
            let upper = place.delimiter.isEmpty ? key(place) : end(place)
            // Above the value and yet at its last key is nothing.
            return upper == lower && !place.delimiter.isEmpty ? .nothing : .between(lower, upper)
        }
        guard let upper = key(place).greatestBelow else { return .nothing }
        return .between(lower, upper)
    }

    /// The keys that are themselves in the range.
    private func keys(_ range: SortKeyRange<SortKeyPlace>, within entity: KeyText) -> SortKeyCondition.Kind {
        let (lower, upper) = (
            range.lower.map { key($0.text, $0.postfix) }, range.upper.map { key($0.text, $0.postfix) }
        )
        if entity.utf8.isEmpty {
            switch (lower, upper) {
            // DynamoDB has no empty keys: all are above the empty text, none below.
            case (let lower?, nil):
                if lower.utf8.isEmpty { return .all }
                return .range(range.includesLower ? .greaterOrEqual(Operand(lower)) : .greater(Operand(lower)))
            case (nil, let upper?):
                if upper.utf8.isEmpty { return .nothing }
                return .range(range.includesUpper ? .lessOrEqual(Operand(upper)) : .less(Operand(upper)))
            default: break
            }
        }
        let least = lower.map { range.includesLower ? $0 : $0.leastAbove } ?? entity
        guard let upper else {
            var end = entity
            end.append(literal: KeyText.maximum)
            return .between(least, end)
        }
        guard let greatest = range.includesUpper ? upper : upper.greatestBelow else { return .nothing }
        return .between(least, greatest)
    }
}
