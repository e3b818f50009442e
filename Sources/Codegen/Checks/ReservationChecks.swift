/// That a hold ends of its own accord, and can be made to last.
enum ReservationChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        for entity in schema.entities {
            let holders = entity.attributes.filter(\.isHolder)
            for extra in holders.dropFirst() {
                collector.error(
                    "attribute-role-repeated",
                    "\(entity.typeName) has .holder on '\(holders[0].name)' and on '\(extra.name)': choose one.",
                    at: extra.location)
            }
            if let holder = holders.first { check(holder, of: entity, into: &collector) }
        }
    }

    private static func check(
        _ holder: AttributeModel, of entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        let name = "'\(holder.name)' of \(entity.typeName)"
        if holder.isHidden || holder.isPresented {
            collector.error(
                "holder-form",
                """
                \(name) is the .holder, which a record has to show as it is stored: take \
                \(holder.isHidden ? ".hidden" : ".presented") away.
                """, at: holder.location)
        }
        guard let expiry = entity.expiry else {
            collector.error(
                "holder-expiry",
                """
                \(name) is the .holder of records that do not expire: add when a hold ends, 'Attribute<Date?>(.timeToLive)', or take \
                .holder away.
                """, at: holder.location)
            return
        }
        if !expiry.isOptional || expiry.isReadOnly || expiry.isPrimaryKeyPart {
            collector.error(
                "holder-expiry",
                """
                '\(expiry.name)' of \(entity.typeName) cannot be removed when a hold is confirmed: make it an \
                'Attribute<Date?>(.timeToLive)' that can change.
                """, at: expiry.location)
        }
    }
}
