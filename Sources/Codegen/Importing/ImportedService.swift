/// Models that make up one service: of one name and key format, on one table.
struct ImportedService {
    var typeName: String
    var tableName: String
    var table: ImportedTable
    var entities: [ImportedEntity]

    /// The models that belong to the service, told by the first.
    private var first: ElectroDBModel { entities[0].model }
    var name: String { first.service }
    var isBeta: Bool { first.isBeta }
    var identifiers: ElectroDBModel.Identifiers { first.identifiers }

    /// Whether a model says the same of the service.
    func takes(_ model: ElectroDBModel) -> Bool {
        name == model.service && isBeta == model.isBeta && identifiers == model.identifiers
            && (first.table == model.table || first.table == nil || model.table == nil)
            && !entities.contains { $0.model.entity == model.entity }
    }
}

/// A model, and what Swift calls it and its parts.
struct ImportedEntity {
    let model: ElectroDBModel
    let typeName: String
    /// By the model's names.
    private(set) var attributeNames: [String: String] = [:]
    private(set) var patternNames: [String: String] = [:]

    func attributeName(_ name: String) -> String { attributeNames[name] ?? name }
}

extension ImportedService {
    /// Sorts models into services, in their order, and gives everything a name.
    ///
    /// Models of one service that disagree about an index of the same name cannot share a table: they become two services.
    static func services(
        of models: [ElectroDBModel], names: inout ImportedNames, notes: inout [ImportNote]
    ) -> [ImportedService] {
        // Entities first, whose names people write more often; their attributes last, whose enums are types as well.
        let entities = models.map { ImportedEntity($0, names: &names, notes: &notes) }
        var services: [ImportedService] = []
        var tableNames = ImportedNames()
        for entity in entities {
            let model = entity.model
            let table = ImportedTable(model)
            if let position = services.firstIndex(where: { $0.takes(model) }),
                services[position].add(entity, table, noting: &notes)
            {
                continue
            }
            if services.contains(where: { $0.name == model.service }) {
                notes.append(
                    ImportNote(
                        model.entity,
                        "it cannot share a table with the models of \(model.service) before it, so it is a service of its own."
                    ))
            }
            services.append(
                ImportedService(
                    typeName: names.type(for: model.service, otherwise: "Service"),
                    tableName: tableNames.claim(model.table ?? Self.tableName(for: model.service)), table: table,
                    entities: [entity]))
        }
        for service in services.indices {
            for entity in services[service].entities.indices {
                services[service].entities[entity].nameMembers(&names, notes: &notes)
            }
        }
        return services
    }

    private mutating func add(_ entity: ImportedEntity, _ table: ImportedTable, noting notes: inout [ImportNote])
        -> Bool
    {
        var found: [ImportNote] = []
        let isMerged = self.table.merge(table) { index in
            found.append(
                ImportNote(
                    "\(entity.model.entity), index \(index)",
                    "the models disagree about the projection: the narrowest is taken, see that the table's is that."))
        }
        guard isMerged else { return false }
        entities.append(entity)
        notes += found
        return true
    }

    /// A name that DynamoDB takes for a table's: 3 to 255 of `a-z A-Z 0-9 _ . -`.
    private static func tableName(for service: String) -> String {
        let name = service.lowercased().map { character in
            character.isASCII && (character.isLetter || character.isNumber || "_.-".contains(character))
                ? String(character) : "-"
        }
        .joined().prefix(240)
        return name.count < 3 ? "table-\(name)" : String(name)
    }
}

extension ImportedEntity {
    fileprivate init(_ model: ElectroDBModel, names: inout ImportedNames, notes: inout [ImportNote]) {
        self.model = model
        typeName = names.type(for: model.entity, otherwise: "Record")
        if typeName != model.entity {
            notes.append(ImportNote(model.entity, "it is called \(typeName) in Swift; items keep the name."))
        }
    }

    /// Gives the attributes and the access patterns names.
    fileprivate mutating func nameMembers(_ names: inout ImportedNames, notes: inout [ImportNote]) {
        var attributes = ImportedNames()
        for attribute in model.attributes {
            let name = attributes.attribute(attribute, types: names.taken)
            attributeNames[attribute.name] = name
            if name != attribute.name {
                notes.append(
                    ImportNote(
                        "\(model.entity).\(attribute.name)", "it is called \(name) in Swift; items keep the name."))
            }
        }
        names.avoid(attributes.choices)
        var patterns = ImportedNames()
        let reserved = GeneratedNames.recordFunctions.union(GeneratedNames.recordTypes).union(attributes.choices)
            .union(names.taken)
        for pattern in model.indexes {
            let name = patterns.member(for: pattern.name, reserved: reserved, otherwise: "Items")
            patternNames[pattern.name] = name
            if name != pattern.name {
                notes.append(
                    ImportNote("\(model.entity).\(pattern.name)", "the access pattern is called \(name) in Swift."))
            }
        }
    }
}
