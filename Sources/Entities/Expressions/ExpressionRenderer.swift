/// Turns expression trees into DynamoDB's text, with placeholders for every name and value.
///
/// One renderer serves all expressions of a request, since they share one set of placeholders. Names become `#name` where the
/// name is a word and `#_0`, `#_1` … where it is not; values become `:v0`, `:v1` … in order of appearance. Every name goes
/// through a placeholder, so reserved words need no list. Parentheses are written only where the grouping needs them:
/// DynamoDB refuses redundant ones.
///
/// The text is ASCII without quotes or backslashes, so that it is written into JSON as it is.
package struct ExpressionRenderer {
    /// The names that occur, in order of appearance, and whether `#name` stands for them.
    private(set) var knownNames: [(name: String, isWord: Bool)] = []
    /// The values of `:v0`, `:v1` …
    package private(set) var values: [AttributeValue] = []
    /// How many operators surround the condition that is being written.
    private var depth = 0

    /// DynamoDB's limit of operators in an expression. Deeper trees are not walked, which could exhaust the stack.
    private static let maximumDepth = 300

    package init() {}

    // MARK: Expressions

    /// Appends the text of a condition or filter.
    /// - Throws: the error of an `Operand.invalid` in the tree; `nestingTooDeep` for a tree beyond DynamoDB's limit.
    mutating func append(_ condition: Condition, to text: inout ByteBuffer) throws(AttributeError) {
        try append(condition, within: .or, to: &text)
    }

    /// Appends the text of a key condition.
    mutating func append(_ key: KeyCondition, to text: inout ByteBuffer) throws(AttributeError) {
        var isFirst = true
        for equality in key.equalities {
            if !isFirst { text.appendLiteral(" AND ") }
            isFirst = false
            append(name: equality.name, to: &text)
            text.appendLiteral(" = ")
            try append(equality.value, to: &text)
        }
        guard let range = key.range else { return }
        if !isFirst { text.appendLiteral(" AND ") }
        try append(range, to: &text)
    }

    /// Appends the text of a projection.
    mutating func append(projection paths: [AttributePath], to text: inout ByteBuffer) {
        var isFirst = true
        for path in paths {
            if !isFirst { text.appendLiteral(", ") }
            isFirst = false
            append(path, to: &text)
        }
    }

    // MARK: Conditions

    /// How tightly a part binds; a part that binds less tightly than its surroundings is put in parentheses.
    private enum Binding: Int { case or, and, not }

    private mutating func append(
        _ condition: Condition, within outer: Binding, to text: inout ByteBuffer
    ) throws(AttributeError) {
        switch condition {
        case .or(let left, let right): try append(left, .or, right, within: outer, to: &text)
        case .and(let left, let right): try append(left, .and, right, within: outer, to: &text)
        case .not(let inner):
            try deepen()
            text.appendLiteral("NOT ")
            try append(inner, within: .not, to: &text)
            depth -= 1
        case .compare(let left, let comparator, let right):
            try append(left, to: &text)
            text.appendLiteral(comparator.text)
            try append(right, to: &text)
        case .between(let operand, let lower, let upper):
            try append(operand, to: &text)
            text.appendLiteral(" BETWEEN ")
            try append(lower, to: &text)
            text.appendLiteral(" AND ")
            try append(upper, to: &text)
        case .isIn(let operand, let candidates):
            try append(operand, to: &text)
            text.appendLiteral(" IN (")
            var isFirst = true
            for candidate in candidates {
                if !isFirst { text.appendLiteral(", ") }
                isFirst = false
                try append(candidate, to: &text)
            }
            text.append(UInt8(ascii: ")"))
        case .exists(let operand): try append("attribute_exists(", operand, to: &text)
        case .notExists(let operand): try append("attribute_not_exists(", operand, to: &text)
        case .type(let operand, let type): try append("attribute_type(", operand, type, to: &text)
        case .beginsWith(let operand, let prefix): try append("begins_with(", operand, prefix, to: &text)
        case .contains(let operand, let part): try append("contains(", operand, part, to: &text)
        }
    }

    private mutating func append(
        _ left: Condition, _ binding: Binding, _ right: Condition, within outer: Binding, to text: inout ByteBuffer
    ) throws(AttributeError) {
        try deepen()
        let isGrouped = outer.rawValue > binding.rawValue
        if isGrouped { text.append(UInt8(ascii: "(")) }
        try append(left, within: binding, to: &text)
        text.appendLiteral(binding == .or ? " OR " : " AND ")
        try append(right, within: binding, to: &text)
        if isGrouped { text.append(UInt8(ascii: ")")) }
        depth -= 1
    }

    private mutating func deepen() throws(AttributeError) {
        depth += 1
        guard depth <= Self.maximumDepth else {
            throw AttributeError(
                .nestingTooDeep,
                reason: "a condition has more than the \(Self.maximumDepth) operators that DynamoDB takes")
        }
    }

    private mutating func append(
        _ function: StaticString, _ first: Operand, _ second: Operand? = nil, to text: inout ByteBuffer
    ) throws(AttributeError) {
        text.appendLiteral(function)
        try append(first, to: &text)
        if let second {
            text.appendLiteral(", ")
            try append(second, to: &text)
        }
        text.append(UInt8(ascii: ")"))
    }

    private mutating func append(
        _ condition: KeyCondition.RangeCondition, to text: inout ByteBuffer
    ) throws(AttributeError) {
        let name = Operand.path(AttributePath(condition.name))
        switch condition.range {
        case .less(let bound): try append(.compare(name, .less, bound), to: &text)
        case .lessOrEqual(let bound): try append(.compare(name, .lessOrEqual, bound), to: &text)
        case .greater(let bound): try append(.compare(name, .greater, bound), to: &text)
        case .greaterOrEqual(let bound): try append(.compare(name, .greaterOrEqual, bound), to: &text)
        case .between(let lower, let upper): try append(.between(name, lower: lower, upper: upper), to: &text)
        case .beginsWith(let prefix): try append(.beginsWith(name, prefix), to: &text)
        }
    }

    // MARK: Leaves

    /// Appends an operand.
    mutating func append(_ operand: Operand, to text: inout ByteBuffer) throws(AttributeError) {
        switch operand {
        case .path(let path): append(path, to: &text)
        case .value(let value):
            appendValuePlaceholder(values.count, to: &text)
            if values.isEmpty { values.reserveCapacity(8) }
            values.append(value)
        case .size(let inner):
            text.appendLiteral("size(")
            try append(inner, to: &text)
            text.append(UInt8(ascii: ")"))
        case .invalid(let error): throw error
        }
    }

    /// Appends a path.
    mutating func append(_ path: AttributePath, to text: inout ByteBuffer) {
        append(name: path.attributeName, to: &text)
        for element in path.rest {
            switch element {
            case .name(let name):
                text.append(UInt8(ascii: "."))
                append(name: name, to: &text)
            case .index(let index):
                text.append(UInt8(ascii: "["))
                text.appendDecimal(Int64(index))
                text.append(UInt8(ascii: "]"))
            }
        }
    }

    private mutating func append(name: String, to text: inout ByteBuffer) {
        // Few names: a search from the first on is faster than hashing. `==` alone would take two spellings of a letter for one, of which
        // one at least is not ASCII, and longer than the other where that is.
        let length = name.utf8.count
        for index in knownNames.indices
        where knownNames[index].name.utf8.count == length && knownNames[index].name == name
            && (knownNames[index].isWord || knownNames[index].name.utf8.elementsEqual(name.utf8))
        {
            return appendNamePlaceholder(index, to: &text)
        }
        if knownNames.isEmpty { knownNames.reserveCapacity(8) }
        knownNames.append((name, Self.isWord(name)))
        appendNamePlaceholder(knownNames.count - 1, to: &text)
    }

    func appendNamePlaceholder(_ index: Int, to text: inout ByteBuffer) {
        text.append(UInt8(ascii: "#"))
        if knownNames[index].isWord {
            text.append(text: knownNames[index].name)
        } else {
            text.append(UInt8(ascii: "_"))
            text.appendDecimal(Int64(index))
        }
    }

    private func appendValuePlaceholder(_ index: Int, to text: inout ByteBuffer) {
        text.appendLiteral(":v")
        text.appendDecimal(Int64(index))
    }

    /// Whether `#name` may serve as placeholder: letters, digits and underscores, short enough (the service takes 255 bytes),
    /// and not of the form `_0`, which is kept for the other knownNames.
    private static func isWord(_ name: String) -> Bool {
        let utf8 = name.utf8
        guard utf8.count < 255, let first = utf8.first else { return false }
        if first == UInt8(ascii: "_") {
            guard let second = utf8.dropFirst().first, !isDigit(second) else { return false }
        }
        var name = name
        return name.withUTF8 { bytes in
            bytes.allSatisfy { byte in
                isDigit(byte) || byte == UInt8(ascii: "_") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
            }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

extension ExpressionRenderer {
    /// Writes `ExpressionAttributeNames` and `ExpressionAttributeValues`, each only where there are some.
    package func writePlaceholders(to json: inout JSONWriter) {
        if !knownNames.isEmpty {
            json.key("ExpressionAttributeNames")
            json.beginObject()
            for index in knownNames.indices {
                json.key { appendNamePlaceholder(index, to: &$0) }
                if knownNames[index].isWord {
                    json.value(word: knownNames[index].name)
                } else {
                    json.value(knownNames[index].name)
                }
            }
            json.endObject()
        }
        if !values.isEmpty {
            json.key("ExpressionAttributeValues")
            json.beginObject()
            for index in values.indices {
                json.key { appendValuePlaceholder(index, to: &$0) }
                json.value(values[index])
            }
            json.endObject()
        }
    }
}

extension Comparator {
    /// The operator between its operands.
    fileprivate var text: StaticString {
        switch self {
        case .equal: " = "
        case .notEqual: " <> "
        case .less: " < "
        case .lessOrEqual: " <= "
        case .greater: " > "
        case .greaterOrEqual: " >= "
        }
    }
}
