import EntityMacrosLite

/// DynamoDB's limits of a table and its indexes.
enum TableChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        let table = schema.table
        checkName(table.name, "table", table.location, into: &collector)
        checkKeys(table, into: &collector)
        checkCounts(table, into: &collector)
        checkProjections(schema, into: &collector)
        checkCapacity(table, into: &collector)
        var seen: Set<String> = []
        for index in table.indexes {
            checkName(index.name, "index", index.location, into: &collector)
            if !seen.insert(index.name).inserted {
                collector.error(
                    "index-repeated",
                    "The table '\(table.name)' has the index '\(index.name)' twice: give one another name.",
                    at: index.location)
            }
        }
    }

    private static func checkName(
        _ name: String, _ kind: String, _ location: SourceLocation, into collector: inout DiagnosticCollector
    ) {
        let isLegal = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x5F, 0x2D, 0x2E].contains(byte)
        }
        guard isLegal, (3...255).contains(name.utf8.count) else {
            collector.error(
                "\(kind)-name",
                "'\(name)' cannot be the name of \(kind == "index" ? "an" : "a") \(kind): use 3 to 255 of a-z A-Z 0-9 _ - and '.'.",
                at: location)
            return
        }
    }

    private static func checkKeys(_ table: TableModel, into collector: inout DiagnosticCollector) {
        checkElements(
            table.partition + table.sort, of: "The table '\(table.name)'", table.location, into: &collector)
        if table.partition.count > 1 || table.sort.count > 1 {
            collector.error(
                "key-part-count",
                "The table '\(table.name)' has several partition or sort keys: only a global index can; give one of each.",
                at: table.location)
        }
        for index in table.indexes {
            let own = index.isLocal ? index.sort : index.partition + index.sort
            checkElements(own, of: "The index '\(index.name)'", index.location, into: &collector)
            if index.partition.count > 4 || index.sort.count > 4 {
                collector.error(
                    "key-part-count",
                    """
                    The index '\(index.name)' has \(index.partition.count) partition and \(index.sort.count) sort keys: \
                    DynamoDB allows four of each.
                    """, at: index.location)
            }
            guard index.isLocal else { continue }
            if index.sort.count > 1 {
                collector.error(
                    "key-part-count",
                    "The local index '\(index.name)' has several sort keys: only a global index can; give one.",
                    at: index.location)
            }
            if table.sort.isEmpty {
                collector.error(
                    "local-index-table",
                    """
                    '\(index.name)' is a local index, and the table '\(table.name)' has no sort key: give the table one, or make \
                    the index global.
                    """, at: index.location)
            }
        }
    }

    private static func checkElements(
        _ elements: [KeyElementModel], of place: String, _ location: SourceLocation,
        into collector: inout DiagnosticCollector
    ) {
        var seen: Set<String> = []
        for element in elements {
            if !(1...255).contains(element.name.utf8.count) {
                collector.error(
                    "key-attribute-name",
                    "\(place) has a key attribute with a name of \(element.name.utf8.count) bytes: DynamoDB allows 1 to 255.",
                    at: location)
            }
            if !seen.insert(element.name).inserted {
                collector.error(
                    "key-attribute-repeated", "\(place) has '\(element.name)' in its key twice: name two attributes.",
                    at: location)
            }
        }
    }

    private static func checkCounts(_ table: TableModel, into collector: inout DiagnosticCollector) {
        let global = table.indexes.filter { !$0.isLocal }
        let local = table.indexes.filter(\.isLocal)
        if global.count > 20 {
            collector.error(
                "index-count", "The table '\(table.name)' has \(global.count) global indexes: DynamoDB allows 20.",
                at: global[20].location)
        }
        if local.count > 5 {
            collector.error(
                "index-count", "The table '\(table.name)' has \(local.count) local indexes: DynamoDB allows 5.",
                at: local[5].location)
        }
    }

    private static func checkProjections(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        let table = schema.table
        let stored = Set(schema.entities.flatMap(\.attributes).map(\.storedName) + [schema.entityAttribute])
        var total = 0
        for index in table.indexes {
            guard case .include(let names) = index.projection else { continue }
            let keys = Set((table.partition + table.sort + index.partition + index.sort).map(\.name))
            total += names.count
            var seen: Set<String> = []
            for name in names {
                if !seen.insert(name).inserted {
                    collector.error(
                        "projection-attribute", "The index '\(index.name)' projects '\(name)' twice: take one away.",
                        at: index.location)
                } else if keys.contains(name) {
                    collector.error(
                        "projection-attribute",
                        "The index '\(index.name)' projects '\(name)', which is a key and there anyhow: take it away.",
                        at: index.location)
                } else if !stored.contains(name), !schema.entities.isEmpty {
                    collector.error(
                        "projection-attribute",
                        """
                        The index '\(index.name)' projects '\(name)', and no entity stores an attribute of that name: use the \
                        stored name of one.
                        """, at: index.location)
                }
            }
            if names.isEmpty {
                collector.error(
                    "projection-attribute",
                    "The index '\(index.name)' includes no attributes: name some, or use '.keysOnly'.",
                    at: index.location)
            }
            if total > 100, total - names.count <= 100 {
                collector.error(
                    "projection-count",
                    """
                    The indexes of '\(table.name)' include \(total) attributes up to '\(index.name)', and DynamoDB allows 100 in \
                    all: use '.all' for one.
                    """, at: index.location)
            }
        }
    }

    private static func checkCapacity(_ table: TableModel, into collector: inout DiagnosticCollector) {
        func check(_ throughput: ThroughputModel, _ place: String, _ location: SourceLocation) {
            guard throughput.read < 1 || throughput.write < 1 else { return }
            collector.error(
                "capacity",
                """
                \(place) is provisioned with \(throughput.read) read and \(throughput.write) write units: give at least 1 of each.
                """, at: location)
        }
        switch table.capacity {
        case .provisioned(let throughput):
            check(throughput, "The table '\(table.name)'", table.location)
            for index in table.indexes {
                if let own = index.throughput { check(own, "The index '\(index.name)'", index.location) }
            }
        case .onDemand:
            for index in table.indexes where index.throughput != nil {
                collector.error(
                    "capacity",
                    """
                    The index '\(index.name)' is provisioned, and the table '\(table.name)' is not: add 'Provisioned(read:write:)' \
                    to the table, or take 'provisioned:' away.
                    """, at: index.location)
            }
        }
    }
}
