import EntityMacrosLite

// The query of a collection: by the partition, and by what all members have at the beginning of their sort keys.
extension CollectionEmission {
    /// A part of the sort key that all members have in the same place.
    private struct SharedPart {
        var parameter: QueryParameters.Parameter
        var keyAttribute: String
    }

    /// Everything that the functions take.
    var allParameters: [QueryParameters.Parameter] { parameters + shared.map(\.parameter) }

    /// The functions, those that ask for less first.
    var functions: [FunctionSyntax] {
        var functions: [FunctionSyntax] = []
        for count in 0...shared.count {
            functions.append(function(given: count, isRange: false))
            if count < shared.count, shared[count].parameter.allowsRange {
                functions.append(function(given: count, isRange: true))
            }
        }
        let names = model.members.map(\.propertyName).joined(separator: ", ")
        functions[0].documentation = ["The \(names) of one partition, read by one query."]
        return functions
    }

    private func function(given count: Int, isRange: Bool) -> FunctionSyntax {
        let keys = PartitionEmission(pattern, of: entity, keys: KeyFunctions(entity), owner: entity.typeName)
        let given = shared.prefix(count)
        var parameters = (self.parameters + given.map(\.parameter)).map(\.syntax)
        if isRange { parameters.append(shared[count].parameter.rangeSyntax) }
        var arguments = [ArgumentSyntax(nil, .name(shapeName)), ArgumentSyntax("members", members)]
        if sortTemplate == nil, !pattern.sort.isEmpty {
            let equalities = keys.equalities + given.map { keys.equality($0.keyAttribute, $0.parameter.part) }
            arguments.append(ArgumentSyntax("equalities", .array(equalities)))
            if isRange { arguments.append(ArgumentSyntax("range", nativeRange(shared[count]))) }
        } else {
            arguments += keys.arguments
            if let sort = isRange ? range(at: count, keys) : prefix(count, keys) {
                arguments.append(ArgumentSyntax(keys.isText ? nil : "sort", sort))
            }
        }
        return FunctionSyntax(
            modifiers: service.access.modifiers + ["static"], kind: .function(model.functionName),
            parameters: parameters,
            result: "Entities.CollectionQuery<\(typeName)>", body: [.expression(.implicitInit(arguments))])
    }

    private var members: ExpressionSyntax {
        let entities = model.members.compactMap { service.schema.entity($0.entity) }
        return .array(
            service.schema.versionAttribute == nil
                ? entities.map { .string($0.name) } : entities.map { .member(.type($0.typeName), "schema") })
    }

    // MARK: What all members share

    private var sortTemplate: KeyTemplateModel? { pattern.sort.first?.template }

    /// Isolated keys have the entity's name before the values, so that no value is shared.
    private var shared: [SharedPart] {
        let all = model.members.compactMap { member -> (EntityModel, AccessPatternModel)? in
            guard let entity = service.schema.entity(member.entity) else { return nil }
            return entity.accessPatterns.first { $0.name == member.accessPattern }.map { (entity, $0) }
        }
        guard sortTemplate == nil || pattern.type == .clustered && sortTemplate?.isComposite == true else { return [] }
        let partition = Set(parameters.map(\.name))
        let candidates = all.map { entity, pattern in
            QueryParameters(pattern, of: entity, choicesIn: nil).sort.filter { !partition.contains($0.name) }
        }
        let own = QueryParameters(pattern, of: entity, choicesIn: entity.typeName).sort
        var parts: [SharedPart] = []
        for (index, parameter) in own.enumerated() {
            let isShared = zip(all, candidates).allSatisfy { member, candidates in
                guard candidates.indices.contains(index) else { return false }
                let (mine, theirs) = (
                    entity.attribute(parameter.part.attribute), member.0.attribute(parameter.part.attribute)
                )
                return candidates[index].part.encoding == parameter.part.encoding
                    && candidates[index].name == parameter.name && isTextLike(mine, theirs)
                    && mine?.storedName == theirs?.storedName
                    || sortTemplate != nil && sameText(mine, theirs, parameter, candidates[index])
            }
            guard isShared else { break }
            let key = sortTemplate == nil ? pattern.sort[index].keyAttribute : pattern.sort[0].keyAttribute
            parts.append(SharedPart(parameter: parameter, keyAttribute: key))
        }
        return parts
    }

