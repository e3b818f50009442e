import Entities

extension ExpressionParser {
    /// Reads all of an update: up to four sections in any order.
    mutating func parseUpdate() throws(ExpressionError) -> UpdateExpression {
        var update = UpdateExpression()
        var sections: Set<String> = []
        /// How many assignments there were before the first whose function has wrong operands.
        var sound = 0
        repeat {
            if takeKeyword("SET") {
                noteSection("SET", &sections)
                repeat {
                    let path = try parsePathOfUpdate()
                    updatedPaths.append(path)
                    try expect(.equal)
                    update.set.append(.init(path, try parseSetValue()))
                    if !has(.operands) { sound = update.set.count }
                } while take(.comma)
            } else if takeKeyword("REMOVE") {
                noteSection("REMOVE", &sections)
                repeat {
                    let path = try parsePathOfUpdate()
                    updatedPaths.append(path)
                    update.remove.append(path)
                } while take(.comma)
            } else if takeKeyword("ADD") {
                noteSection("ADD", &sections)
                repeat { update.add.append(try parseValueAction()) } while take(.comma)
            } else if takeKeyword("DELETE") {
                noteSection("DELETE", &sections)
                repeat { update.delete.append(try parseValueAction()) } while take(.comma)
            } else {
                throw syntaxError()
            }
        } while next.kind != .end
        try finish(.reservedWord, .unknownFunction, .duplicateSection, .undefinedName, .undefinedValue)
        if has(.operands) {
            try checkUpdatedPaths()
            update.set.removeLast(update.set.count - sound)
            if let problem = ExpressionRules.problem(in: update) { throw problem }
            try finish(.operands)
        }
        return update
    }

    /// Refuses paths that do not go together, as they come in the text. `ExpressionRules` do so for all updates, by sections.
    func checkUpdatedPaths() throws(ExpressionError) {
        if let message = ExpressionRules.overlap(in: updatedPaths) { throw ExpressionError(message) }
    }

    private mutating func noteSection(_ name: String, _ sections: inout Set<String>) {
        if !sections.insert(name).inserted {
            note(.duplicateSection, "The \"\(name)\" section can only be used once in an update expression;")
        }
    }

    private var isSectionKeyword: Bool {
        isKeyword("SET") || isKeyword("REMOVE") || isKeyword("ADD") || isKeyword("DELETE")
    }

    private mutating func parsePathOfUpdate() throws(ExpressionError) -> AttributePath {
        if isSectionKeyword { throw syntaxError() }
        return try parsePath()
    }

    /// Reads `path :value`.
    private mutating func parseValueAction() throws(ExpressionError) -> UpdateExpression.ValueAction {
        let path = try parsePathOfUpdate()
        updatedPaths.append(path)
        guard next.kind == .value else { throw syntaxError() }
        return .init(path, parseValue())
    }

    // MARK: SET

    /// Reads an operand, or two with `+` or `-` between. Longer sums need parentheses.
    private mutating func parseSetValue() throws(ExpressionError) -> SetValue {
        let left = try parseSetOperand()
        if take(.plus) { return .plus(left, try parseSetOperand()) }
        if take(.minus) { return .minus(left, try parseSetOperand()) }
        return left
    }

    private mutating func parseSetOperand() throws(ExpressionError) -> SetValue {
        if take(.openParenthesis) {
            let value = try nested { parser throws(ExpressionError) in try parser.parseSetValue() }
            try expect(.closeParenthesis)
            return value
        }
        if next.kind == .value { return .operand(parseValue()) }
        if next.kind == .word, kindAfterNext == .openParenthesis, !isSectionKeyword {
            return try nested { parser throws(ExpressionError) in try parser.parseSetFunction() }
        }
        return .operand(.path(try parsePathOfUpdate()))
    }

    private mutating func parseSetFunction() throws(ExpressionError) -> SetValue {
        let name = text(of: advance())
        try expect(.openParenthesis)
        var operands: [SetValue] = []
        repeat { operands.append(try parseSetOperand()) } while take(.comma)
        try expect(.closeParenthesis)
        switch name {
        case "if_not_exists", "list_append": break
        case "attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size":
            note(.unknownFunction, "The function is not allowed in an update expression; function: \(name)")
            return operands[0]
        default:
            note(.unknownFunction, "Invalid function name; function: \(name)")
            return operands[0]
        }
        guard operands.count == 2 else {
            note(
                .operands,
                "Incorrect number of operands for operator or function; operator or function: \(name), "
                    + "number of operands: \(operands.count)")
            return operands[0]
        }
        if name == "list_append" { return .listAppend(operands[0], operands[1]) }
        guard case .operand(.path(let path)) = operands[0] else {
            note(.operands, "Operator or function requires a document path; operator or function: \(name)")
            return operands[1]
        }
        return .ifNotExists(path, operands[1])
    }
}
