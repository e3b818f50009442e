import Entities

/// What makes sense in an expression: the service's rules that go beyond the grammar, checked on the tree.
///
/// They hold for trees that were read from text and for those that were built as values alike.
struct ExpressionRules {
    /// The most operands of `IN`.
    static let maximumCandidates = 100

    private var operators = 0
    private var checksNesting = true

    private init() {}

    /// Counts an operator or a function.
    ///
    /// Called on the way down, so that a tree that is far too deep is refused before it exhausts the stack.
    private mutating func count() throws(ExpressionError) {
        operators += 1
        if operators > ExpressionParser.maximumOperators {
            throw ExpressionError("The expression contains too many operators; operator count: \(operators)")
        }
    }

    // MARK: Conditions

    /// Checks a condition or filter.
    /// - Parameter nesting: whether values must not be nested too deep; a transaction sees to that later, or never.
    static func check(_ condition: Condition, _ kind: ExpressionKind, nesting: Bool = true) throws(DynamoDBError) {
        var rules = ExpressionRules()
        rules.checksNesting = nesting
        do throws(Refusal) { try rules.check(condition) } catch { throw error.inside(kind) }
    }

    /// What is wrong with a part of a condition; `nil` if nothing is.
    static func problem(in condition: Condition) -> ExpressionError? {
        var rules = ExpressionRules()
        do throws(Refusal) { try rules.check(condition) } catch { return error.problem }
        return nil
    }

    private mutating func check(_ condition: Condition) throws(Refusal) {
        try refusing { rules throws(ExpressionError) in try rules.count() }
        switch condition {
        case .and(let left, let right), .or(let left, let right):
            try check(left)
            try check(right)
        case .not(let inner):
            try check(inner)
        case .compare(let left, let comparator, let right):
            try check([left, right])
            try distinct(comparator.rawValue, [left, right])
            if comparator != .equal && comparator != .notEqual {
                try ordered(comparator.rawValue, [left, right])
            }
        case .between(let operand, let lower, let upper):
            try check([operand, lower, upper])
            try distinct("BETWEEN", [operand, lower, upper])
            try ordered("BETWEEN", [operand, lower, upper])
            try bounds(lower, upper)
        case .isIn(let operand, let candidates):
            try check([operand] + candidates)
            try distinct("IN", [operand] + candidates)
            guard candidates.count <= Self.maximumCandidates else {
                throw Refusal(
                    "The IN operator is provided with too many operands; number of operands: \(candidates.count)")
            }
        case .exists(let operand):
            try check([operand])
            try path("attribute_exists", operand)
        case .notExists(let operand):
            try check([operand])
            try path("attribute_not_exists", operand)
        case .type(let operand, let type):
            try check([operand, type])
            try distinct("attribute_type", [operand, type])
            try typeName(type)
        case .beginsWith(let operand, let prefix):
            try check([operand, prefix])
            try distinct("begins_with", [operand, prefix])
            for operand in [operand, prefix] {
                guard let type = operand.knownType, type != .string, type != .binary else { continue }
                throw Refusal.type("operator or function: begins_with", type)
            }
        case .contains(let operand, let part):
            try check([operand, part])
            try distinct("contains", [operand, part])
        }
    }

    // MARK: Operands

    private mutating func check(_ operands: [Operand]) throws(Refusal) {
        for operand in operands { try check(operand) }
    }

    private mutating func check(_ operand: Operand) throws(Refusal) {
        switch operand {
        case .path(let path): try Self.check(path)
        case .value(let value):
            if checksNesting, let problem = ValueRules.checkNesting(value) { throw Refusal(whole: problem) }
        case .invalid(let error): throw Refusal(error)
        case .size(let inner):
            try refusing { rules throws(ExpressionError) in try rules.count() }
            try check(inner)
            if let type = inner.knownType, type == .number || type == .bool || type == .null {
                throw Refusal.type("operator or function: size", type)
            }
        }
    }

    private mutating func refusing(
        _ body: (inout ExpressionRules) throws(ExpressionError) -> Void
    ) throws(Refusal) {
        do throws(ExpressionError) { try body(&self) } catch { throw Refusal(error.message) }
    }

    /// The first operand must not be repeated: the result would be known.
    private func distinct(_ name: String, _ operands: [Operand]) throws(Refusal) {
        guard case .path(let first) = operands[0] else { return }
        for case .path(let other) in operands.dropFirst() where other == first {
            throw Refusal(
                "The first operand must be distinct from the remaining operands for this operator or function; "
                    + "operator: \(name), first operand: \(first.listed)")
        }
    }

