import Entities

/// What a table is, as far as its items are concerned: keys, their types, indexes. Checked and ready for use.
struct TableLayout: Sendable {
    let name: String
    let keys: KeySchema
    let attributeTypes: [String: ScalarType]
    let layout: KeyLayout
    /// Local indexes first, each kind in the order of the request.
    let indexes: [IndexLayout]

    /// The request must have passed `CreateTableRules`.
    init(_ request: CreateTableRequest) {
        name = request.tableName
        keys = request.keys
        attributeTypes = request.attributeTypes
        func components(_ names: [String]) -> [KeyLayout.Component] {
            names.map { KeyLayout.Component($0, request.attributeTypes[$0] ?? .string) }
        }
        let tablePartition = components(request.keys.partition)
        let tableSort = components(request.keys.sort)
        layout = KeyLayout(partition: tablePartition, sort: tableSort)
        let ordered = request.indexes.filter(\.isLocal) + request.indexes.filter { !$0.isLocal }
        indexes = ordered.map { index in
            IndexLayout(
                index,
                layout: KeyLayout(
                    partition: components(index.keys.partition),
                    sort: components(index.keys.sort) + (index.isLocal ? [] : tablePartition) + tableSort),
                tableKeys: request.keys)
        }
    }

    var hasLocalIndexes: Bool { indexes.contains(where: \.isLocal) }

    func index(named name: String) -> IndexLayout? {
        indexes.first { $0.name == name }
    }
}
