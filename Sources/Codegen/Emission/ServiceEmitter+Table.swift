import EntityMacrosLite

extension ServiceEmitter {
    /// The table as the definitions describe it.
    var table: PropertySyntax {
        let table = schema.table
        var arguments = [
            ArgumentSyntax(nil, .string(table.name)),
            ArgumentSyntax("keys", keySchema(table.partition, table.sort)),
            ArgumentSyntax("attributeTypes", .dictionary(attributeTypes)),
        ]
        if !table.indexes.isEmpty {
            arguments.append(ArgumentSyntax("indexes", .array(table.indexes.map(index))))
        }
        if case .provisioned(let throughput) = table.capacity {
            arguments.append(ArgumentSyntax("billingMode", .call(.member(nil, "provisioned"), units(throughput))))
        }
        if let stream = table.stream { arguments.append(ArgumentSyntax("stream", .member(nil, stream.caseName))) }
        if let attribute = table.timeToLiveAttribute {
            arguments.append(ArgumentSyntax("timeToLive", .string(attribute)))
        }
        if table.pointInTimeRecovery { arguments.append(ArgumentSyntax("pointInTimeRecovery", .literal("true"))) }
        if table.deletionProtection { arguments.append(ArgumentSyntax("deletionProtection", .literal("true"))) }
        if !table.tags.isEmpty {
            let tags = table.tags.sorted { $0.key < $1.key }
                .map { DictionaryEntrySyntax(key: .string($0.key), value: .string($0.value)) }
            arguments.append(ArgumentSyntax("tags", .dictionary(tags)))
        }
        return PropertySyntax(
            documentation: ["The table, its keys and its indexes."], modifiers: access.modifiers + ["static"],
            isConstant: true, name: "table",
            content: .stored(.call(.type("Entities.TableSchema"), arguments)))
    }

    private var attributeTypes: [DictionaryEntrySyntax] {
        schema.table.keyElements.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map { element in
            DictionaryEntrySyntax(key: .string(element.name), value: .member(nil, element.type.caseName))
        }
    }

    private func keySchema(_ partition: [KeyElementModel], _ sort: [KeyElementModel]) -> ExpressionSyntax {
        var arguments = [ArgumentSyntax("partition", .array(partition.map { .string($0.name) }))]
        if !sort.isEmpty { arguments.append(ArgumentSyntax("sort", .array(sort.map { .string($0.name) }))) }
        return .implicitInit(arguments)
    }

    private func index(_ index: IndexModel) -> ExpressionSyntax {
        var arguments = [
            ArgumentSyntax("name", .string(index.name)), ArgumentSyntax("keys", keySchema(index.partition, index.sort)),
        ]
        switch index.projection {
        case .all: break
        case .keysOnly: arguments.append(ArgumentSyntax("projection", .member(nil, "keysOnly")))
        case .include(let attributes):
            let names = ArgumentSyntax(nil, .array(attributes.map { .string($0) }))
            arguments.append(ArgumentSyntax("projection", .call(.member(nil, "include"), [names])))
        }
        if index.isLocal { arguments.append(ArgumentSyntax("isLocal", .literal("true"))) }
        if let throughput = index.throughput {
            arguments.append(ArgumentSyntax("throughput", .implicitInit(units(throughput))))
        }
        return .implicitInit(arguments)
    }

    private func units(_ throughput: ThroughputModel) -> [ArgumentSyntax] {
        [
            ArgumentSyntax("read", .literal("\(throughput.read)")),
            ArgumentSyntax("write", .literal("\(throughput.write)")),
        ]
    }
}

extension KeyAttributeType {
    /// The case of the run time's `ScalarType`.
    fileprivate var caseName: String {
        switch self {
        case .string: "string"
        case .number: "number"
        case .binary: "binary"
        }
    }
}

extension StreamView {
    /// The case of the run time's `StreamViewType`.
    fileprivate var caseName: String {
        switch self {
        case .keysOnly: "keysOnly"
        case .newImage: "newImage"
        case .oldImage: "oldImage"
        case .newAndOldImages: "newAndOldImages"
        }
    }
}
