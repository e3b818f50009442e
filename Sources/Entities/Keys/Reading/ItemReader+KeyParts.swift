extension ItemReader {
    /// Reads the part of a key's text; called by generated code.
    ///
    /// - Throws: `AttributeError` naming the key attribute, where it is missing or its text is none of the pattern.
    public mutating func keyPart<Part: ReadableKeyPart>(
        _ name: StaticString, _ pattern: KeyTextPattern
    ) throws(AttributeError) -> Part {
        try keyParts(name, pattern)
    }

    /// Reads the parts of a key's text, in their order; called by generated code.
    ///
    /// - Throws: `AttributeError` naming the key attribute, where it is missing or its text is none of the pattern.
    public mutating func keyParts<each Part: ReadableKeyPart>(
        _ name: StaticString, _ pattern: KeyTextPattern
    ) throws(AttributeError) -> (repeat each Part) {
        var reader = KeyTextReader(try read(name), pattern)
        do throws(AttributeError) {
            let parts = try (repeat reader.part() as each Part)
            try reader.finish()
            return parts
        } catch {
            throw error.inside(name)
        }
    }
}
