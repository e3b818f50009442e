import EntityMacrosLite

/// That sharded counters have items to be kept in.
enum CounterChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        for entity in schema.entities {
            for counter in entity.counters {
                if !ShardedCounterModel.shardCounts.contains(counter.shards) {
                    collector.error(
                        "counter-shard-count",
                        """
                        '\(counter.name)' of \(entity.typeName) is kept in \(counter.shards) items; give 2 to 100 with 'of:', as many \
                        as a transaction can reset.
                        """, at: counter.attribute.location)
                }
                if let key = (schema.table.partition + schema.table.sort).first(where: \.isNative) {
                    collector.error(
                        "counter-table",
                        """
                        '\(counter.name)' of \(entity.typeName) is kept in items of its own, and '\(key.name)' of the table \
                        '\(schema.table.name)' has no room for their keys: declare the table's keys with 'partitionKey:' and 'sortKey:'.
                        """, at: counter.attribute.location)
                }
                if entity.accessPatterns.contains(where: { $0.name == counter.name }) {
                    collector.error(
                        "attribute-name",
                        "'\(counter.name)' of \(entity.typeName) is what an access pattern is called: rename one.",
                        at: counter.attribute.location)
                } else if GeneratedNames.recordFunctions.contains(counter.name) {
                    collector.error(
                        "attribute-name",
                        """
                        '\(counter.name)' of \(entity.typeName) is a function that every record has: give the counter another name.
                        """, at: counter.attribute.location)
                }
            }
        }
    }
}
