import Codegen
import ElectroDBCases
import Entities

extension RequestComparison {
    /// Compares filters by what they let through: the identifiers of which items, and which beginnings of keys.
    ///
    /// Where ElectroDB has no filter, one that keeps the case's own items is tighter, and right. Where it asks for the beginnings of keys in
    /// a scan, which the identifiers tell as well, ours may ask for some of them or for more of their texts.
    mutating func compare(filter: Condition?) {
        let expected = vector.expect["filter"] ?? .null
        if let filter { compare(leaves: filter, expected) }
        let everybody = models.map { Identifiers(entity: $0.entity, version: $0.version, of: $0) } + strangers
        for identifiers in everybody {
            let isOwn = models.contains { $0.entity == identifiers.entity && $0.version == identifiers.version }
            let isKept = filter.map { identifiers.pass($0) } ?? true
            if isOwn, !isKept { differ("filters \(identifiers.entity) \(identifiers.version) out") }
            if !isOwn, isKept, expected["identifiers"] != nil {
                differ("keeps \(identifiers.entity) \(identifiers.version)")
            }
        }
    }

    /// Items of others: of another version, of another entity, and of another of both.
    private var strangers: [Identifiers] {
        models.flatMap { model in
            [(model.entity, "another"), ("Another", model.version), ("Another", "another")].map {
                Identifiers(entity: $0.0, version: $0.1, of: model)
            }
        }
        .filter { stranger in !models.contains { $0.entity == stranger.entity && $0.version == stranger.version } }
    }

    /// That the filter asks for nothing else.
    private mutating func compare(leaves condition: Condition, _ expected: JSONTree) {
        switch condition {
        case .and(let left, let right), .or(let left, let right):
            compare(leaves: left, expected)
            compare(leaves: right, expected)
        case .compare(.path(let path), .equal, .value(.string)), .isIn(.path(let path), _):
            if !identifierFields.contains(path.description) { differ("filters by \(path)") }
        case .beginsWith(.path(let path), .value(.string(let text))):
            guard let beginning = expected["beginsWith"]?[path.description]?.string,
                text.utf8.starts(with: beginning.utf8)
            else { return differ("filters by the beginning \"\(text)\" of \(path)") }
        default: differ("filters by \(condition)")
        }
    }

    private var identifierFields: Set<String> {
        Set(models.flatMap { [$0.identifierFields.entity, $0.identifierFields.version] })
    }
}

/// What an item carries, to try a filter on.
private struct Identifiers {
    let entity: String
    let version: String
    let fields: (entity: String, version: String)

    init(entity: String, version: String, of model: VectorModel) {
        self.entity = entity
        self.version = version
        fields = model.identifierFields
    }

    /// Whether an item with these passes, if its keys begin as they should.
    func pass(_ condition: Condition) -> Bool {
        switch condition {
        case .and(let left, let right): pass(left) && pass(right)
        case .or(let left, let right): pass(left) || pass(right)
        case .compare(.path(let path), .equal, .value(.string(let text))): self[path.description] == text
        case .isIn(.path(let path), let operands): operands.contains(.value(.string(self[path.description] ?? "")))
        case .beginsWith: true
        default: false
        }
    }

    private subscript(field: String) -> String? {
        if field == fields.entity { return entity }
        return field == fields.version ? version : nil
    }
}
