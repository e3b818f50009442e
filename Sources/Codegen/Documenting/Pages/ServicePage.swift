/// The page of a service.
struct ServicePage {
    let schema: ServiceSchema
    let samples: SampleValues
    let entities: [EntitySection]
    let collections: [CollectionSection]

    init(_ schema: ServiceSchema, _ samples: SampleValues) {
        self.schema = schema
        self.samples = samples
        let sections = schema.entities.map { EntitySection($0, of: schema, samples) }
        entities = sections
        let emitter = ServiceEmitter(schema, access: .public)
        collections = schema.collections.compactMap { CollectionSection($0, of: emitter, sections) }
    }

    var text: String {
        let (title, basis) = (header + ["## Access patterns", ""], basis)
        let body =
            table + keys + ["## \(Self.entities)", ""] + entities.flatMap(\.lines)
            + (collections.isEmpty ? [] : ["## \(Self.collections)", ""]) + collections.flatMap(\.lines) + unsupported
        let lines = title + overview(Anchors(title + body + basis)) + body + basis
        return lines.joined(separator: "\n") + "\n"
    }

    // The headings that others link to.
    static let entities = "Entities"
    static let collections = "Collections"
    static let basis = "How capacity is reckoned"

    private var header: [String] {
        [
            """
            \(SchemaDocument.headerPrefix) for \(schema.typeName), from its definitions. Do not edit: change them, and run its \
            schema program with `document`. -->
            """, "# \(schema.typeName): access patterns", "",
        ] + (schema.documentation.isEmpty ? [] : schema.documentation + [""])
    }

    // MARK: What it does not do

    private var unsupported: [String] {
        if schema.unsupported.isEmpty { return [] }
        return ["## What the schema does not support", "", "On purpose:", ""] + schema.unsupported.map { "- \($0)" } + [
            ""
        ]
    }

    private var basis: [String] {
        [
            "## \(Self.basis)", "",
            """
            Sizes are those of the samples by DynamoDB's rules, with every attribute there. Texts are short unless a definition says \
            how long they are (`.length(…)` sets bounds, `.typicalLength(…)` says what is usual).
            """, "",
            """
            - Reading: eventual reads, half a unit for each 4 KB, a page rounded up as a whole. Consistent reads, which global indexes do \
            not have, take twice as much, transactions four times. What a filter drops is paid for. A page of an index that does not \
            hold whole items is one of entries, and a read of each record.
            """,
            """
            - Writing: a unit for each 1 KB of the item, and of each index entry that changes; an entry that moves within an index \
            is deleted and written. What replaces a record is reckoned as one that is new. A write that fails its condition is paid for \
            as well.
            """,
            """
            - What takes or gives back unique values is a transaction, with an item for each claim; so is every write that adds to a \
            history, with the copy. Of the table, though not of its indexes, transactions take twice as much. They return nothing, so \
            that the record is read, before or after, where it is the answer; `returningNothing()` spares that.
            """,
            """
            - `db.once` adds a consistent read, and to its transaction 2 write units for each KB of the result; with a claim \
            it takes two writes instead. `deleteAll` finds its records twice as a rule. `scan` reads everything that there is.
            """,
        ]
    }
}
