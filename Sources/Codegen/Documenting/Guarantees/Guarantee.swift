/// Something that a definition declares, and the library keeps.
struct Guarantee {
    /// A word or two: `unique slug`.
    var title: String
    /// A sentence in Markdown: what holds, and how it is kept.
    var text: String
    /// A diagram in Mermaid's notation, for what is easier to see.
    var diagram: String?

    init(_ title: String, _ text: String, diagram: String? = nil) {
        self.title = title
        self.text = text
        self.diagram = diagram
    }

    /// What a page says.
    var lines: [String] {
        let line = "- **\(title)**: \(text)"
        guard let diagram else { return [line] }
        return [line, "", "```mermaid"] + diagram.split(separator: "\n").map(String.init) + ["```", ""]
    }
}

/// Finds the guarantees of one kind in an entity. A new kind of guarantee is a new one of these, in a file of its own, in the list.
struct GuaranteeSource: Sendable {
    let guarantees: @Sendable (EntityModel, ServiceSchema) -> [Guarantee]

    /// In the order of the page.
    static let all: [GuaranteeSource] = [
        .tenancy, .unique, .version, .history, .states, .leases, .floors, .counters, .reservations, .expiry, .immutable,
        .derived,
        .sparse, .shards, .buckets,
    ]

    /// Everything that an entity's definition declares.
    static func guarantees(of entity: EntityModel, in schema: ServiceSchema) -> [Guarantee] {
        all.flatMap { $0.guarantees(entity, schema) }
    }
}
