import Entities

/// Checks of expressions against a table's keys.
enum ExpressionChecks {
    static func check(
        condition: Condition?, _ kind: ExpressionKind = .condition, nesting: Bool = true
    ) throws(DynamoDBError) {
        if let condition { try ExpressionRules.check(condition, kind, nesting: nesting) }
    }

    /// Keys are scalars: nothing can be inside of them.
    static func checkKeyAccess(condition: Condition?, _ schema: TableLayout) throws(DynamoDBError) {
        guard let condition else { return }
        try checkKeyAccess(condition.paths, schema)
    }

    /// Keys are scalars, those of the table and those of all its indexes: nothing can be inside of them.
    static func checkKeyAccess(_ paths: [AttributePath], _ schema: TableLayout) throws(DynamoDBError) {
        guard paths.contains(where: { !$0.isTopLevel }) else { return }
        let nested = Set(paths.lazy.filter { !$0.isTopLevel }.map(\.attributeName))
        let indexKeys = schema.indexes.flatMap(\.keys.names)
        for (kind, names) in [("Key", schema.keys.names), ("IndexKey", indexKeys)] {
            guard let name = names.first(where: nested.contains) else { continue }
            throw .invalid(
                "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: "
                    + "\(kind): \(name)")
        }
    }

    /// An update cannot change a key, nor give an index's key another type, nor look into one.
    static func checkKeyAccess(_ update: UpdateExpression, _ schema: TableLayout) throws(DynamoDBError) {
        let targets = update.set.map(\.path) + update.remove + update.add.map(\.path) + update.delete.map(\.path)
        for name in schema.keys.names where targets.contains(where: { $0.attributeName == name }) {
            throw .invalidParameter("Cannot update attribute \(name). This attribute is part of the key")
        }
        try KeyRules.checkIndexKeyTypes(in: update, schema)
        try checkKeyAccess(targets + update.set.flatMap(\.value.paths), schema)
    }
}

extension Condition {
    /// All paths in the condition, in order of appearance.
    var paths: [AttributePath] {
        switch self {
        case .and(let left, let right), .or(let left, let right): left.paths + right.paths
        case .not(let inner): inner.paths
        case .compare(let left, _, let right), .type(let left, let right), .beginsWith(let left, let right),
            .contains(let left, let right):
            left.paths + right.paths
        case .between(let operand, let lower, let upper): operand.paths + lower.paths + upper.paths
        case .isIn(let operand, let candidates): operand.paths + candidates.flatMap(\.paths)
        case .exists(let operand), .notExists(let operand): operand.paths
        }
    }
}

extension Operand {
    var paths: [AttributePath] {
        switch self {
        case .path(let path): [path]
        case .size(let inner): inner.paths
        case .value, .invalid: []
        }
    }
}

extension SetValue {
    var paths: [AttributePath] {
        switch self {
        case .operand(let operand): operand.paths
        case .ifNotExists(let path, let fallback): [path] + fallback.paths
        case .listAppend(let left, let right), .plus(let left, let right), .minus(let left, let right):
            left.paths + right.paths
        }
    }
}
