import EntityMacrosLite

/// Indexes that cost and do not serve.
enum IndexAdvice {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        let used = Set(schema.entities.flatMap(\.accessPatterns).compactMap(\.index))
        var keys = [
            schema.table.partition.map(\.name) + ["|"] + schema.table.sort.map(\.name):
                "the table '\(schema.table.name)'"
        ]
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
                    "The index '\(index.name)' has the same keys as \(other): one of them is enough.",
                    at: index.location)
            }
            keys[names] = keys[names] ?? "the index '\(index.name)'"
            checkImplied(index, schema, into: &collector)
        }
    }
    /// DynamoDB indexes every item that has the key attributes, whether a pattern asks for it or not.
    private static func checkImplied(
        _ index: IndexModel, _ schema: ServiceSchema, into collector: inout DiagnosticCollector
    ) {
        let own = (index.isLocal ? [] : index.partition) + index.sort
        guard own.allSatisfy(\.isNative) else { return }
        for entity in schema.entities where !entity.accessPatterns.contains(where: { $0.index == index.name }) {
            let stored = Set(entity.attributes.map(\.storedName))
            guard own.allSatisfy({ stored.contains($0.name) }) else { continue }
            let names = own.map { "'\($0.name)'" }.joined(separator: ", ")
            collector.note(
                "index-implied",
                """
                Items of \(entity.typeName) have \(names), and so are in the index '\(index.name)' without an access pattern: \
                store one under another name with '.storedAs(…)' to save the writes.
                """, at: entity.location)
        }
    }
}
