import EntityMacrosLite

/// Writes the file of one entity: its record, and everything that can be asked for and done with it.
struct EntityEmitter {
    let entity: EntityModel
    let schema: ServiceSchema
    let access: AccessLevel
    let keys: KeyFunctions
    let updateGroups: [UpdateGroup]
    /// Names for parameters and local variables.
    let local: LocalNames

    init(_ entity: EntityModel, of schema: ServiceSchema, access: AccessLevel) {
        self.entity = entity
        self.schema = schema
        self.access = access
        keys = KeyFunctions(entity)
        updateGroups = entity.updateGroups.compactMap { UpdateGroup($0, of: entity) }
        local = LocalNames(avoiding: entity.attributes.map(\.name))
    }

    func file() -> GeneratedFile {
        var imports = ImportCollector(schema, access: access)
        imports.add(entity.attributes)
        return GeneratedFile(
            entity.typeName, of: schema, imports: imports.imports, declarations: hooks + [.type(recordType)] + moves)
    }

    private var recordType: TypeSyntax {
        let sections: [(String?, [DeclarationSyntax])] = [
            (nil, choices + storedTexts + forms + properties + keyDeclarations),
            ("Draft", draft),
            ("Stored form", codec),
            ("Key texts", keyTexts + uniqueness),
            ("Counters", counters),
            ("Rules and schema", rules + schemaMembers + replacing),
            ("Fields", [.type(fields), changes]),
            ("Requests by key", requests + reservation),
            ("History", history),
            (
                "Access patterns",
                accessPatterns + sortKeyBounds.map { .type($0.declaration) }
                    + indexEntries.map { .type($0.declaration) } + patternNames + finding
            ),
        ]
        var members: [DeclarationSyntax] = []
        for (title, declarations) in sections where !declarations.isEmpty {
            if let title { members.append(.mark(title)) }
            members += declarations
        }
        return TypeSyntax(
            documentation: entity.documentation.isEmpty
                ? ["An item of the entity \(entity.name)."] : entity.documentation,
            modifiers: access.modifiers, keyword: .struct, name: entity.typeName, inherited: conformances,
            members: members)
    }

    private var conformances: [String] {
        var names = [versioning]
        if entity.expiry != nil {
            names.append(entity.holder == nil ? "Entities.ExpiringEntity" : "Entities.ReservableEntity")
        }
        if lease != nil { names.append("Entities.LeasedEntity") }
        if isPuttable {
            names.append(holdsHidden ? "Entities.DraftPuttableEntity" : "Entities.PuttableEntity")
        } else if !isUnique {
            names.append("Entities.KeyDeletableEntity")
        }
        if case .plain = upsertSupport { names.append("Entities.UpsertableEntity") }
        if schema.keyFormat.isElectroDB { names.append("Entities.ElectroDBEntity") }
        if entity.tenant != nil { names.append("Entities.TenantEntity") }
        if entity.isFindable { names.append("Entities.FindableEntity") }
        if names.count > 1, names[0] == "Entities.Entity" { names.removeFirst() }
        if !hooks.isEmpty { names.append(hooksName) }
        return names
    }

    private var versioning: String {
        if entity.history != nil { return "Entities.HistoricalEntity" }
        if isReplaceable { return "Entities.ReplaceableEntity" }
        return entity.attributes.contains { $0.role == .version } ? "Entities.VersionedEntity" : "Entities.Entity"
    }

    // MARK: What the sections share

    /// The type's own name, from inside of it.
    var ownType: ExpressionSyntax { .type(entity.typeName) }

    /// The parts of the primary key, in the order of the key.
    var keyAttributes: [AttributeModel] { entity.primaryKeyAttributes.compactMap { entity.attribute($0) } }

    /// Whether the value of an attribute is unique among the items.
    var isUnique: Bool { entity.attributes.contains { $0.uniqueness != nil } }

    /// Whether an item can be replaced by a draft, which knows nothing of what the item holds.
    var isPuttable: Bool { putObjection == nil && entity.history == nil }

    /// The modifiers of a static member.
    var staticModifiers: [String] { access.modifiers + ["static"] }

    /// A call of one of the record's key functions.
    ///
    /// - Parameter value: Where an attribute's value is found.
    func text(of function: KeyFunctions.KeyFunction, value: (String) -> ExpressionSyntax) -> ExpressionSyntax {
        .call(.member(ownType, function.name), function.parameters.map { ArgumentSyntax(nil, value($0)) })
    }

    /// Whether an attribute is part of the primary key.
    func isKeyPart(_ name: String) -> Bool { entity.primaryKeyAttributes.contains(name) }
}
