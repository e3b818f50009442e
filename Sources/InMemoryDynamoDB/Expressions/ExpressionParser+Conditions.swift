import Entities

extension ExpressionParser {
    /// Something that has been read, of which it is not yet known what it is part of: `(a)` may go on with `= :b` or with `[3]`.
    private struct Part {
        enum Content {
            case operand(Operand)
            case condition(Condition)
        }

        var content: Content
        /// The function's name, if it is a call.
        var function: String?
        var isParenthesised = false
    }

    /// How tightly a condition binds.
    private enum Binding: Int { case or, and }

    /// Reads all of a condition or filter.
    mutating func parseCondition() throws(ExpressionError) -> Condition {
        let part = try parsePart(binding: .or)
        let condition = try condition(part)
        try finish(.redundantParentheses, .unknownFunction, .misplacedFunction, .reservedWord)
        try checkLeaves()
        return condition
    }

    // MARK: Logic

    private mutating func parsePart(binding: Binding) throws(ExpressionError) -> Part {
        var left = try parseNegated()
        while true {
            if takeKeyword("AND") {
                let right = try parseNegated()
                left = Part(content: .condition(.and(try condition(left), try condition(right))))
            } else if binding == .or, takeKeyword("OR") {
                let right = try parsePart(binding: .and)
                left = Part(content: .condition(.or(try condition(left), try condition(right))))
            } else {
                return left
            }
        }
    }

    private mutating func parseNegated() throws(ExpressionError) -> Part {
        var negations = 0
        while takeKeyword("NOT") { negations += 1 }
        let part = try parsePrimary()
        guard negations > 0 else { return part }
        guard negations <= Self.maximumOperators else {
            throw ExpressionError("The expression contains too many operators; operator count: \(negations)")
        }
        var negated = try condition(part)
        for _ in 0..<negations { negated = .not(negated) }
        return Part(content: .condition(negated))
    }

    /// Takes a part as a condition, which an operand by itself is not.
    private mutating func condition(_ part: Part) throws(ExpressionError) -> Condition {
        switch part.content {
        case .condition(let condition): return condition
        case .operand(let operand):
            guard let function = part.function else { throw syntaxError() }
            noteMisplaced(function)
            return .exists(operand)
        }
    }

    // MARK: Comparisons

    private mutating func parsePrimary() throws(ExpressionError) -> Part {
        var left: Part
        if take(.openParenthesis) {
            left = try nested { parser throws(ExpressionError) in try parser.parsePart(binding: .or) }
            try expect(.closeParenthesis)
            noteParentheses(around: &left)
            if case .operand(.path(let path)) = left.content, next.kind == .dot || next.kind == .openBracket {
                left = Part(content: .operand(.path(try parsePathSteps(after: path))))
            }
            guard let leaf = try parseComparison(of: left) else { return left }
            left = leaf
        } else {
            left = try parseSimpleOperand()
            left = try parseComparison(of: left) ?? left
        }
        if case .condition(let leaf) = left.content { finishLeaf(leaf) }
        return left
    }

    /// Reads what may follow an operand: a comparison, BETWEEN, IN. `nil` where there is none.
    private mutating func parseComparison(of left: Part) throws(ExpressionError) -> Part? {
        if let comparator = takeComparator() {
            let right = try parseOperand()
            return Part(content: .condition(.compare(try operand(left), comparator, try operand(right))))
        }
        if takeKeyword("BETWEEN") {
            let lower = try parseOperand()
            guard takeKeyword("AND") else { throw syntaxError() }
            let upper = try parseOperand()
            let (operand, low, high) = (try operand(left), try operand(lower), try operand(upper))
            return Part(content: .condition(.between(operand, lower: low, upper: high)))
        }
        guard takeKeyword("IN") else { return nil }
        try expect(.openParenthesis)
        var candidates: [Operand] = []
        repeat {
            let candidate = try parseOperand()
            candidates.append(try operand(candidate))
        } while take(.comma)
        try expect(.closeParenthesis)
        return Part(content: .condition(.isIn(try operand(left), candidates)))
    }

