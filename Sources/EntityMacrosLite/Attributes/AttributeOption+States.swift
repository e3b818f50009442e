extension AttributeOption where Value == Choice {
    /// The values are states, and these are the ways from one to the next. A record begins in the default; one that leads nowhere is
    /// final.
    ///
    /// ```swift
    /// let status = Attribute<Choice>(
    ///     "placed", "paid", "shipped", "cancelled", .default("placed"),
    ///     .transitions(["placed": ["paid", "cancelled"], "paid": ["shipped"]]))
    /// ```
    /// An update gives a move instead of a value, `$0.set(status: .toPaid)`, and is refused where the stored state does not allow it.
    public static func transitions(_ transitions: KeyValuePairs<Choice, [Choice]>) -> Self {
        Self(.transitions(transitions.map { (from: $0.key.rawValue, to: $0.value.map(\.rawValue)) }))
    }
}
