// Options that leave something to functions of the user's, which a generated protocol demands.

extension AttributeOption {
    /// A function of the user's, `static func normalize(email: String) -> String`, brings every value into the form in which it is
    /// stored: those of drafts, records and updates, those in keys and in the bounds of queries, and those that conditions
    /// compare with. `"ADA@X.ORG"` then finds what was written as `"ada@x.org"`.
    ///
    /// It can be applied more than once to a value, and must not change what it has normalized: `normalize(normalize(x)) ==
    /// normalize(x)`. Beginnings of texts (`begins(with:)`, `.beginning(with:)`) pass through it as well.
    public static var normalized: Self { Self(.normalized) }

    /// A function of the user's, `static func present(score: Int) -> Int`, says what a record shows of the stored value.
    ///
    /// The record keeps the value as it is stored, so that writing a record changes nothing: `score` shows `present(score:
    /// storedScore)`. Conditions, updates and drafts are about the stored value.
    public static var presented: Self { Self(.presented) }

    /// The value follows from other attributes: a function of the user's, `static func computeSlug(title: String) -> String`, works it
    /// out whenever one of them is set, by a draft, in a record, or by an update in the same request. Nothing else sets it.
    ///
    /// The sources can be parts of the primary key, and computed themselves. The function has to be pure: the same values, the same
    /// result.
    public static func computed<Definition: EntityDefinition>(
        from sources: (any PartialKeyPath<Definition> & Sendable)...
    ) -> Self { Self(.computedFrom(sources.map { $0 as any AnyKeyPath & Sendable })) }
}

extension AttributeOption {
    /// Written and never read back: drafts, updates and conditions have it, records that were read do not, and nothing of the
    /// record prints it. A request that writes it holds it: so do its ``explain()`` and whatever records requests.
    public static var hidden: Self { Self(.hidden) }

    /// An item that was stored before there was the attribute is read as if it had the `.default`; a list or dictionary without one,
    /// as if it were empty.
    ///
    /// What is stored stays as it is: conditions find the attribute absent, and indexes get their keys with the next write.
    public static var backfilled: Self { Self(.backfilled) }
}

extension AttributeOption where Value: FixedWidthInteger & LiteralRepresentable {
    /// Starts at a value and is changed by adding to it.
    public static func counter(from start: Value) -> Self { Self(.counterStart(start.literalValue)) }
}
