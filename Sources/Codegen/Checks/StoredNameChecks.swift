import EntityMacrosLite

/// That what an item stores under a name is one thing.
enum StoredNameChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        let texts = Dictionary(
            schema.table.keyElements.filter { !$0.isNative }.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first })
        checkEntityAttribute(schema, into: &collector)
        checkKeyKinds(schema, into: &collector)
        for entity in schema.entities {
            checkUniqueNames(entity.attributes, of: entity.typeName, into: &collector)
            for attribute in entity.attributes {
                if texts[attribute.storedName] != nil {
                    collector.error(
                        "stored-name",
                        """
                        '\(attribute.name)' of \(entity.typeName) is stored as '\(attribute.storedName)', where the table keeps the \
                        text of a key: choose another name with '.storedAs(…)', or declare the key as the entities' own with \
                        'partitionKeys:' or 'sortKeys:'.
                        """, at: attribute.location)
                } else if [schema.entityAttribute, schema.versionAttribute].contains(attribute.storedName) {
                    collector.error(
                        "stored-name",
                        """
                        '\(attribute.name)' of \(entity.typeName) is stored as '\(attribute.storedName)', where items carry their \
                        entity's name or version: choose another name with '.storedAs(…)', or another 'entityAttribute' or \
                        'versionAttribute'.
                        """, at: attribute.location)
                }
            }
            checkNativeTypes(of: entity, schema.table, into: &collector)
        }
        for map in schema.maps { checkUniqueNames(map.attributes, of: map.typeName, into: &collector) }
    }

    private static func checkUniqueNames(
        _ attributes: [AttributeModel], of owner: String, into collector: inout DiagnosticCollector
    ) {
        var seen: [String: String] = [:]
        for attribute in attributes {
            let name = attribute.storedName
            if let other = seen[name] {
                collector.error(
                    "stored-name",
                    "'\(attribute.name)' of \(owner) is stored as '\(name)', and so is '\(other)': change one with '.storedAs(…)'.",
                    at: attribute.location)
            }
            seen[name] = seen[name] ?? attribute.name
            if !(1...65_535).contains(name.utf8.count) {
                collector.error(
                    "stored-name",
                    "'\(attribute.name)' of \(owner) is stored under a name of \(name.utf8.count) bytes: DynamoDB allows 1 to 65535.",
                    at: attribute.location)
            }
        }
    }

    private static func checkEntityAttribute(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        let version = schema.versionAttribute
        if version.map({ name in
            name.isEmpty || name == schema.entityAttribute || schema.table.keyElements.contains { $0.name == name }
        }) ?? false {
            collector.error(
                "entity-attribute",
                """
                The 'versionAttribute' of \(schema.typeName) is '\(version ?? "")', which is empty, a key of the table or the \
                'entityAttribute': choose another name.
                """, at: schema.table.location)
        }
        let name = schema.entityAttribute
        if name.isEmpty || schema.table.keyElements.contains(where: { $0.name == name }) {
            collector.error(
                "entity-attribute",
                "The 'entityAttribute' of \(schema.typeName) is '\(name)', which is empty or a key of the table: choose another name.",
                at: schema.table.location)
        }
    }

    /// A name cannot be a key text in one index and the entities' own in another.
    private static func checkKeyKinds(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        let table = schema.table
        var kinds = Dictionary(
            (table.partition + table.sort).map { ($0.name, $0.isNative) }, uniquingKeysWith: { first, _ in first })
        for index in table.indexes {
            for element in (index.isLocal ? [] : index.partition) + index.sort {
                if let isNative = kinds[element.name], isNative != element.isNative {
                    collector.error(
                        "key-attribute-kind",
                        """
                        '\(element.name)' is a key text in one place and the entities' own attribute in the index '\(index.name)': \
                        declare it the same way everywhere.
                        """, at: index.location)
                }
                kinds[element.name] = kinds[element.name] ?? element.isNative
            }
        }
    }

    /// DynamoDB refuses an item whose attribute has another type than the index that it is a key of.
    private static func checkNativeTypes(
        of entity: EntityModel, _ table: TableModel, into collector: inout DiagnosticCollector
    ) {
        for element in table.keyElements where element.isNative {
            guard let attribute = entity.attributes.first(where: { $0.storedName == element.name }) else { continue }
            guard let type = attribute.type.keyAttributeType else {
                collector.error(
                    "native-key-type",
                    """
                    '\(attribute.name)' of \(entity.typeName) is stored as '\(element.name)', a key of the table '\(table.name)', and \
                    its type \(attribute.type.swiftName(owner: entity.typeName)) is no key's: use a string, a number or binary data.
                    """, at: attribute.location)
                continue
            }
            if type != element.type {
                collector.error(
                    "native-key-type",
                    """
                    '\(attribute.name)' of \(entity.typeName) is stored as '\(element.name)' with type \(type.rawValue), and another \
                    entity stores that key with type \(element.type.rawValue): DynamoDB would refuse the item; choose another name \
                    with '.storedAs(…)'.
                    """, at: attribute.location)
            }
        }
    }
}
