extension SwiftRenderer {
    mutating func write(_ statements: [StatementSyntax]) {
        for statement in statements { write(statement) }
    }

    private mutating func write(_ statement: StatementSyntax) {
        switch statement {
        case .expression(let expression): write("", expression, "")
        case .variable(let variable): write(Self.head(of: variable) + " = ", variable.value, "")
        case .assignment(let target, let value): write(Self.inline(target) + " = ", value, "")
        case .return(let value): write("return ", value, "")
        case .conditional(let branches, let otherwise): write(branches, otherwise: otherwise)
        case .guard(let conditions, let otherwise):
            write("guard \(Self.inline(conditions)) else", block: otherwise, isInlineAllowed: true)
        case .switch(let subject, let cases):
            emit("switch \(Self.inline(subject)) {")
            for switchCase in cases { write(switchCase) }
            emit("}")
        }
    }

    private mutating func write(_ branches: [ConditionalBranchSyntax], otherwise: [StatementSyntax]) {
        if branches.count == 1, otherwise.isEmpty {
            return write("if \(Self.inline(branches[0].conditions))", block: branches[0].body, isInlineAllowed: true)
        }
        var head = "if "
        for branch in branches {
            emit(head + Self.inline(branch.conditions) + " {")
            indented { $0.write(branch.body) }
            head = "} else if "
        }
        if !otherwise.isEmpty {
            emit("} else {")
            indented { $0.write(otherwise) }
        }
        emit("}")
    }

    private mutating func write(_ head: String, block: [StatementSyntax], isInlineAllowed: Bool) {
        if isInlineAllowed, block.count == 1, let statement = Self.inline(block[0]), fits("\(head) { \(statement) }") {
            return emit("\(head) { \(statement) }")
        }
        emit(head + " {")
        indented { $0.write(block) }
        emit("}")
    }

    private mutating func write(_ switchCase: SwitchCaseSyntax) {
        let head = switchCase.pattern.map { "case \(Self.inline($0)):" } ?? "default:"
        if switchCase.body.count == 1, let statement = Self.inline(switchCase.body[0]), fits("\(head) \(statement)") {
            return emit("\(head) \(statement)")
        }
        emit(head)
        indented { $0.write(switchCase.body) }
    }

    private static func head(of variable: VariableSyntax) -> String {
        let name = SwiftKeyword.escaped(variable.name)
        let type = variable.type.map { ": \($0)" } ?? ""
        return "\(variable.isConstant ? "let" : "var") \(name)\(type)"
    }

    /// A statement on one line; nil for those that always take several.
    static func inline(_ statement: StatementSyntax) -> String? {
        switch statement {
        case .expression(let expression): inline(expression)
        case .variable(let variable): "\(head(of: variable)) = \(inline(variable.value))"
        case .assignment(let target, let value): "\(inline(target)) = \(inline(value))"
        case .return(let value): "return \(inline(value))"
        case .conditional, .guard, .switch: nil
        }
    }

    static func inline(_ conditions: [ConditionSyntax]) -> String {
        conditions.map { condition in
            switch condition {
            case .expression(let expression): inline(expression)
            case .binding(let name, nil): "let \(SwiftKeyword.escaped(name))"
            case .binding(let name, let value?): "let \(SwiftKeyword.escaped(name)) = \(inline(value))"
            case .pattern(let pattern, let value): "case \(pattern) = \(inline(value))"
            }
        }
        .joined(separator: ", ")
    }
}
