/// Turns expression trees into DynamoDB's text, with placeholders for every name and value.
///
/// One renderer serves all expressions of a request, since they share one set of placeholders. Names become `#name` where the
/// name is a word and `#_0`, `#_1` … where it is not; values become `:v0`, `:v1` … in order of appearance. Every name goes
/// through a placeholder, so reserved words need no list. Parentheses are written only where the grouping needs them:
/// DynamoDB refuses redundant ones.
package struct ExpressionRenderer {
    /// Placeholders and what they stand for, in order of appearance.
    package private(set) var names: [(placeholder: String, name: String)] = []
    /// The values of `:v0`, `:v1` …
    package private(set) var values: [AttributeValue] = []
    private var placeholders: [String: String] = [:]
    private var text = ""

    package init() {}

    // MARK: Expressions

    /// The text of a condition or filter.
    /// - Throws: the error of an `Operand.invalid` in the tree.
    package mutating func render(_ condition: Condition) throws(AttributeError) -> String {
        text = ""
        try append(condition, within: .or)
        return text
    }

    /// The text of a key condition.
    package mutating func render(_ key: KeyCondition) throws(AttributeError) -> String {
        text = ""
        for (index, equality) in key.equalities.enumerated() {
            if index > 0 { text += " AND " }
            append(name: equality.name)
            text += " = "
            try append(equality.value)
        }
        if let range = key.range {
            if !key.equalities.isEmpty { text += " AND " }
            try append(range)
        }
        return text
    }

    /// The text of an update.
    package mutating func render(_ update: UpdateExpression) throws(AttributeError) -> String {
        text = ""
        for (index, action) in update.set.enumerated() {
            text += index == 0 ? "SET " : ", "
            append(action.path)
            text += " = "
            try append(action.value)
        }
        for (index, path) in update.remove.enumerated() {
            text += index == 0 ? (text.isEmpty ? "REMOVE " : " REMOVE ") : ", "
            append(path)
        }
        try append(update.add, clause: "ADD ")
        try append(update.delete, clause: "DELETE ")
        return text
    }

    /// The text of a projection.
    package mutating func render(projection paths: [AttributePath]) -> String {
        text = ""
        for (index, path) in paths.enumerated() {
            if index > 0 { text += ", " }
            append(path)
        }
        return text
    }

    // MARK: Conditions

    /// How tightly a part binds; a part that binds less tightly than its surroundings is put in parentheses.
    private enum Binding: Int { case or, and, not }

    private mutating func append(_ condition: Condition, within outer: Binding) throws(AttributeError) {
        switch condition {
        case .or(let left, let right):
            if outer.rawValue > Binding.or.rawValue { text += "(" }
            try append(left, within: .or)
            text += " OR "
            try append(right, within: .or)
            if outer.rawValue > Binding.or.rawValue { text += ")" }
        case .and(let left, let right):
            if outer.rawValue > Binding.and.rawValue { text += "(" }
            try append(left, within: .and)
            text += " AND "
            try append(right, within: .and)
            if outer.rawValue > Binding.and.rawValue { text += ")" }
        case .not(let inner):
            text += "NOT "
            try append(inner, within: .not)
        case .compare(let left, let comparator, let right):
            try append(left)
            text += " \(comparator.rawValue) "
            try append(right)
        case .between(let operand, let lower, let upper):
            try append(operand)
            text += " BETWEEN "
            try append(lower)
            text += " AND "
            try append(upper)
        case .isIn(let operand, let candidates):
            try append(operand)
            text += " IN ("
            for (index, candidate) in candidates.enumerated() {
                if index > 0 { text += ", " }
                try append(candidate)
            }
            text += ")"
        case .exists(let operand): try append(function: "attribute_exists", operand)
        case .notExists(let operand): try append(function: "attribute_not_exists", operand)
        case .type(let operand, let type): try append(function: "attribute_type", operand, type)
        case .beginsWith(let operand, let prefix): try append(function: "begins_with", operand, prefix)
        case .contains(let operand, let part): try append(function: "contains", operand, part)
        }
    }

    private mutating func append(function: String, _ operands: Operand...) throws(AttributeError) {
        text += function
        text += "("
        for (index, operand) in operands.enumerated() {
            if index > 0 { text += ", " }
            try append(operand)
        }
        text += ")"
    }

    private mutating func append(_ condition: KeyCondition.RangeCondition) throws(AttributeError) {
        func comparison(_ comparator: String, _ operand: Operand) throws(AttributeError) {
            append(name: condition.name)
            text += comparator
            try append(operand)
        }
        switch condition.range {
        case .less(let operand): try comparison(" < ", operand)
        case .lessOrEqual(let operand): try comparison(" <= ", operand)
        case .greater(let operand): try comparison(" > ", operand)
        case .greaterOrEqual(let operand): try comparison(" >= ", operand)
        case .between(let lower, let upper):
            try comparison(" BETWEEN ", lower)
            text += " AND "
            try append(upper)
        case .beginsWith(let prefix):
            text += "begins_with("
            append(name: condition.name)
            text += ", "
            try append(prefix)
            text += ")"
        }
    }

    // MARK: Updates

    private mutating func append(_ value: SetValue) throws(AttributeError) {
        switch value {
        case .operand(let operand): try append(operand)
        case .ifNotExists(let path, let fallback):
            text += "if_not_exists("
            append(path)
            text += ", "
            try append(fallback)
            text += ")"
        case .listAppend(let first, let second):
            text += "list_append("
            try append(first)
            text += ", "
            try append(second)
            text += ")"
        case .plus(let left, let right):
            try append(left)
            text += " + "
            try append(right)
        case .minus(let left, let right):
            try append(left)
            text += " - "
            try append(right)
        }
    }

    private mutating func append(
        _ actions: [UpdateExpression.ValueAction], clause: String
    ) throws(AttributeError) {
        for (index, action) in actions.enumerated() {
            text += index == 0 ? (text.isEmpty ? clause : " " + clause) : ", "
            append(action.path)
            text += " "
            try append(action.value)
        }
    }

    // MARK: Leaves

    private mutating func append(_ operand: Operand) throws(AttributeError) {
        switch operand {
        case .path(let path): append(path)
        case .value(let value):
            text += ":v\(values.count)"
            values.append(value)
        case .size(let inner): try append(function: "size", inner)
        case .invalid(let error): throw error
        }
    }

    private mutating func append(_ path: AttributePath) {
        for (index, element) in path.elements.enumerated() {
            switch element {
            case .name(let name):
                if index > 0 { text += "." }
                append(name: name)
            case .index(let index):
                text += "[\(index)]"
            }
        }
    }

    private mutating func append(name: String) {
        if let known = placeholders[name] {
            text += known
            return
        }
        let placeholder = Self.isPlainWord(name) ? "#\(name)" : "#_\(names.count)"
        placeholders[name] = placeholder
        names.append((placeholder, name))
        text += placeholder
    }

    /// Whether `#name` may serve as placeholder: letters, digits and underscores, short enough (the service takes 255 bytes),
    /// and not of the form `_0`, which is kept for the other names.
    private static func isPlainWord(_ name: String) -> Bool {
        let utf8 = name.utf8
        guard !utf8.isEmpty, utf8.count < 255 else { return false }
        guard utf8.first != UInt8(ascii: "_") || utf8.dropFirst().first.map(isDigit) == false else { return false }
        return utf8.allSatisfy { byte in
            isDigit(byte) || byte == UInt8(ascii: "_") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

extension ExpressionRenderer {
    /// Writes `ExpressionAttributeNames` and `ExpressionAttributeValues`, each only where there are some.
    package func writePlaceholders(to json: inout JSONWriter) {
        if !names.isEmpty {
            json.key("ExpressionAttributeNames")
            json.beginObject()
            for (placeholder, name) in names {
                json.key(placeholder)
                json.value(name)
            }
            json.endObject()
        }
        if !values.isEmpty {
            json.key("ExpressionAttributeValues")
            json.beginObject()
            for (index, value) in values.enumerated() {
                json.key(":v\(index)")
                json.value(value)
            }
            json.endObject()
        }
    }
}
