import Entities

/// Reads the text of an expression into the tree that the engine evaluates.
///
/// The grammar is at https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html.
/// A text that does not follow it is refused at once. Errors in what it says (an unknown function, a reserved word, a placeholder
/// that is not defined) are collected, since the service reports them in an order of its own. Whether the operands make sense is
/// checked on the tree, so that it holds for trees that never were text, too.
struct ExpressionParser {
    /// What can be wrong with a text that follows the grammar. Which is reported first is another order for each kind of expression.
    enum Fault {
        case redundantParentheses, unknownFunction, misplacedFunction, reservedWord, duplicateSection
        case undefinedName, undefinedValue
        /// The first of either.
        case undefined
        /// A wrong number of operands, or one that should be a path.
        case operands
    }

    /// The longest text of an expression, in bytes.
    static let maximumSize = 4096
    /// The most operators and functions in an expression.
    static let maximumOperators = 300
    /// Deeper nesting needs more operators than there may be, or redundant parentheses.
    private static let maximumNesting = maximumOperators + 10

    let source: [UInt8]
    private let tokens: [Token]
    private var position = 0
    private var nesting = 0
    private var faults: [Fault: String] = [:]
    /// The paths of an update's actions in the order of the text.
    var updatedPaths: [AttributePath] = []
    /// The comparisons and functions of a condition so far, and what is wrong with the first of them that is wrong in itself.
    private var leaves: [Condition] = []
    private var leafFault: (index: Int, message: String)?
    let substitutions: Substitutions

    init(_ text: String, substitutions: Substitutions) throws(ExpressionError) {
        source = Array(text.utf8)
        guard !source.isEmpty else { throw ExpressionError("The expression can not be empty;") }
        guard source.count <= Self.maximumSize else {
            throw ExpressionError(
                "Expression size has exceeded the maximum allowed size; expression size: \(source.count)")
        }
        tokens = Token.all(in: source)
        self.substitutions = substitutions
    }

    // MARK: Tokens

    /// The token to be read next. There is always one: the last is the end.
    var next: Token { tokens[position] }

    /// The kind of the token after `next`.
    var kindAfterNext: Token.Kind { position + 1 < tokens.count ? tokens[position + 1].kind : .end }

    func text(of token: Token) -> String { String(decoding: source[token.range], as: UTF8.self) }

    @discardableResult
    mutating func advance() -> Token {
        let token = tokens[position]
        if position + 1 < tokens.count { position += 1 }
        return token
    }

    /// Reads a token of this kind, if it is next.
    mutating func take(_ kind: Token.Kind) -> Bool {
        guard next.kind == kind else { return false }
        advance()
        return true
    }

    mutating func expect(_ kind: Token.Kind) throws(ExpressionError) {
        guard take(kind) else { throw syntaxError() }
    }

    /// Whether the next token is this keyword, in any case.
    func isKeyword(_ keyword: StaticString) -> Bool {
        let token = next
        guard token.kind == .word, token.range.count == keyword.utf8CodeUnitCount else { return false }
        return keyword.withUTF8Buffer { keyword in
            zip(source[token.range], keyword).allSatisfy { $0 & 0xDF == $1 }
        }
    }

    /// Reads this keyword, if it is next.
    mutating func takeKeyword(_ keyword: StaticString) -> Bool {
        guard isKeyword(keyword) else { return false }
        advance()
        return true
    }

    // MARK: Errors

    /// The next token cannot stand where it stands. It is shown between its neighbours.
    func syntaxError() -> ExpressionError {
        let token = next
        let before = position > 0 ? tokens[position - 1] : token
        let after = position + 1 < tokens.count ? tokens[position + 1] : token
        let end = [before, token, after].last { $0.kind != .end }?.range.upperBound ?? source.count
        let near = String(decoding: source[before.range.lowerBound..<end], as: UTF8.self)
        let text = token.kind == .end ? "<EOF>" : text(of: token)
        return ExpressionError("Syntax error; token: \"\(text)\", near: \"\(near)\"")
    }

    mutating func note(_ fault: Fault, _ message: String) {
        if faults[fault] == nil { faults[fault] = message }
    }

    func has(_ fault: Fault) -> Bool { faults[fault] != nil }

    /// Ends the reading: nothing may be left over, and none of these faults may have been noted.
    func finish(_ order: Fault...) throws(ExpressionError) {
        guard next.kind == .end else { throw syntaxError() }
        for fault in order {
            if let message = faults[fault] { throw ExpressionError(message) }
        }
    }

    /// Notes that a comparison or function of a condition has been read, with all that it is made of.
    mutating func finishLeaf(_ leaf: Condition) {
        if leafFault == nil, let message = faults[.undefined] ?? faults[.operands] {
            leafFault = (leaves.count, message)
        }
        leaves.append(leaf)
    }

    /// Refuses what is wrong in the parts of a condition: the service looks at one after the other.
    func checkLeaves() throws(ExpressionError) {
        guard let leafFault else { return }
        for leaf in leaves[..<leafFault.index] {
            if let problem = ExpressionRules.problem(in: leaf) { throw problem }
        }
        throw ExpressionError(leafFault.message)
    }

    /// Reads something that may contain its like.
    mutating func nested<Result>(
        _ read: (inout ExpressionParser) throws(ExpressionError) -> Result
    ) throws(ExpressionError) -> Result {
        nesting += 1
        guard nesting <= Self.maximumNesting else {
            throw ExpressionError(
                "The expression contains too many operators; operator count: \(Self.maximumOperators + 1)")
        }
        let result = try read(&self)
        nesting -= 1
        return result
    }
}
