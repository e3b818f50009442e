extension EntityEmitter {
    /// The initializer that reads a primary key back from its key attributes; nil where they do not tell all of its parts.
    var keyReader: FunctionSyntax? {
        guard let primary = entity.primary else { return nil }
        let item = local("item")
        let patterns = KeyPatternEmission(entity: entity, readsRaw: true)
        var known: Set<String> = []
        var body: [StatementSyntax] = []
        for key in primary.partition + primary.sort {
            switch key {
            case .native(_, let part):
                guard let attribute = entity.attribute(part.attribute) else { return nil }
                known.insert(attribute.name)
                body.append(CodecEmission.read(attribute, from: item))
            case .number: continue
            case .text(let name, let template):
                guard let attributes = patterns.attributes(of: template), !known.isSuperset(of: attributes.map(\.name))
                else { continue }
                known.formUnion(attributes.map(\.name))
                body.append(patterns.read(name, template, from: item))
            }
        }
        guard known.isSuperset(of: entity.primaryKeyAttributes) else { return nil }
        return CodecEmission.reader(access: access, item: item, body: body)
    }
}
