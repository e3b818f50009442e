import EntityMacrosLite

extension EntityEmitter {
    /// For each sharded counter a function by the record's key, and a property of the record.
    var counters: [DeclarationSyntax] {
        entity.counters.flatMap { counter -> [DeclarationSyntax] in
            let type = counter.isStock ? "Entities.ShardedStock" : "Entities.ShardedCounter"
            let key = KeyTextEmission(entity: entity).text(counter.template) { .attribute(.name($0.attribute)) }
            let documentation = counter.attribute.documentation
            let function = FunctionSyntax(
                documentation: documentation.isEmpty
                    ? ["Kept beside the record, in \(counter.shards) items."] : documentation,
                modifiers: staticModifiers, kind: .function(counter.name), parameters: keyParameters, result: type,
                body: [
                    .expression(
                        .implicitInit([
                            ArgumentSyntax(nil, .string(counter.name)), ArgumentSyntax("of", ownType.member("schema")),
                            ArgumentSyntax("shards", .literal("\(counter.shards)")), ArgumentSyntax("key", key),
                        ]))
                ])
            let own = ExpressionSyntax.call(
                ownType.member(counter.name),
                keyAttributes.map { ArgumentSyntax($0.name, .name($0.propertyName)) })
            let property = PropertySyntax(
                modifiers: access.modifiers, name: counter.name, type: type, content: .computed([.expression(own)]))
            return [.function(function), .property(property)]
        }
    }
}
