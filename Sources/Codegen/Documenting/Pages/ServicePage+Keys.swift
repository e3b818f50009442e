import Entities

extension ServicePage {
    /// One table for each index: a sample item for each access pattern that has some there.
    var keys: [String] {
        let table = schema.table
        var lines = [
            "## Keys", "",
            """
            One sample item for each access pattern, as it is stored, in the order of the keys, and one for each kind of item that is kept \
            beside records. Attributes of one name have one value throughout, so that items which belong together stand together.
            """, "",
        ]
        lines += keyTable("The table", nil, table.partition + table.sort)
        for index in table.indexes {
            lines += keyTable("Index \(Markdown.code(index.name))", index.name, index.partition + index.sort)
        }
        return lines
    }

    private func keyTable(_ title: String, _ index: String?, _ elements: [KeyElementModel]) -> [String] {
        var rows: [Row] = []
        for section in entities {
            for pattern in section.entity.accessPatterns where pattern.index == index && pattern.aliasOf == nil {
                let sample = SampleItem(samples.record(of: section.entity, in: pattern), in: schema, samples)
                let name = "\(section.entity.typeName).\(pattern.name)"
                rows.append(Row(name, elements.map { key($0, of: sample, pattern) }))
            }
            if index == nil { rows += section.ownItems(elements, samples.numbers) }
        }
        guard !rows.isEmpty else { return [] }
        rows.sort { $0.precedes($1) }
        return ["### \(title)", ""]
            + Markdown.table(
                ["item"] + elements.map { Markdown.code($0.name) },
                rows.map { [Markdown.code($0.name)] + $0.keys.map(Markdown.code) })
    }

    /// What the item has there; the template where there is no sample of one of its parts.
    private func key(_ element: KeyElementModel, of sample: SampleItem, _ pattern: AccessPatternModel) -> String {
        if let value = sample.attributes[element.name] { return SampleNotation.key(value) }
        return (pattern.partition + pattern.sort).first { $0.keyAttribute == element.name }.map(KeyNotation.text) ?? ""
    }

    /// An item in a table of keys.
    struct Row {
        var name: String
        var keys: [String]

        init(_ name: String, _ keys: [String]) {
            self.name = name
            self.keys = keys
        }

        /// Whether it comes first, in the order of DynamoDB's keys.
        func precedes(_ other: Row) -> Bool {
            for (own, its) in zip(keys + [name], other.keys + [other.name]) where own != its {
                return own.utf8.lexicographicallyPrecedes(its.utf8)
            }
            return false
        }
    }
}
