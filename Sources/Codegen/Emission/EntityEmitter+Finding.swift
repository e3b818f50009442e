import EntityMacrosLite

extension EntityEmitter {
    /// The enum of the access patterns.
    var patternNames: [DeclarationSyntax] {
        let shapes = entity.accessPatterns.map { ExpressionSyntax.name($0.name + "Shape") }
        return [
            .type(
                TypeSyntax(
                    documentation: ["The ways in which records are found."], modifiers: access.modifiers,
                    keyword: .enum, name: "AccessPattern",
                    inherited: ["Swift.String", "Entities.EntityAccessPattern"],
                    members: [
                        .enumCases(entity.accessPatterns.map { SwiftKeyword.escaped($0.name) }),
                        .property(
                            PropertySyntax(
                                modifiers: staticModifiers, isConstant: true, name: "shapes",
                                type: "[Entities.QueryShape]", content: .stored(.array(shapes)))),
                    ]))
        ]
    }

    /// What `find` and `match` are given.
    var finding: [DeclarationSyntax] {
        guard entity.isFindable else { return [] }
        let initializer = FunctionSyntax(
            modifiers: access.modifiers, kind: .initializer,
            parameters: entity.attributes.map {
                $0.role == .tenant
                    ? ParameterSyntax(name: $0.name, type: $0.valueType())
                    : ParameterSyntax(name: $0.name, type: $0.valueType() + "?", defaultValue: .nil)
            },
            body: [
                .assignment(.current.member("attributes"), .array(entity.attributes.map(known))),
                .assignment(
                    .current.member("candidates"),
                    .array(entity.accessPatterns.filter { $0.aliasOf == nil }.map(candidate))),
            ])
        return [
            .type(
                TypeSyntax(
                    documentation: ["What is known of the records that `find` and `match` look for."],
                    modifiers: access.modifiers, keyword: .struct, name: "Known",
                    inherited: ["Entities.KnownAttributes"],
                    members: [
                        property("attributes", "[Entities.KnownAttribute]"),
                        property("candidates", "[Entities.KeyCandidate]"), .function(initializer),
                    ]))
        ]
    }

    private func property(_ name: String, _ type: String) -> DeclarationSyntax {
        .property(PropertySyntax(modifiers: access.modifiers, isConstant: true, name: name, type: type))
    }

    private func known(_ attribute: AttributeModel) -> ExpressionSyntax {
        .implicitInit([ArgumentSyntax(nil, .string(attribute.name))] + storedValue(of: attribute))
    }

    private func storedValue(of attribute: AttributeModel) -> [ArgumentSyntax] {
        [ArgumentSyntax("storedAs", .string(attribute.storedName)), ArgumentSyntax(nil, .name(attribute.name))]
            + attribute.codingArguments
    }

    private func candidate(_ pattern: AccessPatternModel) -> ExpressionSyntax {
        var arguments = [
            ArgumentSyntax(nil, ownType.member(pattern.name + "Shape")),
            ArgumentSyntax("partition", .array(pattern.partition.flatMap(parts))),
        ]
        if !pattern.sort.isEmpty { arguments.append(ArgumentSyntax("sort", .array(pattern.sort.flatMap(parts)))) }
        let parts = Set(pattern.parts.map(\.attribute))
        let sparse = entity.attributes.filter { parts.contains($0.name) && $0.isOptional }
        for (label, keys) in [("partitionCasing", pattern.partition), ("sortCasing", pattern.sort)] {
            if let casing = keys.first?.template?.casing, casing != .asWritten {
                arguments.append(ArgumentSyntax(label, .member(nil, casing.rawValue)))
            }
        }
        if !sparse.isEmpty { arguments.append(ArgumentSyntax("sparse", .array(sparse.map { .string($0.name) }))) }
        if pattern.condition != nil { arguments.append(ArgumentSyntax("isConditional", .literal("true"))) }
        return .implicitInit(arguments)
    }

    private func parts(of key: KeyAttributePatternModel) -> [ExpressionSyntax] {
        switch key {
        case .native(_, let part):
            guard let attribute = entity.attribute(part.attribute) else { return [] }
            let arguments = [ArgumentSyntax(nil, .string(attribute.name))] + storedValue(of: attribute)
            return [.call(.member(nil, "native"), arguments)]
        case .number(let name, let part):
            guard let attribute = entity.attribute(part.attribute) else { return [] }
            var value = ExpressionSyntax.name(attribute.name)
            if attribute.type == .bool {
                let number = ExpressionSyntax.infix(.infix(.name("$0"), "?", .literal("1")), ":", .literal("0"))
                value = .callWithClosure(value.member("map"), [], closure: number)
            }
            return [
                .call(
                    .member(nil, "native"),
                    [
                        ArgumentSyntax(nil, .string(attribute.name)), ArgumentSyntax("storedAs", .string(name)),
                        ArgumentSyntax(nil, value),
                    ])
            ]
        case .text(_, let template):
            return template.segments.map { segment in
                switch segment {
                case .text(let text): .call(.member(nil, "text"), [ArgumentSyntax(nil, .string(text))])
                case .part(let part): self.part(part)
                }
            }
        }
    }

    private func part(_ part: KeyPlaceholderModel) -> ExpressionSyntax {
        let arguments = [ArgumentSyntax(nil, .string(part.attribute)), ArgumentSyntax(nil, .name(part.attribute))]
        let value = ExpressionSyntax.name("$0")
        let form = KeyTextEmission(entity: entity).expression([.part(part)]) { _ in .attribute(value) }
        let function: String
        switch part.encoding {
        // In ElectroDB's formats different values can have the same text.
        case .text(lowercased: true), .date(unit: .some), .shard, .raw: function = "digest"
        case .text(lowercased: false), .integer, .decimal, .bool, .date(unit: nil), .uuid, .ulid, .custom, .native,
            .number:
            function = "part"
        }
        if form == .interpolation([.placeholder([ArgumentSyntax(nil, value)])]) {
            return .call(.member(nil, function), arguments)
        }
        return .callWithClosure(.member(nil, function), arguments, closure: form)
    }
}