    /// Only text, numbers and binary have an order.
    private func ordered(_ name: String, _ operands: [Operand]) throws(Refusal) {
        for operand in operands {
            guard let type = operand.knownType, ![.string, .number, .binary].contains(type) else { continue }
            throw Refusal.type("operator or function: \(name)", type)
        }
    }

    private func path(_ name: String, _ operand: Operand) throws(Refusal) {
        if case .path = operand { return }
        throw Refusal("Operator or function requires a document path; operator or function: \(name)")
    }

    private func typeName(_ operand: Operand) throws(Refusal) {
        guard case .value(let value) = operand else {
            throw Refusal(
                "Incorrect operand type for operator or function; operator or function: attribute_type, "
                    + "operand type: \(operand.knownType?.rawValue ?? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}")")
        }
        guard case .string(let name) = value else {
            throw Refusal.type("operator or function: attribute_type", value.type)
        }
        guard AttributeType(rawValue: name) != nil else {
            throw Refusal(
                "Invalid attribute type name found; type: \(name), "
                    + "valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}")
        }
    }

    /// The bounds of BETWEEN, where both are known.
    private func bounds(_ lower: Operand, _ upper: Operand) throws(Refusal) {
        guard case .value(let low) = lower, case .value(let high) = upper else { return }
        let operands =
            "lower bound operand: AttributeValue: \(low.inMessage), upper bound operand: AttributeValue: \(high.inMessage)"
        guard low.type == high.type else {
            throw Refusal("The BETWEEN operator requires same data type for lower and upper bounds; \(operands)")
        }
        if ValueRules.precedes(high, low) {
            throw Refusal(
                "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; \(operands)")
        }
    }
}

// MARK: - Updates

extension ExpressionRules {
    /// Checks an update.
    static func check(_ update: UpdateExpression, nesting: Bool = true) throws(DynamoDBError) {
        var rules = ExpressionRules()
        rules.checksNesting = nesting
        do throws(Refusal) { try rules.check(update) } catch { throw error.inside(.update) }
    }

    /// What is wrong with an update; `nil` if nothing is.
    static func problem(in update: UpdateExpression) -> ExpressionError? {
        var rules = ExpressionRules()
        do throws(Refusal) { try rules.check(update) } catch { return error.problem }
        return nil
    }

    private mutating func check(_ update: UpdateExpression) throws(Refusal) {
        let paths = update.set.map(\.path) + update.remove + update.add.map(\.path) + update.delete.map(\.path)
        for path in paths { try Self.check(path) }
        if let message = ExpressionRules.overlap(in: paths) { throw Refusal(message) }
        for action in update.add + update.delete {
            try refusing { rules throws(ExpressionError) in try rules.count() }
            try check(action.value)
        }
        for _ in update.remove { try refusing { rules throws(ExpressionError) in try rules.count() } }
        for action in update.add {
            try operand(of: "ADD", action.value, [.number, .stringSet, .numberSet, .binarySet])
        }
        for action in update.delete { try operand(of: "DELETE", action.value, [.stringSet, .numberSet, .binarySet]) }
        for action in update.set {
            try refusing { rules throws(ExpressionError) in try rules.count() }
            try check(action.value)
        }
    }

    private func operand(of clause: String, _ operand: Operand, _ types: Set<AttributeType>) throws(Refusal) {
        guard case .value(let value) = operand else {
            throw Refusal("Incorrect operand type for operator or function; operator: \(clause), operand type: PATH")
        }
        guard !types.contains(value.type) else { return }
        throw Refusal(
            "Incorrect operand type for operator or function; "
                + "operator: \(clause), operand type: \(value.type.longName)")
    }

    private mutating func check(_ value: SetValue) throws(Refusal) {
        switch value {
        case .operand(.size):
            throw Refusal("The function is not allowed in an update expression; function: size")
        case .operand(let operand):
            try check(operand)
        case .ifNotExists(let path, let fallback):
            try Self.check(path)
            try refusing { rules throws(ExpressionError) in try rules.count() }
            try checkNested(fallback)
        case .listAppend(let first, let second):
            try check("list_append", [first, second], .list)
        case .plus(let left, let right):
            try check("+", [left, right], .number)
        case .minus(let left, let right):
            try check("-", [left, right], .number)
        }
    }

    private mutating func check(_ name: String, _ operands: [SetValue], _ type: AttributeType) throws(Refusal) {
        try refusing { rules throws(ExpressionError) in try rules.count() }
        for operand in operands {
            try checkNested(operand)
            guard let known = operand.knownType, known != type else { continue }
            throw Refusal.type("operator or function: \(name)", known)
        }
    }

