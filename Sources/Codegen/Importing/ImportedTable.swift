/// The table that models share, as their indexes tell it.
struct ImportedTable {
    /// A key attribute, and what kind of thing it holds.
    struct Key: Hashable {
        enum Form: Hashable {
            /// A text of its own.
            case text
            /// A number of its own.
            case number
            /// An attribute of the entity: a number, or a text.
            case native(isNumber: Bool)
        }

        var name: String
        var form: Form

        var isNative: Bool { if case .native = form { true } else { false } }
    }

    struct Index {
        var name: String
        var isLocal: Bool
        var partition: [Key]
        var sort: [Key]
        /// By stored names.
        var projection: ElectroDBIndex.Projection

        /// Whether both can be one index of a table.
        func agrees(with other: Index) -> Bool {
            isLocal == other.isLocal && partition == other.partition && sort == other.sort
        }
    }

    /// DynamoDB's limit.
    private static let maximumLocalIndexes = 5

    private(set) var partition: [Key]
    private(set) var sort: [Key]
    private(set) var indexes: [Index] = []

    init(_ model: ElectroDBModel) {
        guard let primary = model.indexes.first else {
            (partition, sort) = ([], [])
            return
        }
        partition = Self.keys(primary.partition, of: model)
        sort = primary.sort.map { Self.keys($0, of: model) } ?? []
        for pattern in model.indexes {
            guard let name = pattern.index else { continue }
            let sort = pattern.sort.map { Self.keys($0, of: model) } ?? []
            let partition = Self.keys(pattern.partition, of: model)
            let isLocal =
                partition == self.partition && !sort.isEmpty
                && indexes.count(where: \.isLocal) < Self.maximumLocalIndexes
            indexes.append(
                Index(
                    name: name, isLocal: isLocal, partition: partition, sort: sort,
                    projection: Self.stored(pattern.projection, of: model)))
        }
    }

    /// The key attributes that an access pattern makes, or those of the entity that are its keys.
    private static func keys(_ key: ElectroDBKey, of model: ElectroDBModel) -> [Key] {
        guard let field = key.field else {
            return key.attributes.map { name in
                Key(name: model.attribute(name)?.storedName ?? name, form: .native(isNumber: isNumber(name, model)))
            }
        }
        if let name = key.ownAttribute(of: model) {
            return [Key(name: field, form: .native(isNumber: isNumber(name, model)))]
        }
        return [Key(name: field, form: key.numericAttribute(of: model) == nil ? .text : .number)]
    }

    private static func isNumber(_ name: String, _ model: ElectroDBModel) -> Bool {
        if case .number = model.attribute(name)?.type { true } else { false }
    }

    private static func stored(
        _ projection: ElectroDBIndex.Projection, of model: ElectroDBModel
    ) -> ElectroDBIndex.Projection {
        guard case .include(let names) = projection else { return projection }
        return .include(names.map { model.attribute($0)?.storedName ?? $0 })
    }

    // MARK: Several models

    /// Takes over another model's indexes; false, and nothing is changed, where the two cannot share a table.
    mutating func merge(_ other: ImportedTable, noting: (String) -> Void) -> Bool {
        guard partition == other.partition, sort == other.sort else { return false }
        var merged = indexes
        for index in other.indexes {
            guard let position = merged.firstIndex(where: { $0.name == index.name }) else {
                merged.append(index)
                continue
            }
            guard merged[position].agrees(with: index) else { return false }
            let joined = Self.joined(merged[position].projection, index.projection)
            if joined != index.projection || joined != merged[position].projection { noting(index.name) }
            merged[position].projection = joined
        }
        indexes = merged
        return true
    }

    /// What both can be read by: the index holds at least the keys, and what is not in it is read from the table.
    private static func joined(
        _ a: ElectroDBIndex.Projection, _ b: ElectroDBIndex.Projection
    ) -> ElectroDBIndex.Projection {
        switch (a, b) {
        case (.all, .all): .all
        case (.include(let a), .include(let b)): .include(a + b.filter { !a.contains($0) })
        case (.all, let narrower), (let narrower, .all): narrower
        case (.keysOnly, _), (_, .keysOnly): .keysOnly
        }
    }
}

extension ElectroDBKey {
    /// The attribute that is the key by itself: the one that is stored where the key is.
    func ownAttribute(of model: ElectroDBModel) -> String? {
        guard attributes.count == 1, let attribute = model.attribute(attributes[0]), attribute.storedName == field
        else {
            return nil
        }
        return attribute.name
    }

    /// The attribute whose number is the key: cast to one, or alone in a template.
    func numericAttribute(of model: ElectroDBModel) -> String? {
        guard attributes.count == 1, let attribute = model.attribute(attributes[0]) else { return nil }
        switch (attribute.type, cast) {
        case (.number, .number), (.boolean, .number): return attribute.name
        case (.number, nil): return template == [.attribute(attribute.name)] ? attribute.name : nil
        default: return nil
        }
    }
}
