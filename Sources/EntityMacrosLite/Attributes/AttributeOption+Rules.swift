extension AttributeOption where Value: StringAttributeValue {
    /// Only texts in which this regular expression, in Swift's notation, is found: `^` and `$` bind it to the whole. The generator
    /// checks the pattern.
    public static func matching(_ pattern: String) -> Self { Self(.matching(pattern)) }
}

/// A rule that each element of a collection has to satisfy: `.each(.length(1...20))`. There are `.length`, `.range`, `.matching` and
/// `.validated`.
extension AttributeOption {
    /// Rules for the elements of a list.
    public static func each<Element>(_ rules: AttributeOption<Element>...) -> Self where Value == [Element] {
        Self(.each(rules.map(\.kind)))
    }

    /// Rules for the elements of a list.
    public static func each<Element>(_ rules: AttributeOption<Element>...) -> Self where Value == [Element]? {
        Self(.each(rules.map(\.kind)))
    }

    /// Rules for the members of a set.
    public static func each<Element>(_ rules: AttributeOption<Element>...) -> Self where Value == Set<Element> {
        Self(.each(rules.map(\.kind)))
    }

    /// Rules for the members of a set.
    public static func each<Element>(_ rules: AttributeOption<Element>...) -> Self where Value == Set<Element>? {
        Self(.each(rules.map(\.kind)))
    }

    /// Rules for the values of a dictionary.
    public static func each<Element>(_ rules: AttributeOption<Element>...) -> Self where Value == [String: Element] {
        Self(.each(rules.map(\.kind)))
    }

    /// Rules for the values of a dictionary.
    public static func each<Element>(_ rules: AttributeOption<Element>...) -> Self where Value == [String: Element]? {
        Self(.each(rules.map(\.kind)))
    }
}
