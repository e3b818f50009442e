import EntityMacrosLite

/// That a tenant's keys begin with the tenant, in one form, and nobody else's with it.
enum TenancyChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        guard let tenancy = schema.tenancy else { return }
        for entity in schema.entities {
            guard let tenant = entity.tenant else {
                checkOutside(entity, of: schema, tenancy, into: &collector)
                continue
            }
            checkAttribute(tenant, of: entity, schema, into: &collector)
            if schema.keyFormat.isElectroDB { continue }
            for pattern in entity.accessPatterns {
                check(pattern, of: entity, tenant.name, tenancy, into: &collector)
            }
        }
    }

    private static func checkAttribute(
        _ tenant: AttributeModel, of entity: EntityModel, _ schema: ServiceSchema,
        into collector: inout DiagnosticCollector
    ) {
        if schema.keyFormat.isElectroDB {
            collector.error(
                "tenant-format",
                """
                '\(tenant.name)' of \(entity.typeName) is the .tenant, and ElectroDB's keys do not tell where a value ends: take it \
                away, or use the native key format.
                """, at: tenant.location)
        }
        for attribute in entity.attributes {
            guard let uniqueness = attribute.uniqueness, !uniqueness.scope.contains(tenant.name) else { continue }
            collector.error(
                "tenant-unique",
                """
                '\(attribute.name)' of \(entity.typeName) is unique among all tenants, so that one learns of another's values: use \
                '.unique(within: \\\(entity.typeName).\(tenant.name))'.
                """, at: attribute.location)
        }
    }

    private static func check(
        _ pattern: AccessPatternModel, of entity: EntityModel, _ tenant: String, _ tenancy: TenancyModel,
        into collector: inout DiagnosticCollector
    ) {
        guard let key = pattern.partition.first, !key.isTenant(tenant) else { return }
        guard let prefix = key.template?.prefix(with: tenant) else {
            collector.error(
                "tenant-key",
                """
                '\(pattern.name)' of \(entity.typeName) mixes tenants: begin its partition key with a text that ends in '#', then the \
                tenant, then '#' or nothing, as in "\(example(tenancy, tenant))".
                """, at: pattern.location)
            return
        }
        guard prefix.first != tenancy.prefix.first, tenancy.prefix.count > 1 else { return }
        collector.error(
            "tenant-key",
            """
            '\(pattern.name)' of \(entity.typeName) begins otherwise than '\(tenancy.entity.primary?.name ?? "")' of \
            \(tenancy.entity.typeName): a tenant's keys have one beginning, "\(example(tenancy, tenant))".
            """, at: pattern.location)
    }

    private static func example(_ tenancy: TenancyModel, _ tenant: String) -> String {
        guard case .text(let text)? = tenancy.prefix.first else { return "TENANT#\\(\(tenant))#…" }
        return "\(text)\\(\(tenant))#…"
    }

    /// Nobody else's items are among a tenant's: they could be read by it.
    private static func checkOutside(
        _ entity: EntityModel, of schema: ServiceSchema, _ tenancy: TenancyModel,
        into collector: inout DiagnosticCollector
    ) {
        guard !schema.keyFormat.isElectroDB, tenancy.prefix.count > 1 else { return }
        let template = KeyTemplateModel(segments: tenancy.prefix)
        let whole = KeyLanguage(template, of: tenancy.entity)
        var beginning = whole
        beginning.append("#".utf8)
        for pattern in entity.accessPatterns {
            guard let key = pattern.partition.first?.template else { continue }
            let keys = KeyLanguage(key, of: entity)
            guard let example = keys.example(in: whole) ?? keys.example(in: beginning.prefixes) else { continue }
            collector.error(
                "tenant-overlap",
                """
                '\(pattern.name)' of \(entity.typeName) can have the keys of a tenant, for example \
                "\(String(decoding: example, as: UTF8.self))": make the attribute the .tenant, or begin the key with another text.
                """, at: pattern.location)
        }
    }
}
