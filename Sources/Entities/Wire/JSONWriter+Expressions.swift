extension JSONWriter {
    /// Writes a member's name that is appended as plain ASCII, without a detour through a `String`.
    mutating func key(_ append: (inout ByteBuffer) -> Void) {
        beginText()
        append(&buffer)
        self.append(raw: "\":", needsComma: false)
    }

    /// Writes a text that has nothing to escape.
    mutating func value(word text: String) {
        beginText()
        buffer.append(text: text)
        append(raw: "\"", needsComma: true)
    }

    mutating func member(
        _ name: StaticString, _ condition: Condition, _ renderer: inout ExpressionRenderer
    ) throws(AttributeError) {
        beginExpression(name)
        try renderer.append(condition, to: &buffer)
        append(raw: "\"", needsComma: true)
    }

    mutating func member(
        _ name: StaticString, _ condition: KeyCondition, _ renderer: inout ExpressionRenderer
    ) throws(AttributeError) {
        beginExpression(name)
        try renderer.append(condition, to: &buffer)
        append(raw: "\"", needsComma: true)
    }

    mutating func member(
        _ name: StaticString, _ update: UpdateExpression, _ renderer: inout ExpressionRenderer
    ) throws(AttributeError) {
        beginExpression(name)
        try renderer.append(update, to: &buffer)
        append(raw: "\"", needsComma: true)
    }

    /// Writes a projection; none where everything is asked for.
    package mutating func member(projection paths: [AttributePath]?, _ renderer: inout ExpressionRenderer) {
        guard let paths else { return }
        beginExpression("ProjectionExpression")
        renderer.append(projection: paths, to: &buffer)
        append(raw: "\"", needsComma: true)
    }

    private mutating func beginExpression(_ name: StaticString) {
        key(name)
        append(raw: "\"", needsComma: false)
    }
}
