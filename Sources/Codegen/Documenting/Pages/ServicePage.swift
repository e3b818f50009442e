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
        let lines =
            header + overview + table + keys + ["## Entities", ""] + entities.flatMap(\.lines)
            + (collections.isEmpty ? [] : ["## Collections", ""]) + collections.flatMap(\.lines) + unsupported + basis
        return lines.joined(separator: "\n") + "\n"
    }

    private var header: [String] {
        [
            """
            \(SchemaDocument.headerPrefix) for \(schema.typeName), from its definitions. Do not edit: change them, and run its \
            schema program with `document`. -->
            """, "# \(schema.typeName): access patterns", "",
        ] + (schema.documentation.isEmpty ? [] : schema.documentation + [""])
    }

    // MARK: All access patterns

    private var overview: [String] {
        var rows: [[String]] = []
        func add(
            _ call: String, _ anchor: String, _ finds: String, _ index: String?, _ page: Double?, isOne: Bool = false
        ) {
            let link = "[`\(call)`](#\(Markdown.anchor(anchor)))"
            let units = page.map { CapacityEstimate.text($0) + (isOne ? ", one record" : "") } ?? "–"
            rows.append(["\(rows.count + 1)", link, finds, index.map(Markdown.code) ?? "the table", units])
        }
        for section in entities {
            let name = section.entity.typeName
            for pattern in section.entity.accessPatterns {
                let by = pattern.partitionParts.map { Markdown.code($0.parameter) }
                let order = QueryParameters(pattern, of: section.entity).sort.map { Markdown.code($0.name) }
                var finds = "`\(name)`" + (by.isEmpty ? "" : " by \(by.joined(separator: ", "))")
                if !order.isEmpty { finds += ", in the order of \(order.joined(separator: ", "))" }
                if let condition = pattern.condition {
                    finds += ", where \(Markdown.code(KeyNotation.text(condition)))"
                }
                add(
                    "\(name).\(pattern.name)", name, finds, pattern.index, section.page(of: pattern),
                    isOne: section.findsOne(pattern))
            }
        }
        for section in collections {
            let members = section.model.members.map { "`\($0.entity)`" }.joined(separator: ", ")
            add(
                "\(schema.typeName).\(section.model.functionName)", section.model.name, "\(members) of one partition",
                section.model.index, section.capacity)
        }
        return [
            "## Access patterns", "",
            """
            Read units are those of a page of \(CapacityEstimate.pageSize) records of the size of the sample, of a collection those of \
            one record of each kind; see [how they are reckoned](#how-capacity-is-reckoned).
            """, "",
        ] + Markdown.table(["#", "access pattern", "finds", "on", "read units"], rows)
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
            "## How capacity is reckoned", "",
            """
            Sizes are those of the samples by DynamoDB's rules, with every attribute there. Texts are short unless a definition says \
            how long they are (`.length(…)` sets bounds, `.typicalLength(…)` says what is usual).
            """, "",
            """
            - Reading: eventual reads, half a unit for each 4 KB, a page rounded up as a whole. Consistent reads take twice as much, \
            transactions four times. What a filter drops is paid for.
            """,
            """
            - Writing: a unit for each 1 KB of the item, and of each index entry that changes; an entry that moves within an index \
            is deleted and written. A write that fails its condition is paid for as well.
            """,
            """
            - Records with unique values are created and deleted in transactions, with an item for each claim; of the table, \
            though not of its indexes, transactions take twice as much.
            """,
        ]
    }
}
