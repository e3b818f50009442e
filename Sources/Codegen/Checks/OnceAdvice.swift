import EntityMacrosLite

/// That no entity's items have the keys under which `Database.once` remembers operations.
enum OnceAdvice {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        // Values stand unescaped in ElectroDB's keys, so that almost any could be equal.
        guard !schema.keyFormat.isElectroDB else { return }
        let texts = keys(schema)
        for entity in schema.entities {
            guard let pattern = entity.primary, let partition = pattern.partition.first?.template else { continue }
            if let sort = pattern.sort.first?.template {
                // What a query for the whole partition asks of the sort key.
                let asked = KeyLanguage(sort, of: entity, literalPrefix: true).prefixes
                guard asked.example(in: language("IDEMPOTENCY")) != nil else { continue }
            }
            let language = KeyLanguage(partition, of: entity)
            guard let example = texts.lazy.compactMap({ language.example(in: $0) }).first else { continue }
            collector.warning(
                "key-once",
                """
                '\(pattern.name)' of \(entity.typeName) can have the keys under which 'once' remembers operations, for example \
                "\(String(decoding: example, as: UTF8.self))": begin one of its keys with another text.
                """, at: pattern.location)
        }
    }

    /// `IDEMPOTENCY#…`, behind a tenant where there are tenants.
    private static func keys(_ schema: ServiceSchema) -> [KeyLanguage] {
        let key = language("IDEMPOTENCY#").prefixes
        guard let tenancy = schema.tenancy, tenancy.prefix.count > 1 else { return [key] }
        var tenants = KeyLanguage(KeyTemplateModel(segments: tenancy.prefix), of: tenancy.entity)
        tenants.append("#IDEMPOTENCY#".utf8)
        return [key, tenants.prefixes]
    }

    private static func language(_ text: String) -> KeyLanguage {
        var language = KeyLanguage()
        language.append(text.utf8)
        return language
    }
}
