/// How models of one service are defined in Swift: the service with its table, and the entities.
struct ServiceImport {
    let service: ImportedService
    /// How Swift calls the indexes.
    let indexNames: [String: String]

    var type: TypeSyntax {
        var members: [DeclarationSyntax] = [
            constant("name", .string(service.name)),
            constant("keyFormat", .type("KeyFormat.\(service.isBeta ? "electroDBBeta" : "electroDB")")),
        ]
        let standard = ElectroDBModel.Identifiers()
        if service.identifiers.entity != standard.entity {
            members.append(constant("entityAttribute", .string(service.identifiers.entity)))
        }
        if service.identifiers.version != standard.version {
            members.append(constant("versionAttribute", type: "String?", .string(service.identifiers.version)))
        }
        members.append(constant("table", table))
        members.append(
            .property(
                PropertySyntax(
                    name: "entities", type: "EntityList",
                    content: .computed(service.entities.map { .expression(.call(.type($0.typeName), [])) }))))
        return TypeSyntax(
            documentation: ["The service \(service.name)."], keyword: .struct, name: service.typeName,
            inherited: ["ServiceDefinition"], members: members)
    }

    private func constant(_ name: String, type: String? = nil, _ value: ExpressionSyntax) -> DeclarationSyntax {
        .property(PropertySyntax(isConstant: true, name: name, type: type, content: .stored(value)))
    }

    private var table: ExpressionSyntax {
        let table = service.table
        let keys = keys(partition: table.partition, sort: table.sort)
        let arguments = [ArgumentSyntax(nil, .string(service.tableName))] + keys
        guard !table.indexes.isEmpty else { return .call(.type("Table"), arguments) }
        return .callWithBuilder(.type("Table"), arguments, elements: table.indexes.map(index))
    }

    private func index(_ index: ImportedTable.Index) -> ExpressionSyntax {
        var arguments = [ArgumentSyntax(nil, .member(nil, indexNames[index.name] ?? index.name))]
        arguments += keys(partition: index.isLocal ? [] : index.partition, sort: index.sort)
        switch index.projection {
        case .all: break
        case .keysOnly: arguments.append(ArgumentSyntax("projection", .member(nil, "keysOnly")))
        case .include(let names):
            let include = ExpressionSyntax.call(.member(nil, "include"), names.map { ArgumentSyntax(nil, .string($0)) })
            arguments.append(ArgumentSyntax("projection", include))
        }
        return .call(.type(index.isLocal ? "LocalIndex" : "GlobalIndex"), arguments)
    }

    private func keys(partition: [ImportedTable.Key], sort: [ImportedTable.Key]) -> [ArgumentSyntax] {
        func arguments(_ keys: [ImportedTable.Key], _ label: String) -> [ArgumentSyntax] {
            let isNative = keys.contains(where: \.isNative)
            return keys.enumerated().map { offset, key in
                ArgumentSyntax(offset > 0 ? nil : isNative ? label + "s" : label, .string(key.name))
            }
        }
        return arguments(partition, "partitionKey") + arguments(sort, "sortKey")
    }
}