    private mutating func takeComparator() -> Comparator? {
        let comparator: Comparator
        switch next.kind {
        case .equal: comparator = .equal
        case .notEqual: comparator = .notEqual
        case .less: comparator = .less
        case .lessOrEqual: comparator = .lessOrEqual
        case .greater: comparator = .greater
        case .greaterOrEqual: comparator = .greaterOrEqual
        default: return nil
        }
        advance()
        return comparator
    }

    private mutating func noteParentheses(around part: inout Part) {
        if part.isParenthesised { note(.redundantParentheses, "The expression has redundant parentheses;") }
        part.isParenthesised = true
    }

    // MARK: Operands

    /// Takes a part as an operand, which a condition is not.
    private mutating func operand(_ part: Part) throws(ExpressionError) -> Operand {
        switch part.content {
        case .operand(let operand): return operand
        case .condition:
            guard let function = part.function else { throw syntaxError() }
            noteMisplaced(function)
            return .value(.null)
        }
    }

    /// Reads an operand, with parentheses or without.
    private mutating func parseOperand() throws(ExpressionError) -> Part {
        guard take(.openParenthesis) else { return try parseSimpleOperand() }
        var part = try nested { parser throws(ExpressionError) in try parser.parseOperand() }
        try expect(.closeParenthesis)
        noteParentheses(around: &part)
        if case .operand(.path(let path)) = part.content {
            part.content = .operand(.path(try parsePathSteps(after: path)))
        }
        return part
    }

    private mutating func parseSimpleOperand() throws(ExpressionError) -> Part {
        if next.kind == .value { return Part(content: .operand(parseValue())) }
        if next.kind == .word, kindAfterNext == .openParenthesis, !isConditionKeyword {
            return try nested { parser throws(ExpressionError) in try parser.parseFunction() }
        }
        if isConditionKeyword { throw syntaxError() }
        return Part(content: .operand(.path(try parsePath())))
    }

    private var isConditionKeyword: Bool {
        isKeyword("AND") || isKeyword("OR") || isKeyword("NOT") || isKeyword("BETWEEN") || isKeyword("IN")
    }

    // MARK: Functions

    private mutating func parseFunction() throws(ExpressionError) -> Part {
        let name = text(of: advance())
        try expect(.openParenthesis)
        var operands: [Operand] = []
        repeat {
            let part = try parseOperand()
            operands.append(try operand(part))
        } while take(.comma)
        try expect(.closeParenthesis)
        return call(name, operands)
    }

    private mutating func call(_ name: String, _ operands: [Operand]) -> Part {
        let expected: Int
        switch name {
        case "attribute_exists", "attribute_not_exists", "size": expected = 1
        case "attribute_type", "begins_with", "contains": expected = 2
        case "if_not_exists", "list_append":
            note(.unknownFunction, "The function is not allowed in a condition expression; function: \(name)")
            return Part(content: .condition(.exists(.value(.null))), function: name)
        default:
            note(.unknownFunction, "Invalid function name; function: \(name)")
            return Part(content: .condition(.exists(.value(.null))), function: name)
        }
        guard operands.count == expected else {
            note(
                .operands,
                "Incorrect number of operands for operator or function; operator or function: \(name), "
                    + "number of operands: \(operands.count)")
            return Part(
                content: name == "size" ? .operand(.size(operands[0])) : .condition(.exists(operands[0])),
                function: name)
        }
        if name == "size" { return Part(content: .operand(.size(operands[0])), function: name) }
        let condition: Condition =
            switch name {
            case "attribute_exists": .exists(operands[0])
            case "attribute_not_exists": .notExists(operands[0])
            case "attribute_type": .type(operands[0], operands[1])
            case "begins_with": .beginsWith(operands[0], operands[1])
            default: .contains(operands[0], operands[1])
            }
        return Part(content: .condition(condition), function: name)
    }

    private mutating func noteMisplaced(_ function: String) {
        note(
            .misplacedFunction,
            "The function is not allowed to be used this way in an expression; function: \(function)")
    }
}
