/// Writes the change of attributes that keys bind to each other: of all of them, or of some while others keep their values.
struct CompositeChangeEmission {
    let group: UpdateGroup
    let emitter: EntityEmitter

    init(_ group: UpdateGroup, of emitter: EntityEmitter) {
        self.group = group
        self.emitter = emitter
    }

    /// `set(status:publishedAt:)` with plain values.
    func setter(documentation: [String]) -> FunctionSyntax {
        let arguments = group.members.map { attribute in
            ArgumentSyntax(
                attribute.name,
                .call(
                    .member(nil, attribute.isUpdatable ? "set" : "supplied"),
                    [ArgumentSyntax(nil, .name(attribute.name))]))
        }
        return FunctionSyntax(
            documentation: documentation, modifiers: emitter.access.modifiers, kind: .function("set"),
            parameters: group.members.map { ParameterSyntax(name: $0.name, type: $0.changedType) },
            result: "Entities.Change", body: [.expression(.call(.name("set"), arguments))])
    }

    /// The same with parts that are set, supplied or omitted.
    var function: FunctionSyntax {
        var changes = group.members.map { ChangeEmission.part($0, rule: emitter.entity.typeName) }
        changes += group.keys.map(change)
        return FunctionSyntax(
            documentation: ["The same, where some keep the value that they have: those are `.supplied`."],
            modifiers: emitter.access.modifiers, kind: .function("set"),
            parameters: group.members.map { ParameterSyntax(name: $0.name, type: $0.partType) },
            result: "Entities.Change", body: [.expression(.implicitInit([ArgumentSyntax(nil, .array(changes))]))])
    }

    /// `.key("gsi1sk", category, priceCents, text: { Listing.gsi1sk($0, $1) })`
    private func change(of key: KeyAttributeModel) -> ExpressionSyntax {
        let names = group.members.map(\.name)
        guard !key.attributes.isEmpty else {
            let parts = group.members.filter { key.companions.contains($0.name) }.map(ChangeEmission.part)
            return ChangeEmission.key(key, constant: emitter.constantText(of: key), with: parts)
        }
        let parts = key.attributes.filter(names.contains)
        let given = parts.compactMap { name in group.members.first { $0.name == name }.map(ChangeEmission.part) }
        let branches = emitter.branches(of: key, in: .change) { name in
            parts.firstIndex(of: name).map { .name("$\($0)") } ?? emitter.current(name)
        }
        let maker = ArgumentSyntax(
            key.number == nil ? "text" : "number", .closure(EntityEmitter.choice(of: branches)))
        return .call(
            .member(nil, "key"),
            [ArgumentSyntax(nil, .string(key.name))] + given.map { ArgumentSyntax(nil, $0) } + [maker])
    }
}

extension KeyAttributeModel {
    /// What it is a copy of; nil for a text.
    var number: KeyTemplateModel? { sources.first { $0.template.number != nil }?.template }
}
