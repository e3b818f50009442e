import EntityMacrosLite

/// That generated code can have a name for everything, and one name for one thing.
enum NameChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        checkTypes(schema, into: &collector)
        checkEntityNames(schema, into: &collector)
        for entity in schema.entities {
            checkAttributes(
                entity.attributes + entity.counters.map(\.attribute), of: entity.typeName, in: schema, into: &collector)
            checkVersion(of: entity, into: &collector)
            checkPatterns(of: entity, in: schema, into: &collector)
        }
        for map in schema.maps {
            checkAttributes(map.attributes, of: map.typeName, in: schema, into: &collector)
            checkMembers(of: map, into: &collector)
        }
    }

    /// `$0.box.size` is how large the map is, which compiles as well as its member would.
    private static func checkMembers(of map: MapModel, into collector: inout DiagnosticCollector) {
        for attribute in map.attributes where GeneratedNames.mapProperties.contains(attribute.name) {
            collector.error(
                "attribute-name",
                """
                '\(attribute.name)' of \(map.typeName) is what conditions ask a map itself for: choose another name, and \
                '.storedAs("\(attribute.name)")'.
                """, at: attribute.location)
        }
    }

    /// Records, maps and the service are types of one module.
    private static func checkTypes(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        var types = [(schema.typeName, "the service", schema.table.location)]
        types += schema.entities.map { ($0.typeName, "an entity", $0.location) }
        types += schema.maps.map { ($0.typeName, "a map", $0.location) }
        types += schema.entities.filter { $0.attributes.contains(where: \.hasHook) }
            .map { ($0.typeName + "Hooks", "the protocol of \($0.typeName)'s hooks", $0.location) }
        var seen: [String: String] = [:]
        for (name, kind, location) in types {
            if !SwiftName.isIdentifier(name) {
                collector.error(
                    "type-name",
                    "'\(name)' cannot be the name of a generated type: define \(kind) as a struct that is not generic.",
                    at: location)
            } else if GeneratedNames.recordTypes.union(GeneratedNames.modules).union(schema.imports).contains(name)
                || name == "Init"
            {
                collector.error(
                    "type-name",
                    "\(kind.capitalizedFirst) cannot be called '\(name)': the name would hide one that generated code uses; rename it.",
                    at: location)
            } else if let other = seen[name] {
                collector.error(
                    "type-name-repeated",
                    "\(kind.capitalizedFirst) is called '\(name)', and so is \(other == kind ? "another" : other): rename one, both are generated into one module.",
                    at: location)
            }
            seen[name] = seen[name] ?? kind
        }
    }

    private static func checkEntityNames(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        if schema.name.isEmpty {
            collector.error(
                "service-name", "\(schema.typeName) has an empty 'name': keys are made of it; give one.",
                at: schema.table.location)
        }
        var seen: [String: String] = [:]
        for entity in schema.entities {
            if entity.name.isEmpty {
                collector.error(
                    "entity-name",
                    "\(entity.typeName) has an empty 'entityName': items are told apart by it; give one.",
                    at: entity.location)
            } else if let other = seen[entity.name], other != entity.typeName {
                collector.error(
                    "entity-name",
                    """
                    \(entity.typeName) and \(other) have the 'entityName' "\(entity.name)": items are told apart by it; change one.
                    """, at: entity.location)
            }
            seen[entity.name] = seen[entity.name] ?? entity.typeName
            if !SwiftName.isIdentifier(entity.pluralName) {
                collector.error(
                    "entity-name",
                    "The 'pluralName' of \(entity.typeName) is '\(entity.pluralName)', which cannot be a property's name.",
                    at: entity.location)
            }
        }
    }

    /// A record tells its version by this name.
    private static func checkVersion(of entity: EntityModel, into collector: inout DiagnosticCollector) {
        guard entity.attributes.contains(where: { $0.role == .version }) else { return }
        for attribute in entity.attributes where attribute.name == "version" && attribute.role != .version {
            collector.error(
                "attribute-name",
                """
                'version' of \(entity.typeName) is how a record calls its .version, which is another attribute: choose another \
                name, and '.storedAs("version")'.
                """, at: attribute.location)
        }
    }

    private static func checkAttributes(
        _ attributes: [AttributeModel], of owner: String, in schema: ServiceSchema,
        into collector: inout DiagnosticCollector
    ) {
        // What generated code means by these names inside of a record.
        let records = schema.entities.map(\.typeName) + schema.maps.map(\.typeName)
        let types = Set(records + schema.imports + [schema.typeName])
        var choiceTypes: [String: String] = [:]
        let choices = Set(attributes.compactMap { $0.type.choice?.typeName })
        var seen: Set<String> = []
        for attribute in attributes {
            if !SwiftName.isIdentifier(attribute.name) {
                collector.error(
                    "attribute-name",
                    """
                    '\(attribute.name)' of \(owner) cannot be the name of a generated property: use an identifier, and \
                    '.storedAs("\(attribute.name)")'.
                    """, at: attribute.location)
            } else if GeneratedNames.attributes.union(types).contains(attribute.name) {
                collector.error(
                    "attribute-name",
                    """
                    '\(attribute.name)' of \(owner) is a name that generated code has for itself: choose another, and \
                    '.storedAs("\(attribute.name)")'.
                    """, at: attribute.location)
            }
            if choices.contains(attribute.name) {
                collector.error(
                    "attribute-name",
                    """
                    '\(attribute.name)' of \(owner) is what the enum of another attribute is called: choose another name, and \
                    '.storedAs("\(attribute.name)")'.
                    """, at: attribute.location)
            }
            if !seen.insert(attribute.name).inserted {
                collector.error(
                    "attribute-name", "\(owner) has two attributes called '\(attribute.name)': rename one.",
                    at: attribute.location)
            }
            if attribute.normalizedForm != nil { choiceTypes[attribute.formName] = attribute.name }
            if attribute.isPresented, attributes.contains(where: { $0.name == attribute.propertyName }) {
                collector.error(
                    "attribute-name",
                    """
                    '\(attribute.name)' of \(owner) is .presented, so that a record keeps it as '\(attribute.propertyName)', which is \
                    another attribute: rename one.
                    """, at: attribute.location)
            }
            guard let choice = attribute.type.choice else { continue }
            if types.contains(choice.typeName) || choiceTypes[choice.typeName] != nil {
                collector.error(
                    "choice-type-name",
                    """
                    The enum of '\(attribute.name)' of \(owner) would be called '\(choice.typeName)', which is taken: choose another \
                    name, and '.storedAs("\(attribute.name)")'.
                    """, at: attribute.location)
            }
            choiceTypes[choice.typeName] = attribute.name
        }
    }

    private static func checkPatterns(
        of entity: EntityModel, in schema: ServiceSchema, into collector: inout DiagnosticCollector
    ) {
        var seen: Set<String> = []
        var bounds: Set<String> = []
        let choices = entity.attributes.compactMap { $0.type.choice?.typeName }
        let types = GeneratedNames.recordTypes.union(choices)
        let others = Set(
            choices + [schema.typeName] + schema.entities.map(\.typeName) + schema.maps.map(\.typeName) + schema.imports
        )
        // What reads one revision.
        if entity.history != nil { seen.insert("revision") }
        for pattern in entity.accessPatterns + [entity.history].compactMap({ $0 }) {
            if !SwiftName.isIdentifier(pattern.name) {
                collector.error(
                    "pattern-name",
                    "'\(pattern.name)' of \(entity.typeName) cannot be the name of a generated function: use an identifier.",
                    at: pattern.location)
            } else if GeneratedNames.recordFunctions.contains(pattern.name) {
                collector.error(
                    "pattern-name",
                    "\(entity.typeName).\(pattern.name) is a function that every record has: give the access pattern another name.",
                    at: pattern.location)
            } else if types.contains(pattern.name) || others.contains(pattern.name) {
                collector.error(
                    "pattern-name",
                    "\(entity.typeName).\(pattern.name) is what a type is called: give the access pattern another name.",
                    at: pattern.location)
            }
            let entry = SwiftName.entryTypeName(of: pattern.name)
            if others.contains(entry), let index = pattern.index, schema.table.index(index)?.projection != .all {
                collector.error(
                    "pattern-name",
                    "What the index of '\(pattern.name)' of \(entity.typeName) holds would be called '\(entry)', which is taken: rename one.",
                    at: pattern.location)
            }
            let bound = SwiftName.boundTypeName(of: pattern.name)
            if pattern.aliasOf == nil, OrderedSortParts(pattern, of: entity) != nil,
                others.contains(bound) || !bounds.insert(bound).inserted
            {
                collector.error(
                    "pattern-name",
                    "The bounds of ranges of '\(pattern.name)' of \(entity.typeName) would be called '\(bound)', which is taken: rename one.",
                    at: pattern.location)
            }
            if !seen.insert(pattern.name).inserted {
                collector.error(
                    "pattern-name", "\(entity.typeName) has two access patterns called '\(pattern.name)': rename one.",
                    at: pattern.location)
            }
        }
    }
}

extension AttributeTypeModel {
    /// The enum that is generated for it, in a collection as well.
    var choice: ChoiceModel? {
        switch self {
        case .choice(let choice): choice
        case .list(let element), .set(let element), .dictionary(let element): element.choice
        default: nil
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { SwiftName.upperFirst(self) }
}
