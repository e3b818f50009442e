import EntityMacrosLite

extension EntityEmitter {
    /// For each access pattern: what its queries have in common, and one function for each legal prefix of its sort key.
    var accessPatterns: [DeclarationSyntax] {
        let emissions = entity.accessPatterns.map { QueryEmission($0, of: self) }
        return emissions.map { .property($0.shape) } + emissions.flatMap { $0.functions.map { .function($0) } }
    }
}

/// Writes the queries of one access pattern.
struct QueryEmission {
    let pattern: AccessPatternModel
    let emitter: EntityEmitter
    let parameters: QueryParameters
    let partition: PartitionEmission

    init(_ pattern: AccessPatternModel, of emitter: EntityEmitter) {
        self.pattern = pattern
        self.emitter = emitter
        parameters = QueryParameters(pattern, of: emitter.entity)
        partition = PartitionEmission(pattern, of: emitter.entity, keys: emitter.keys)
    }

    private var shapeName: String { pattern.name + "Shape" }

    /// `private static let publishedShape = Entities.QueryShape("published", index: "gsi2", …)`
    var shape: PropertySyntax {
        PropertySyntax(
            modifiers: ["private", "static"], isConstant: true, name: shapeName,
            content: .stored(
                QueryShapeEmission.shape(
                    of: pattern, isShared: pattern.filtersByEntity, isElectroDB: emitter.schema.keyFormat.isElectroDB)))
    }

    /// The functions, those that ask for less first.
    var functions: [FunctionSyntax] {
        var functions: [FunctionSyntax] = []
        for count in 0...parameters.sort.count {
            functions.append(function(given: count, isRange: false))
            if count < parameters.sort.count, parameters.sort[count].allowsRange, canRange(at: count) {
                functions.append(function(given: count, isRange: true))
            }
        }
        if let bound = emitter.sortKeyBound(of: pattern) { functions.append(function(over: bound)) }
        functions[0].documentation = documentation
        return functions + gathering(functions) + walkingFunctions
    }

    /// Those that read the revisions of one record, all or a range of them.
    var historyFunctions: [FunctionSyntax] {
        let record = parameters.sort.count - 1
        guard record >= 0 else { return [] }
        var functions = [function(given: record, isRange: false), function(given: record, isRange: true)]
        functions[0].documentation = ["What an item was, from its first revision on."]
        for index in functions.indices {
            functions[index].result = "Entities.RevisionQuery<\(emitter.entity.typeName)>"
        }
        return functions
    }

    private var documentation: [String] {
        let index = pattern.index.map { "the index \($0)" } ?? "the table"
        var text = "Items of \(index)"
        if !parameters.partition.isEmpty { text += " by \(parameters.partition.map(\.name).joined(separator: ", "))" }
        if !parameters.sort.isEmpty {
            text += ", in the order of \(parameters.sort.map(\.name).joined(separator: ", "))"
        }
        return [text + "."]
    }

    /// The function that is given the first `count` parts of the sort key, and a range of the next where `isRange`.
    func function(given count: Int, isRange: Bool) -> FunctionSyntax {
        let given = Array(parameters.sort.prefix(count))
        var syntax = (parameters.partition + given).map(\.syntax)
        if isRange { syntax.append(parameters.sort[count].rangeSyntax) }
        var arguments = [ArgumentSyntax(nil, .name(shapeName))] + partition.arguments
        if let native = nativeSort {
            arguments = [ArgumentSyntax(nil, .name(shapeName))]
            let sort = native.prefix(count).map { partition.equality($0.keyAttribute, $0.part) }
            arguments.append(ArgumentSyntax("equalities", .array(partition.equalities + sort)))
            if isRange { arguments.append(ArgumentSyntax("range", nativeRange(native[count]))) }
        } else if let condition = isRange ? range(at: count) : prefix(count) {
            arguments.append(ArgumentSyntax(partition.isText ? nil : "sort", condition))
        }
        return FunctionSyntax(
            modifiers: emitter.staticModifiers, kind: .function(pattern.name), parameters: syntax, result: result,
            body: [.expression(.implicitInit(arguments))])
    }

    /// The function that is given a range over several parts at once, and the parts before.
    private func function(over bound: SortKeyBoundEmission) -> FunctionSyntax {
        let given = (parameters.partition + parameters.sort.prefix(bound.ordered.start)).map(\.syntax)
        let range = emitter.local("range")
        let condition = ExpressionSyntax.call(
            .member(nil, "range"),
            [
                ArgumentSyntax("after", partition.text(sortSegments[..<bound.ordered.positions[0]], nil)),
                ArgumentSyntax("in", .name(range)),
            ] + electroArguments)
        let sort = ArgumentSyntax(partition.isText ? nil : "sort", condition)
        return FunctionSyntax(
            modifiers: emitter.staticModifiers, kind: .function(pattern.name),
            parameters: given + [
                ParameterSyntax(label: "in", name: range, type: "Entities.SortKeyRange<\(bound.name)>")
            ],
            result: result,
            body: [
                .expression(
                    .implicitInit([ArgumentSyntax(nil, .name(shapeName))] + partition.arguments + [sort]))
            ])
    }

