/// Which attributes are asked for, and how they are read from an item.
struct AttributeSelection<Value: Sendable>: Sendable {
    let paths: [AttributePath]
    let read: @Sendable (EncodedItem) throws(AttributeError) -> Value

    init<Field: SelectableField>(of field: Field) where Value == Field.Selected {
        paths = [field.path]
        read = { (item) throws(AttributeError) in try field.selected(from: item) }
    }

    init<each Field: SelectableField>(each fields: repeat each Field) where Value == (repeat (each Field).Selected) {
        var paths: [AttributePath] = []
        for field in repeat each fields { paths.append(field.path) }
        self.paths = paths
        read = { (item) throws(AttributeError) in (repeat try (each fields).selected(from: item)) }
    }
}

/// Two are the same where they ask for the same: the paths and the type say how these are read.
extension AttributeSelection: Hashable {
    static func == (left: Self, right: Self) -> Bool { left.paths == right.paths }

    func hash(into hasher: inout Hasher) { hasher.combine(paths) }
}
