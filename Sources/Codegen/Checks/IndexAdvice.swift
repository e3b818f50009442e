import EntityMacrosLite

/// Indexes that cost and do not serve.
enum IndexAdvice {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        let used = Set(schema.entities.flatMap(\.accessPatterns).compactMap(\.index))
        var keys: [[String]: String] = [:]
        for index in schema.table.indexes {
            if !used.contains(index.name) {
                collector.warning(
                    "index-unused",
                    "No access pattern uses the index '\(index.name)': each write pays for it; take it away, or use it.",
                    at: index.location)
            }
            let names = index.partition.map(\.name) + ["|"] + index.sort.map(\.name)
            if let other = keys[names] {
                collector.warning(
                    "index-repeated-key",
                    "The index '\(index.name)' has the same keys as '\(other)': one of them is enough.",
                    at: index.location)
            }
            keys[names] = keys[names] ?? index.name
        }
    }
}