    private func isTextLike(_ mine: AttributeModel?, _ theirs: AttributeModel?) -> Bool {
        guard let mine, let theirs else { return mine == nil && theirs == nil }
        return mine.type.isTextLike(theirs.type)
    }

    /// Whether two parts are called the same in the key's text and hold the same values.
    private func sameText(
        _ mine: AttributeModel?, _ theirs: AttributeModel?, _ own: QueryParameters.Parameter,
        _ other: QueryParameters.Parameter
    ) -> Bool {
        guard let mine, let theirs else { return false }
        return own.part.encoding == other.part.encoding && mine.type.isTextLike(theirs.type)
            && (mine.label ?? mine.name) == (theirs.label ?? theirs.name)
    }

    // MARK: Texts

    /// Where the part that comes after the first `count` stands.
    private func position(_ count: Int) -> Int {
        let segments = sortTemplate?.segments ?? []
        let positions = segments.indices.filter { if case .part = segments[$0] { true } else { false } }
        return positions.indices.contains(count) ? positions[count] : segments.count
    }

    private func prefix(_ count: Int, _ keys: PartitionEmission) -> ExpressionSyntax? {
        guard count > 0, let template = sortTemplate else {
            let text = KeyTextEmission(entity: entity).text(model.sortPrefix) { _ in .attribute(.nil) }
            return model.sortPrefix.segments.isEmpty
                ? nil : .call(.member(nil, "beginning"), [ArgumentSyntax(nil, text)])
        }
        let end = position(count - 1)
        // What follows the value in all members' keys.
        let whole = Array(template.segments[...end]) + [.text("#")]
        var arguments = [ArgumentSyntax(nil, keys.text(whole, template.casing))]
        if template.casing != nil {
            arguments.append(ArgumentSyntax("keys", keys.text(template.segments[...end], template.casing)))
        }
        return .call(.member(nil, "beginning"), arguments)
    }

    private func range(at count: Int, _ keys: PartitionEmission) -> ExpressionSyntax? {
        guard let template = sortTemplate else { return nil }
        let parameter = shared[count].parameter
        var arguments = [
            ArgumentSyntax("after", keys.text(template.segments[..<position(count)], nil)),
            ArgumentSyntax(nil, .name(parameter.name)), ArgumentSyntax("before", .string("#")),
        ]
        if let casing = template.casing {
            arguments.append(ArgumentSyntax("casing", .member(nil, casing.rawValue)))
        }
        let text = KeyTextEmission(entity: entity)
        if text.isInOwnForm(parameter.part) { return .call(.member(nil, "range"), arguments) }
        let bound = ExpressionSyntax.name("$0")
        let form = text.expression([.part(parameter.part)]) { _ in
            parameter.isTextRange ? .text(bound) : .attribute(bound)
        }
        return .callWithClosure(.member(nil, "range"), arguments, closure: form)
    }

    // MARK: Native keys

    private func nativeRange(_ part: SharedPart) -> ExpressionSyntax {
        let attribute = entity.attribute(part.parameter.part.attribute)
        var range = ExpressionSyntax.name(part.parameter.name)
        if case .date(.epochSeconds) = attribute?.type { range = range.member("inWholeSeconds") }
        let arguments = [ArgumentSyntax(nil, .string(part.keyAttribute)), ArgumentSyntax(nil, range)]
        return .call(.member(nil, "range"), arguments + (attribute?.codingArguments ?? []))
    }
}
