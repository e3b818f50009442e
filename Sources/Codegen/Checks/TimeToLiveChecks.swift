import EntityMacrosLite

/// That the table deletes what the entities say, when they say.
enum TimeToLiveChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        let table = schema.table
        var isUsed = false
        for entity in schema.entities {
            for attribute in entity.attributes {
                if attribute.role == .timeToLive {
                    isUsed = true
                    checkTable(attribute, of: entity, table, into: &collector)
                } else if attribute.storedName == table.timeToLiveAttribute {
                    isUsed = true
                    collector.error(
                        "time-to-live-attribute",
                        """
                        '\(attribute.name)' of \(entity.typeName) is stored as '\(attribute.storedName)', by which the table \
                        '\(table.name)' deletes items: make it an 'Attribute<Date?>(.timeToLive)', or choose another name with \
                        '.storedAs(…)'.
                        """, at: attribute.location)
                }
            }
        }
        if let name = table.timeToLiveAttribute, !isUsed, !schema.entities.isEmpty {
            collector.note(
                "time-to-live-unused",
                """
                The table '\(table.name)' deletes items by '\(name)', which no entity has: it is for what 'db.once' remembers, \
                unless an entity gets an 'Attribute<Date?>(.timeToLive)'.
                """, at: table.timeToLiveLocation)
        }
    }

    private static func checkTable(
        _ attribute: AttributeModel, of entity: EntityModel, _ table: TableModel,
        into collector: inout DiagnosticCollector
    ) {
        guard let name = table.timeToLiveAttribute else {
            collector.error(
                "time-to-live-table",
                """
                '\(attribute.name)' of \(entity.typeName) is a time to live, and the table '\(table.name)' has none: add \
                'TimeToLive("\(attribute.storedName)")' to it.
                """, at: attribute.location)
            return
        }
        if attribute.storedName != name {
            collector.error(
                "time-to-live-table",
                """
                '\(attribute.name)' of \(entity.typeName) is a time to live stored as '\(attribute.storedName)', and the table \
                '\(table.name)' deletes items by '\(name)': add '.storedAs("\(name)")'.
                """, at: attribute.location)
        }
    }
}
