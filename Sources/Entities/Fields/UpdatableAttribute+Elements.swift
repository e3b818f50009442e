// What is inside of lists, dictionaries and values without a definition: `$0.scores[0].add(1)`, `$0.labels["color"].set("red")`.
//
// What the element is inside of has to be there: DynamoDB refuses a path that leads nowhere.

extension UpdatableAttribute {
    /// The element of the list at an index, from 0. Setting one behind the end appends; removing one moves up those behind it.
    public subscript<Element: AttributeConvertible>(index: Int) -> OptionalUpdatableField<Element>
    where Value == [Element] {
        .init(path: path.appending(index: index), rule?.ofElement { [$0] })
    }

    /// The value of the dictionary for a key.
    public subscript<Element: AttributeConvertible>(key: String) -> OptionalUpdatableField<Element>
    where Value == [String: Element] {
        .init(path: path.appending(key), rule?.ofElement { [key: $0] })
    }

    /// The nested map of the dictionary for a key.
    public subscript<Map: MapRecord>(key: String) -> OptionalUpdatableMapField<Map> where Value == [String: Map] {
        .init(path: path.appending(key))
    }

    /// Replaces the element at an index, from 0; an index behind the end appends.
    public func set<Element: AttributeConvertible>(at index: Int, _ element: Element) -> Change
    where Value == [Element] {
        self[index].set(element)
    }

    /// Removes the element at an index, from 0; those behind it move up.
    public func remove<Element: AttributeConvertible>(at index: Int) -> Change where Value == [Element] {
        self[index].remove()
    }

    /// Sets one entry of a dictionary.
    public func set<Element: AttributeConvertible>(_ key: String, _ value: Element) -> Change
    where Value == [String: Element] {
        self[key].set(value)
    }

    /// Sets one entry of a dictionary of nested maps, which has to satisfy the rules of its definition.
    public func set<Map: MapRecord>(_ key: String, _ value: Map) -> Change where Value == [String: Map] {
        self[key].set(value)
    }

    /// Removes one entry of a dictionary.
    public func remove<Element: AttributeConvertible>(_ key: String) -> Change where Value == [String: Element] {
        .remove(path.appending(key))
    }
}

extension UpdatableAttribute<AttributeValue> {
    /// The member of the map, if the value is one.
    public subscript(name: String) -> OptionalUpdatableField<AttributeValue> { .init(path: path.appending(name)) }

    /// The element of the list at an index, from 0, if the value is one.
    public subscript(index: Int) -> OptionalUpdatableField<AttributeValue> {
        .init(path: path.appending(index: index))
    }
}