    var result: String {
        let index = pattern.index.flatMap { emitter.schema.table.index($0) }
        let holdsAll = index.map { $0.projection == .all } ?? true
        if holdsAll { return "Entities.Query<\(emitter.entity.typeName)>" }
        return "Entities.LookupQuery<\(emitter.indexEntry(of: pattern)?.name ?? emitter.entity.typeName)>"
    }

    // MARK: Native sort keys

    /// The sort key's attributes, where they are the entity's own.
    var nativeSort: [(keyAttribute: String, part: KeyPlaceholderModel)]? {
        let parts = pattern.sort.compactMap { key -> (String, KeyPlaceholderModel)? in
            switch key {
            case .native(let name, let part), .number(let name, let part): (name, part)
            case .text: nil
            }
        }
        return parts.isEmpty ? nil : parts
    }

    private func nativeRange(_ key: (keyAttribute: String, part: KeyPlaceholderModel)) -> ExpressionSyntax {
        let attribute = emitter.entity.attribute(key.part.attribute)
        var range = ExpressionSyntax.name(key.part.parameter)
        if case .date(.epochSeconds) = attribute?.type { range = range.member("inWholeSeconds") }
        let arguments = [ArgumentSyntax(nil, .string(key.keyAttribute)), ArgumentSyntax(nil, range)]
        return .call(.member(nil, "range"), arguments + (attribute?.codingArguments ?? []))
    }

    // MARK: Texts as sort keys

    private var sortTemplate: KeyTemplateModel? { pattern.sort.first?.template }

    private var sortSegments: [KeySegment] { sortTemplate?.segments ?? [] }

    /// Where the part stands in the sort key's text.
    func position(of parameter: QueryParameters.Parameter) -> Int? {
        sortSegments.firstIndex { segment in
            if case .part(let part) = segment { part.parameter == parameter.name } else { false }
        }
    }

    /// Whether the text that follows the part tells where its value ends.
    func canRange(at count: Int) -> Bool {
        guard nativeSort == nil else { return true }
        guard let position = position(of: parameters.sort[count]) else { return false }
        return OrderedSortParts.isEnded(sortSegments.dropFirst(position + 1).first)
    }

    /// What the sort key begins with, or is, if its first `count` parts are given.
    private func prefix(_ count: Int) -> ExpressionSyntax? {
        guard let template = sortTemplate, let keyAttribute = pattern.sort.first?.keyAttribute else { return nil }
        guard count < parameters.sort.count else {
            let whole = partition.text(keyAttribute, template)
            return .call(.member(nil, "exactly"), [ArgumentSyntax(nil, whole)])
        }
        guard let end = position(of: parameters.sort[count]), end > 0 else { return nil }
        return .call(
            .member(nil, "beginning"), [ArgumentSyntax(nil, partition.text(sortSegments[..<end], template.casing))])
    }

    /// What a range in ElectroDB's formats has to know besides: how the whole key is cased, and where the entity's keys end.
    private var electroArguments: [ArgumentSyntax] {
        guard let template = sortTemplate, let casing = template.casing else { return [] }
        var arguments = [ArgumentSyntax("casing", .member(nil, casing.rawValue))]
        if let prefix = template.entityPrefix {
            arguments.append(ArgumentSyntax("within", KeyTextEmission.cased(.string(prefix), casing)))
        }
        return arguments
    }

    /// The range of the part that follows the first `count` ones.
    private func range(at count: Int) -> ExpressionSyntax? {
        let parameter = parameters.sort[count]
        guard let position = position(of: parameter) else { return nil }
        var arguments = [
            ArgumentSyntax("after", partition.text(sortSegments[..<position], nil)),
            ArgumentSyntax(nil, .name(parameter.name)),
        ]
        let ending = pattern.sortKeyEnding(behind: position).map { ArgumentSyntax($0.label, $0.text) }
        // In the order of the parameters.
        let (before, behind) = (ending.filter { $0.label == "before" }, ending.filter { $0.label != "before" })
        arguments += before + electroArguments + behind
        let text = KeyTextEmission(entity: emitter.entity)
        if text.isInOwnForm(parameter.part) { return .call(.member(nil, "range"), arguments) }
        let bound = ExpressionSyntax.name("$0")
        let form = text.expression([.part(parameter.part)]) { _ in
            parameter.isTextRange ? .text(bound) : .attribute(bound)
        }
        return .callWithClosure(.member(nil, "range"), arguments, closure: form)
    }
}
