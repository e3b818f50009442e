/// An expression.
indirect enum ExpressionSyntax: Hashable {
    /// The name of a variable, parameter or function.
    case name(String)
    /// A type as it is written: `Swift.Int.self` is a member of it.
    case type(String)
    case string(String)
    /// A number, or another literal whose text needs no escaping.
    case literal(String)
    /// A string literal with placeholders.
    case interpolation([InterpolationSegment])
    /// `base.name`, or `.name`.
    case member(ExpressionSyntax?, String)
    case call(ExpressionSyntax, [ArgumentSyntax])
    /// A call with a trailing closure of one expression: `f(x) { … }`.
    case callWithClosure(ExpressionSyntax, [ArgumentSyntax], closure: ExpressionSyntax)
    /// A call with a trailing closure for a result builder, one line for each element.
    case callWithBuilder(ExpressionSyntax, [ArgumentSyntax], elements: [ExpressionSyntax])
    case array([ExpressionSyntax])
    case dictionary([DictionaryEntrySyntax])
    case `try`(ExpressionSyntax)
    case prefix(String, ExpressionSyntax)
    case infix(ExpressionSyntax, String, ExpressionSyntax)
    /// `base?`, in a chain.
    case optionalChain(ExpressionSyntax)
    case parenthesized(ExpressionSyntax)
    case closure(ExpressionSyntax)
    /// `if … { a } else { b }` as a value.
    case choice([ChoiceBranchSyntax], otherwise: ExpressionSyntax)
}

/// A piece of a string literal.
enum InterpolationSegment: Hashable {
    case text(String)
    case placeholder([ArgumentSyntax])
}

/// An argument of a call.
struct ArgumentSyntax: Hashable {
    var label: String?
    var value: ExpressionSyntax

    init(_ label: String? = nil, _ value: ExpressionSyntax) {
        self.label = label
        self.value = value
    }
}

/// A pair of a dictionary literal.
struct DictionaryEntrySyntax: Hashable {
    var key: ExpressionSyntax
    var value: ExpressionSyntax
}

/// One `if` of an expression that chooses between values.
struct ChoiceBranchSyntax: Hashable {
    var conditions: [ConditionSyntax]
    var value: ExpressionSyntax
}

extension ExpressionSyntax {
    static var `nil`: ExpressionSyntax { .literal("nil") }

    /// `self`
    static var current: ExpressionSyntax { .literal("self") }

    /// `self.name(…)`, without labels.
    func calling(_ name: String, _ arguments: ExpressionSyntax...) -> ExpressionSyntax {
        .call(.member(self, name), arguments.map { ArgumentSyntax(nil, $0) })
    }

    /// `self.name`
    func member(_ name: String) -> ExpressionSyntax { .member(self, name) }

    /// `.init(…)`: what to make is known from where it goes.
    static func implicitInit(_ arguments: [ArgumentSyntax]) -> ExpressionSyntax {
        .call(.member(nil, "init"), arguments)
    }
}
