import Entities

/// What a table is, as far as its items are concerned: keys, their types, indexes. Checked and ready for use.
struct TableLayout: Sendable {
    let name: String
    let keys: KeySchema
    private(set) var attributeTypes: [String: ScalarType]
    let layout: KeyLayout
    /// The same for whoever looks for it in items.
    let primaryKey: PrimaryKey?
    /// Local indexes first, each kind in the order in which they were made.
    private(set) var indexes: [IndexLayout] = []
    /// The same in the order of their names, in which the service complains about an item that does not fit them.
    private(set) var indexesByName: [IndexLayout] = []

    /// The request must have passed `CreateTableRules`.
    init(_ request: CreateTableRequest) {
        name = request.tableName
        keys = request.keys
        attributeTypes = request.attributeTypes
        layout = KeyLayout(
            partition: Self.components(request.keys.partition, request.attributeTypes),
            sort: Self.components(request.keys.sort, request.attributeTypes))
        primaryKey = PrimaryKey(layout)
        let ordered = request.indexes.filter(\.isLocal) + request.indexes.filter { !$0.isLocal }
        for index in ordered { insert(self.index(index, types: attributeTypes)) }
    }

    var hasLocalIndexes: Bool { indexes.contains(where: \.isLocal) }

    func index(named name: String) -> IndexLayout? {
        indexes.first { $0.name == name }
    }

    // MARK: Other layouts

    /// The layout of another index of this table.
    /// - Parameters:
    ///   - types: of its key attributes.
    ///   - readableFrom: from when on it can be read; `nil` for at once.
    func index(
        _ index: IndexDescription, types: [String: ScalarType], readableFrom: Date? = nil
    ) -> IndexLayout {
        let tableKeys = (index.isLocal ? [] : layout.partition) + layout.sort
        let components = KeyLayout(
            partition: Self.components(index.keys.partition, types),
            sort: Self.components(index.keys.sort, types) + tableKeys,
            hashedTail: index.isLocal ? 0 : tableKeys.count)
        return IndexLayout(index, layout: components, tableKeys: keys, readableFrom: readableFrom)
    }

    /// The layout with one index more.
    /// - Parameter types: of its key attributes. Those that the table has already stay as they are.
    func adding(_ index: IndexLayout, types: [String: ScalarType]) -> TableLayout {
        var layout = self
        for name in index.keys.names where layout.attributeTypes[name] == nil {
            layout.attributeTypes[name] = types[name]
        }
        layout.insert(index)
        return layout
    }

    /// The layout without an index, and without the types that only its key needed.
    func removing(_ index: IndexLayout) -> TableLayout {
        var layout = self
        layout.indexes.removeAll { $0 === index }
        layout.indexesByName.removeAll { $0 === index }
        let used = Set(keys.names + layout.indexes.flatMap(\.keys.names))
        layout.attributeTypes = attributeTypes.filter { used.contains($0.key) }
        return layout
    }

    private mutating func insert(_ index: IndexLayout) {
        indexes.append(index)
        let place = indexesByName.firstIndex { index.name.utf8.lexicographicallyPrecedes($0.name.utf8) }
        indexesByName.insert(index, at: place ?? indexesByName.count)
    }

    private static func components(
        _ names: [String], _ types: [String: ScalarType]
    ) -> [KeyLayout.Component] {
        names.map { KeyLayout.Component($0, types[$0] ?? .string) }
    }
}
