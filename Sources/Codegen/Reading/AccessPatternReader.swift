import EntityMacrosLite

/// Resolves an access pattern: its index, and the key attributes that its templates make.
struct AccessPatternReader {
    var keys: KeyReader
    let table: TableModel
    /// How attributes are stored that are keys with a text of their own, by their names.
    private(set) var storedTexts: [String: StoredTextModel] = [:]

    init(keys: KeyReader, table: TableModel) {
        self.keys = keys
        self.table = table
    }

    /// Nil where a problem leaves nothing to go on with; it has been reported then.
    mutating func read(
        _ pattern: AccessPatternDefinition, primary: AccessPatternModel?
    ) -> AccessPatternModel? {
        guard let place = place(of: pattern) else { return nil }
        let partition: [KeyAttributePatternModel]?
        if let index = place.index, index.isLocal {
            if pattern.partition != nil {
                keys.problem(
                    "local-index-partition",
                    """
                    '\(pattern.name)': \(index.name) is a local index, whose partition is the table's: leave 'partition:' away.
                    """, at: pattern.location)
                return nil
            }
            partition = primary?.partition
        } else if pattern.isHistory {
            partition = primary?.partition
        } else if let template = pattern.partition {
            partition = resolve(template, pattern, .partition, place.partition, place.name)
        } else {
            keys.problem(
                "partition-missing",
                "'\(pattern.name)': \(place.name) is not a local index: give the partition with 'partition:'.",
                at: pattern.location)
            return nil
        }
        let sort = readSort(pattern, place.sort, place.name)
        let condition = pattern.condition.map { keys.condition($0.tree, of: pattern) }
        guard let partition, let sort else { return nil }
        if let condition, condition == nil { return nil }
        var model = AccessPatternModel(
            name: pattern.name, index: pattern.index?.rawValue, partition: partition, sort: sort, type: pattern.type,
            scope: pattern.scope, collections: pattern.collections, condition: condition ?? nil)
        model.location = pattern.location
        model.nameParameters()
        return model
    }

    private struct Place {
        var name: String
        var index: IndexModel?
        var partition: [KeyElementModel]
        var sort: [KeyElementModel]
    }

    private mutating func place(of pattern: AccessPatternDefinition) -> Place? {
        guard let name = pattern.index?.rawValue else {
            return Place(name: "the table", index: nil, partition: table.partition, sort: table.sort)
        }
        guard let index = table.index(name) else {
            let known = table.indexes.map(\.name).joined(separator: ", ")
            keys.problem(
                "index-unknown",
                """
                '\(pattern.name)' is on the index '\(name)', which the table '\(table.name)' does not have\
                \(known.isEmpty ? "" : " (it has \(known))"): declare it there with 'GlobalIndex(…)' or 'LocalIndex(…)'.
                """, at: pattern.location)
            return nil
        }
        return Place(name: "the index '\(name)'", index: index, partition: index.partition, sort: index.sort)
    }

    private mutating func readSort(
        _ pattern: AccessPatternDefinition, _ elements: [KeyElementModel], _ place: String
    ) -> [KeyAttributePatternModel]? {
        guard let template = pattern.sort else {
            if elements.isEmpty { return [] }
            keys.problem(
                "sort-key-missing",
                """
                '\(pattern.name)' has no sort key, and \(place) has one (\(elements.map(\.name).joined(separator: ", "))): \
                give it with 'sort:'.
                """, at: pattern.location)
            return nil
        }
        guard !elements.isEmpty else {
            keys.problem(
                "sort-key-unexpected",
                "'\(pattern.name)' has a sort key, and \(place) has none: leave 'sort:' away, or declare one there.",
                at: pattern.location)
            return nil
        }
        return resolve(template, pattern, .sort, elements, place)
    }

    private mutating func resolve(
        _ template: KeyTemplate, _ pattern: AccessPatternDefinition, _ side: CompositeKeys.Side,
        _ elements: [KeyElementModel], _ place: String
    ) -> [KeyAttributePatternModel]? {
        guard elements.contains(where: \.isNative) else {
            guard let element = elements.first else { return nil }
            if case .number(let part) = template.content {
                return keys.number(part, of: pattern).map { [.number(keyAttribute: element.name, part: $0)] }
            }
            let context = CompositeKeys.Context(
                side: side, type: pattern.type, scope: pattern.scope, collections: pattern.collections,
                hasSort: pattern.sort != nil)
            return keys.template(template, as: element.name, in: context, of: pattern)
                .map { [.text(keyAttribute: element.name, template: $0)] }
        }
        if elements.count == 1, let element = elements.first, template.hasTextOfItsOwn {
            guard let stored = keys.storedText(template, for: element, of: pattern, place) else { return nil }
            storedTexts[stored.attribute] = stored.text
            return [.native(keyAttribute: element.name, part: stored.placeholder)]
        }
        let names = elements.map(\.name).joined(separator: ", ")
        guard case .composite(let parts) = template.content, parts.count == elements.count else {
            keys.problem(
                "native-key-parts",
                """
                '\(pattern.name)': the \(side.rawValue) of \(place) is the entity's own \(names): list the attributes, as in \
                '\(side.rawValue): [\(names)]'.
                """, at: pattern.location)
            return nil
        }
        var resolved: [KeyAttributePatternModel] = []
        for (part, element) in zip(parts, elements) {
            guard let part = keys.native(part, for: element, of: pattern, place) else { continue }
            resolved.append(.native(keyAttribute: element.name, part: part))
        }
        return resolved.count == elements.count ? resolved : nil
    }
}

extension KeyTemplate {
    /// Whether a native key is stored otherwise than the bare value.
    fileprivate var hasTextOfItsOwn: Bool {
        if let casing, casing != .asWritten { return true }
        if case .text = content { return true }
        return false
    }
}

extension AccessPatternModel {
    /// Gives each value that a query takes a name of its own: an attribute that the keys hold in several forms has several.
    fileprivate mutating func nameParameters() {
        let names = ParameterNames(parts)
        for index in partition.indices { partition[index].nameParameters(names) }
        for index in sort.indices { sort[index].nameParameters(names) }
    }
}

/// What the values that a query takes are called.
private struct ParameterNames {
    /// How many forms the keys hold each attribute in.
    let forms: [String: Int]
    /// Whether `shard` can mean nothing else.
    let hasOneShard: Bool

    init(_ parts: [KeyPlaceholderModel]) {
        forms = Dictionary(grouping: parts, by: \.attribute).mapValues { Set($0.map(\.encoding)).count }
        let sharded = parts.filter { if case .shard = $0.encoding { true } else { false } }
        hasOneShard = Set(sharded.map(\.attribute)).count == 1 && forms["shard"] == nil
    }

    func name(of part: KeyPlaceholderModel) -> String {
        let isAlone = forms[part.attribute] == 1
        return switch part.encoding {
        case .shard: hasOneShard ? "shard" : part.attribute + "Shard"
        case .date(let unit?): isAlone ? part.attribute : part.attribute + SwiftName.upperFirst(unit.rawValue)
        case .text(lowercased: true): isAlone ? part.attribute : part.attribute + "Lowercased"
        default: part.attribute
        }
    }
}

extension KeyAttributePatternModel {
    fileprivate mutating func nameParameters(_ names: ParameterNames) {
        switch self {
        case .native, .number: break
        case .text(let keyAttribute, var template):
            template.segments = template.segments.map {
                guard case .part(var part) = $0 else { return $0 }
                part.parameter = names.name(of: part)
                return .part(part)
            }
            self = .text(keyAttribute: keyAttribute, template: template)
        }
    }
}
