extension EntityEmitter {
    /// Reading from an item, and writing to one with everything that the table and its indexes need beside the attributes.
    var codec: [DeclarationSyntax] {
        let item = local("item")
        var writes = entity.attributes.map { CodecEmission.write($0, to: item) }
        writes.append(CodecEmission.write(schema.entityAttribute, constant: entity.name, to: item))
        if let attribute = schema.versionAttribute {
            writes.append(CodecEmission.write(attribute, constant: entity.version, to: item))
        }
        writes += entity.keyAttributes.compactMap { keyWrite($0, to: item) }
        writes.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return [
            .function(CodecEmission.reader(entity.attributes, access: access, item: item)),
            .function(CodecEmission.writer(access: access, item: item, body: writes.flatMap(\.statements))),
        ]
    }

    /// Writes a key attribute if the item has it.
    private func keyWrite(_ key: KeyAttributeModel, to item: String) -> CodecEmission.Write? {
        let branches = branches(of: key, in: .record) { .name($0) }
        guard let first = branches.first else { return nil }
        if first.conditions.isEmpty { return CodecEmission.write(key.name, first.value, to: item) }
        let statement = StatementSyntax.conditional(
            branches.filter { !$0.conditions.isEmpty }.map { branch in
                ConditionalBranchSyntax(
                    conditions: branch.conditions,
                    body: CodecEmission.write(key.name, branch.value, to: item).statements)
            },
            otherwise: branches.filter(\.conditions.isEmpty)
                .flatMap { CodecEmission.write(key.name, $0.value, to: item).statements })
        return CodecEmission.Write(name: key.name, statements: [statement])
    }

    /// The texts that a key attribute can have, each with the conditions under which it has it.
    ///
    /// - Parameters:
    ///   - occasion: Whether a whole record is written, or one that is there is changed.
    ///   - present: Optional attributes that are known to be there.
    ///   - value: Where an attribute's value is found. Optional ones are bound to their own names.
    func branches(
        of key: KeyAttributeModel, in occasion: KeyOccasion, present: Set<String> = [],
        value: @escaping (String) -> ExpressionSyntax
    ) -> [ChoiceBranchSyntax] {
        let presence = KeyPresence(entity: entity, value: value, present: present)
        let electroKeys = schema.keyFormat.isElectroDB ? ElectroKeyPresence(key, presence, occasion) : nil
        return key.sources.flatMap { source -> [ChoiceBranchSyntax] in
            guard let function = keys.function(for: key.name, source.template) else { return [] }
            let text = text(of: function) { presence.bound($0, by: source) }
            if let electroKeys, source.condition == nil { return electroKeys.branches(of: source, text) }
            return [ChoiceBranchSyntax(conditions: presence.conditions(of: source), value: text)]
        }
    }
}
