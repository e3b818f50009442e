extension SwiftRenderer {
    mutating func write(_ declaration: DeclarationSyntax) {
        switch declaration {
        case .type(let type): write(type)
        case .enumCase(let enumCase): write(enumCase)
        case .enumCases(let names): write(cases: names)
        case .property(let property): write(property)
        case .function(let function): write(function)
        case .typeAlias(let modifiers, let name, let type):
            emit((modifiers + ["typealias", name, "=", type]).joined(separator: " "))
        case .mark(let text): emit("// MARK: \(text)")
        }
    }

    private mutating func write(_ type: TypeSyntax) {
        emitDocumentation(type.documentation)
        let inherited = type.inherited.isEmpty ? "" : ": " + type.inherited.joined(separator: ", ")
        let head = (type.modifiers + [type.keyword.rawValue, SwiftKeyword.escaped(type.name) + inherited])
            .joined(separator: " ")
        guard !type.members.isEmpty else { return emit(head + " {}") }
        emit(head + " {")
        indented { $0.write(members: type.members) }
        emit("}")
    }

    /// Writes members with blank lines between them, except behind a heading, between such of one line, between short ones of one kind, and
    /// in front of overloads that the documentation of the first speaks for.
    private mutating func write(members: [DeclarationSyntax]) {
        var previous: (kind: Int, isCompact: Bool, isSingle: Bool, isHeading: Bool, name: String?)?
        for member in Self.joiningCases(members) {
            let text = collected { $0.write(member) }
            let isCompact = text.allSatisfy { line in !["{", "(", "["].contains { line.hasSuffix($0) } }
            let isOverload = member.overloadName != nil && member.overloadName == previous?.name
            let isSingle = text.count == 1 && member.kind != DeclarationSyntax.mark("").kind
            if let previous, !previous.isHeading, !isOverload, !(previous.isSingle && isSingle),
                previous.kind != member.kind || !previous.isCompact || !isCompact
            {
                emit("")
            }
            append(text)
            previous = (member.kind, isCompact, isSingle, member.isHeading, member.functionName)
        }
    }

    /// Cases that consist of their names only stand on one line.
    private static func joiningCases(_ members: [DeclarationSyntax]) -> [DeclarationSyntax] {
        var names: [String] = []
        for member in members {
            guard case .enumCase(let enumCase) = member, enumCase.documentation.isEmpty, enumCase.rawValue == nil,
                enumCase.payload == nil
            else { return members }
            names.append(SwiftKeyword.escaped(enumCase.name))
        }
        return names.isEmpty ? members : [.enumCases(names)]
    }

    private mutating func write(_ enumCase: EnumCaseSyntax) {
        emitDocumentation(enumCase.documentation)
        var text = "case \(SwiftKeyword.escaped(enumCase.name))"
        if let payload = enumCase.payload { text += "(\(payload))" }
        if let rawValue = enumCase.rawValue { text += " = \(SwiftStringLiteral.quoted(rawValue))" }
        emit(text)
    }

    private mutating func write(cases names: [String]) {
        let together = "case " + names.joined(separator: ", ")
        if fits(together) { return emit(together) }
        for name in names { emit("case \(name)") }
    }

    private mutating func write(_ property: PropertySyntax) {
        emitDocumentation(property.documentation)
        for attribute in property.attributes { emit(attribute) }
        let name = SwiftKeyword.escaped(property.name) + (property.type.map { ": \($0)" } ?? "")
        let head = (property.modifiers + [property.isConstant ? "let" : "var", name]).joined(separator: " ")
        switch property.content {
        case .stored(nil): emit(head)
        case .stored(let value?): write(head + " = ", value, "")
        case .computed(let body): write(head, body: body)
        case .observed(let body):
            emit(head + " {")
            indented { $0.write("didSet", body: body) }
            emit("}")
        case .requirement: emit(head + " { get }")
        }
    }

    private mutating func write(_ function: FunctionSyntax) {
        emitDocumentation(function.documentation)
        for attribute in function.attributes { emit(attribute) }
        let start = (function.modifiers + [function.kind.head]).joined(separator: " ")
        let parameters = function.parameters.map(text(of:))
        var end = ")"
        if let effects = function.effects { end += " \(effects)" }
        if let result = function.result { end += " -> \(result)" }

        let head = "\(start)(\(parameters.joined(separator: ", "))\(end)"
        if fits(function.body == nil ? head : head + " {") {
            if let body = function.body { write(head, body: body) } else { emit(head) }
            return
        }
        emit(start + "(")
        let together = parameters.joined(separator: ", ")
        indented { renderer in
            if renderer.fits(together) {
                renderer.emit(together)
            } else {
                renderer.fill(parameters)
            }
        }
        if let body = function.body { write(end, body: body) } else { emit(end) }
    }

    /// Writes parameters, as many on a line as there is room for.
    private mutating func fill(_ parameters: [String]) {
        var line = ""
        for (index, parameter) in parameters.enumerated() {
            let text = parameter + (index + 1 < parameters.count ? "," : "")
            if !line.isEmpty, !fits("\(line) \(text)") {
                emit(line)
                line = ""
            }
            line += line.isEmpty ? text : " \(text)"
        }
        if !line.isEmpty { emit(line) }
    }

    private func text(of parameter: ParameterSyntax) -> String {
        var text = parameter.attributes.map { $0 + " " }.joined()
        if let label = parameter.label {
            text += "\(SwiftKeyword.escapedParameter(label)) \(SwiftKeyword.escaped(parameter.name))"
        } else {
            text += SwiftKeyword.escapedParameter(parameter.name)
        }
        text += ": \(parameter.type)"
        if let value = parameter.defaultValue { text += " = \(SwiftRenderer.inline(value))" }
        return text
    }

    /// Writes a body behind its head: on the same line, if it is one statement and there is room.
    private mutating func write(_ head: String, body: [StatementSyntax]) {
        if body.isEmpty { return emit(head + " {}") }
        if body.count == 1, let statement = Self.inline(body[0]), fits("\(head) { \(statement) }") {
            return emit("\(head) { \(statement) }")
        }
        emit(head + " {")
        indented { $0.write(body) }
        emit("}")
    }
}

extension FunctionSyntax.Kind {
    fileprivate var head: String {
        switch self {
        case .function(let name): "func \(SwiftKeyword.escaped(name))"
        case .initializer: "init"
        case .failableInitializer: "init?"
        }
    }
}

extension DeclarationSyntax {
    fileprivate var isHeading: Bool {
        if case .mark = self { true } else { false }
    }

    fileprivate var functionName: String? {
        guard case .function(let function) = self, case .function(let name) = function.kind else { return nil }
        return name
    }

    /// The name of a function without documentation of its own.
    fileprivate var overloadName: String? {
        guard case .function(let function) = self, function.documentation.isEmpty else { return nil }
        return functionName
    }

    /// Declarations of one kind stand together.
    fileprivate var kind: Int {
        switch self {
        case .mark: 0
        case .type: 1
        case .enumCase, .enumCases: 2
        case .typeAlias: 8
        case .property(let property) where property.modifiers.contains("static"): 3
        case .property(let property): if case .computed = property.content { 4 } else { 5 }
        case .function(let function): if case .function = function.kind { 6 } else { 7 }
        }
    }
}
