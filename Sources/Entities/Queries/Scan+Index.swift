extension Entity where TenantScope == NoTenancy {
    /// Reads a whole index for the records of this entity: all that an access pattern can find, whatever their keys.
    ///
    /// ```swift
    /// for try await article in Article.scan(.published).stream(on: db) { … }      // those with a date, without reading the others
    /// ```
    /// It costs what the index holds, of other entities as well; where the index does not hold whole items, the records are read from the
    /// table by their keys.
    public static func scan(_ pattern: AccessPattern) -> Scan<Self> {
        pattern.shape.map { Scan($0) } ?? Scan()
    }
}

extension QueryPlan {
    /// Whether what is read says which entity it is of.
    func holdsIdentifiers(of schema: EntitySchema) -> Bool {
        table.holds(schema.isOwn.attributeNames, in: indexName)
    }

    /// Adds a filter; one on what the index does not hold would drop everything, and is refused.
    mutating func filterWhatIsHeld(_ condition: Condition) {
        if let name = indexName {
            let missing = condition.attributeNames.filter { !table.holds([$0], in: name) }.sorted()
            if !missing.isEmpty {
                refusal = """
                    the index \(name) does not hold \(missing.joined(separator: ", ")), so nothing can be filtered by it: filter the \
                    records once they are read, or have the index project it
                    """
            }
        }
        filter(condition)
    }
}
