extension ExpressionRenderer {
    /// Appends the text of an update.
    /// - Throws: the error of an `Operand.invalid` in the tree.
    mutating func append(_ update: UpdateExpression, to text: inout ByteBuffer) throws(AttributeError) {
        let start = text.count
        func begin(_ clause: StaticString, _ isFirst: inout Bool) {
            if !isFirst {
                text.appendLiteral(", ")
            } else {
                if text.count > start { text.append(UInt8(ascii: " ")) }
                text.appendLiteral(clause)
            }
            isFirst = false
        }
        var isFirst = true
        for action in update.set {
            begin("SET ", &isFirst)
            append(action.path, to: &text)
            text.appendLiteral(" = ")
            try append(action.value, to: &text)
        }
        isFirst = true
        for path in update.remove {
            begin("REMOVE ", &isFirst)
            append(path, to: &text)
        }
        isFirst = true
        for action in update.add {
            begin("ADD ", &isFirst)
            try append(action, to: &text)
        }
        isFirst = true
        for action in update.delete {
            begin("DELETE ", &isFirst)
            try append(action, to: &text)
        }
    }

    private mutating func append(
        _ action: UpdateExpression.ValueAction, to text: inout ByteBuffer
    ) throws(AttributeError) {
        append(action.path, to: &text)
        text.append(UInt8(ascii: " "))
        try append(action.value, to: &text)
    }

    private mutating func append(_ value: SetValue, to text: inout ByteBuffer) throws(AttributeError) {
        switch value {
        case .operand(let operand): try append(operand, to: &text)
        case .ifNotExists(let path, let fallback):
            text.appendLiteral("if_not_exists(")
            append(path, to: &text)
            text.appendLiteral(", ")
            try append(nested: fallback, to: &text)
            text.append(UInt8(ascii: ")"))
        case .listAppend(let first, let second):
            text.appendLiteral("list_append(")
            try append(nested: first, to: &text)
            text.appendLiteral(", ")
            try append(nested: second, to: &text)
            text.append(UInt8(ascii: ")"))
        case .plus(let left, let right):
            try append(nested: left, to: &text)
            text.appendLiteral(" + ")
            try append(nested: right, to: &text)
        case .minus(let left, let right):
            try append(nested: left, to: &text)
            text.appendLiteral(" - ")
            try append(nested: right, to: &text)
        }
    }

    /// Sums have two operands in DynamoDB's grammar, so one inside of another, or of a function, needs parentheses.
    private mutating func append(nested value: SetValue, to text: inout ByteBuffer) throws(AttributeError) {
        switch value {
        case .plus, .minus:
            text.append(UInt8(ascii: "("))
            try append(value, to: &text)
            text.append(UInt8(ascii: ")"))
        case .operand, .ifNotExists, .listAppend: try append(value, to: &text)
        }
    }
}
