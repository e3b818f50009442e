// What is inside of lists, dictionaries and values without a definition: `$0.scores[0] > 3`, `$0.labels["color"] == "red"`.
//
// An element may be absent, so that it compares with `nil`.

extension AttributeField {
    /// The element of the list at an index, from 0.
    public subscript<Element: AttributeConvertible>(index: Int) -> OptionalField<Element> where Value == [Element] {
        .init(path: path.appending(index: index))
    }

    /// The value of the dictionary for a key.
    public subscript<Element: AttributeConvertible>(key: String) -> OptionalField<Element>
    where Value == [String: Element] {
        .init(path: path.appending(key))
    }

    /// The nested map of the dictionary for a key.
    public subscript<Map: MapRecord>(key: String) -> OptionalMapField<Map> where Value == [String: Map] {
        .init(path: path.appending(key))
    }
}

extension AttributeField<AttributeValue> {
    /// The member of the map, if the value is one.
    public subscript(name: String) -> OptionalField<AttributeValue> { .init(path: path.appending(name)) }

    /// The element of the list at an index, from 0, if the value is one.
    public subscript(index: Int) -> OptionalField<AttributeValue> { .init(path: path.appending(index: index)) }
}