    /// A value inside of another. Lists are only put together outermost.
    private mutating func checkNested(_ value: SetValue) throws(Refusal) {
        if case .listAppend = value {
            throw Refusal(
                "The function is not allowed to be used this way in an expression; function: list_append")
        }
        try check(value)
    }

    // MARK: Paths

    /// Checks the indexes of a path that was not read from text, where the grammar has none below 0.
    private static func check(_ path: AttributePath) throws(Refusal) {
        for case .index(let index) in path.elements where Int32(exactly: index).map({ $0 < 0 }) ?? true {
            throw Refusal("List index is not within the allowable range; index: [\(index)]")
        }
    }

    /// What is wrong where two of the paths overlap, or need the same thing to be a map and a list.
    static func overlap(in paths: [AttributePath]) -> String? {
        guard paths.count > 1 else { return nil }
        var conflict: String?
        for (index, second) in paths.enumerated() {
            for first in paths[..<index] where first.attributeName == second.attributeName {
                guard let problem = problem(between: first.elements, and: second.elements) else { continue }
                let message =
                    "Two document paths \(problem) with each other; must remove or rewrite one of these paths; "
                    + "path one: \(first.listed), path two: \(second.listed)"
                // An overlap is reported even where there is a conflict before it.
                if problem == "overlap" { return message }
                conflict = conflict ?? message
            }
        }
        return conflict
    }

    private static func problem(
        between first: [AttributePath.Element], and second: [AttributePath.Element]
    ) -> String? {
        for (one, two) in zip(first, second) where one != two {
            switch (one, two) {
            case (.name, .index), (.index, .name): return "conflict"
            default: return nil
            }
        }
        return "overlap"
    }

    /// Checks a projection.
    static func check(projection paths: [AttributePath]?) throws(DynamoDBError) {
        guard let paths else { return }
        do throws(Refusal) { for path in paths { try check(path) } } catch { throw error.inside(.projection) }
        if let message = overlap(in: paths) { throw ExpressionError(message).inside(.projection) }
    }
}

// MARK: - Refusals

/// Why an expression is refused: by the service's rules, or since it holds what is no value at all.
private struct Refusal: Error {
    /// The service's words.
    private let message: String
    /// Whether they stand by themselves, not behind the expression's name.
    private var isWhole = false
    /// What is wrong with a value that could not be made into an attribute value.
    private var underlying: AttributeError?

    /// The service's words, to be put behind the expression's name.
    init(_ message: String) {
        self.message = message
    }

    /// The service's words in full.
    init(whole message: String) {
        self.message = message
        isWhole = true
    }

    /// A value that could not be made into an attribute value.
    init(_ error: AttributeError) {
        message = error.description
        underlying = error
    }

    var problem: ExpressionError { ExpressionError(message) }

    func inside(_ kind: ExpressionKind) -> DynamoDBError {
        if let underlying { return DynamoDBError(.invalidRequest, message, underlying: underlying) }
        return isWhole ? .invalid(message) : problem.inside(kind)
    }

    static func type(_ name: String, _ type: AttributeType) -> Refusal {
        Refusal("Incorrect operand type for operator or function; \(name), operand type: \(type.rawValue)")
    }
}

extension Operand {
    /// The type of what the operand yields, where it is known before an item is.
    fileprivate var knownType: AttributeType? {
        switch self {
        case .value(let value): value.type
        case .size: .number
        case .path, .invalid: nil
        }
    }
}

extension SetValue {
    /// The type of what the operand yields, where it is known before an item is.
    fileprivate var knownType: AttributeType? {
        switch self {
        case .operand(let operand): operand.knownType
        case .ifNotExists: nil
        case .listAppend: .list
        case .plus, .minus: .number
        }
    }
}

extension AttributePath {
    /// The path as the service's messages show it: `[a, [3], b]`.
    var listed: String {
        let steps = elements.map { element in
            switch element {
            case .name(let name): name
            case .index(let index): "[\(index)]"
            }
        }
        return "[\(steps.joined(separator: ", "))]"
    }
}

extension AttributeType {
    /// The name that some of the service's messages use.
    fileprivate var longName: String {
        switch self {
        case .string: "STRING"
        case .number: "NUMBER"
        case .binary: "BINARY"
        case .bool: "BOOLEAN"
        case .null: "NULL"
        case .list: "LIST"
        case .map: "MAP"
        case .stringSet, .numberSet, .binarySet: rawValue
        }
    }
}
