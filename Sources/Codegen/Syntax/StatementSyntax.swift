/// A statement in a body.
indirect enum StatementSyntax {
    /// An expression for its effect, or as the result where it is the only statement.
    case expression(ExpressionSyntax)
    case variable(VariableSyntax)
    case assignment(ExpressionSyntax, ExpressionSyntax)
    case `return`(ExpressionSyntax)
    /// `if … { } else if … { } else { }`
    case conditional([ConditionalBranchSyntax], otherwise: [StatementSyntax])
    /// `guard … else { }`
    case `guard`([ConditionSyntax], otherwise: [StatementSyntax])
    /// `switch … { case …: }`
    case `switch`(ExpressionSyntax, [SwitchCaseSyntax])
}

/// A local constant or variable.
struct VariableSyntax {
    var isConstant: Bool
    var name: String
    var type: String?
    var value: ExpressionSyntax
}

/// One `if` of a chain, and what it guards.
struct ConditionalBranchSyntax {
    var conditions: [ConditionSyntax]
    var body: [StatementSyntax]
}

/// A condition among those of an `if` or a `guard`.
enum ConditionSyntax: Hashable {
    case expression(ExpressionSyntax)
    /// `let name`, or `let name = value`.
    case binding(name: String, value: ExpressionSyntax?)
    /// `case pattern = value`, with the pattern as it is written.
    case pattern(String, ExpressionSyntax)
}

/// A case of a `switch`, or its default where there is no pattern.
struct SwitchCaseSyntax {
    var pattern: ExpressionSyntax?
    var body: [StatementSyntax]
}
