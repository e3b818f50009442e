// Expressions as texts of their own, where they do not go into a request's body.
extension ExpressionRenderer {
    /// Placeholders and the names that they stand for, in order of appearance.
    package var names: [(placeholder: String, name: String)] {
        knownNames.indices.map { index in
            (Self.text { appendNamePlaceholder(index, to: &$0) }, knownNames[index].name)
        }
    }

    /// The text of a condition or filter.
    /// - Throws: the error of an `Operand.invalid` in the tree; `nestingTooDeep` for a tree beyond DynamoDB's limit.
    package mutating func render(_ condition: Condition) throws(AttributeError) -> String {
        var text = ByteBuffer()
        try append(condition, to: &text)
        return text.withBytes { String(utf8: $0) }
    }

    /// The text of a key condition.
    package mutating func render(_ key: KeyCondition) throws(AttributeError) -> String {
        var text = ByteBuffer()
        try append(key, to: &text)
        return text.withBytes { String(utf8: $0) }
    }

    /// The text of an update.
    package mutating func render(_ update: UpdateExpression) throws(AttributeError) -> String {
        var text = ByteBuffer()
        try append(update, to: &text)
        return text.withBytes { String(utf8: $0) }
    }

    /// The text of a projection.
    package mutating func render(projection paths: [AttributePath]) -> String {
        Self.text { append(projection: paths, to: &$0) }
    }

    private static func text(_ append: (inout ByteBuffer) -> Void) -> String {
        var text = ByteBuffer()
        append(&text)
        return text.withBytes { String(utf8: $0) }
    }
}
