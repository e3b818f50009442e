import EntityMacrosLite

/// Writes the file of the service: its table, its collections, and the enum of all its records.
struct ServiceEmitter {
    let schema: ServiceSchema
    let access: AccessLevel

    init(_ schema: ServiceSchema, access: AccessLevel) {
        self.schema = schema
        self.access = access
    }

    func file() -> GeneratedFile {
        var imports = ImportCollector(schema, access: access)
        for collection in collections {
            for parameter in collection.allParameters {
                if let type = parameter.attributeType { imports.add(type) }
            }
        }
        let documentation =
            schema.documentation.isEmpty
            ? ["The service \(schema.name): its table and its collections."] : schema.documentation
        var members: [DeclarationSyntax] = [.property(runtimeVersion), .property(table)]
        members += tenant
        for collection in collections {
            members.append(.mark("Collection \(collection.model.name)"))
            members += collection.declarations
        }
        members += [.mark("All records"), .function(scan), .type(record)]
        return GeneratedFile(
            schema.typeName, of: schema, imports: imports.imports,
            declarations: [
                .type(
                    TypeSyntax(
                        documentation: documentation, modifiers: access.modifiers, keyword: .enum,
                        name: schema.typeName,
                        members: members))
            ])
    }

    private var collections: [CollectionEmission] {
        schema.collections.compactMap { CollectionEmission($0, of: self) }
    }

    /// Compiles with the run time that the code was generated for, and with no other.
    private var runtimeVersion: PropertySyntax {
        PropertySyntax(
            documentation: [
                "What this code was generated for: with another version of the library it does not compile."
            ],
            modifiers: ["private", "static"], isConstant: true, name: "runtimeVersion",
            type: "Entities.GeneratedCodeVersion", content: .stored(.member(nil, "v1")))
    }

    // MARK: The records

    /// A name for a type inside of the service that no record has.
    func typeName(_ name: String, otherwise: String) -> String {
        let taken = Set(schema.entities.map(\.typeName) + schema.maps.map(\.typeName))
        return taken.contains(name) ? otherwise : name
    }

    /// The name of the enum of all records.
    var recordName: String { typeName("Record", otherwise: "AnyRecord") }

    private var scan: FunctionSyntax {
        FunctionSyntax(
            documentation: ["All records, read by a scan of the whole table."],
            modifiers: access.modifiers + ["static"],
            kind: .function("scan"), result: "Entities.ServiceScan<\(recordName)>",
            body: [.expression(.implicitInit([]))])
    }

    private var record: TypeSyntax {
        let item = ExpressionSyntax.name("item")
        let entityName = ExpressionSyntax.name("entity")
        let cases = schema.entities.map { entity in
            SwitchCaseSyntax(
                pattern: .string(entity.name),
                body: versionCheck(of: entity) + [
                    .assignment(
                        .current,
                        .call(
                            .member(nil, SwiftName.memberName(of: entity.typeName)),
                            [ArgumentSyntax(nil, .try(item.calling("decode")))]))
                ])
        }
        let entity = ExpressionSyntax.type("item[\(SwiftStringLiteral.quoted(schema.entityAttribute))]")
        let initializer = FunctionSyntax(
            documentation: ["The record that an item is; nil for an item of no entity of this service."],
            modifiers: access.modifiers, kind: .failableInitializer,
            parameters: [ParameterSyntax(label: "_", name: "item", type: "Entities.EncodedItem")],
            effects: "throws(Entities.AttributeError)",
            body: [
                .guard([.pattern(".string(let entity)?", entity)], otherwise: [.return(.nil)]),
                .switch(entityName, cases + [SwitchCaseSyntax(pattern: nil, body: [.return(.nil)])]),
            ])
        return TypeSyntax(
            documentation: ["A record of any entity: for streams and scans, which meet all of them."],
            modifiers: access.modifiers, keyword: .enum, name: recordName, inherited: ["Entities.ServiceRecord"],
            members: schema.entities.map {
                .enumCase(EnumCaseSyntax(name: SwiftName.memberName(of: $0.typeName), payload: $0.typeName))
            } + [
                .property(
                    constant(
                        "entities", "[any Entities.Entity.Type]",
                        .array(schema.entities.map { .type("\($0.typeName).self") }))),
                .property(constant("table", "Entities.TableSchema", .member(.type(schema.typeName), "table"))),
                .function(initializer),
            ])
    }

    /// An item of another version of the entity is none of the service's.
    private func versionCheck(of entity: EntityModel) -> [StatementSyntax] {
        guard schema.versionAttribute != nil else { return [] }
        let owns = ExpressionSyntax.type(entity.typeName).member("schema").calling("owns", .name("item"))
        return [.guard([.expression(owns)], otherwise: [.return(.nil)])]
    }

    /// `public static var table: Entities.TableSchema { CMS.table }`
    private func constant(_ name: String, _ type: String, _ value: ExpressionSyntax) -> PropertySyntax {
        PropertySyntax(
            modifiers: access.modifiers + ["static"], name: name, type: type, content: .computed([.expression(value)]))
    }
}

extension SwiftName {
    /// A type's name as a member's: the leading capitals, but for one that starts the next word, become small. Where there are
    /// none, a word behind it tells the two apart.
    static func memberName(of typeName: String) -> String {
        let capitals = typeName.prefix { $0.isUppercase }
        let rest = typeName.dropFirst(capitals.count)
        let initials = capitals.count > 1 && !rest.isEmpty ? capitals.dropLast() : capitals
        return initials.isEmpty ? typeName + "Record" : initials.lowercased() + typeName.dropFirst(initials.count)
    }
}
