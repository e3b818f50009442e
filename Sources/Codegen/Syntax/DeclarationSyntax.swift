/// A declaration, of a type or of a type's member.
enum DeclarationSyntax {
    case type(TypeSyntax)
    case enumCase(EnumCaseSyntax)
    /// Cases without anything but names: `case draft, review, published`.
    case enumCases([String])
    case property(PropertySyntax)
    case function(FunctionSyntax)
    /// Another name for a type: `public typealias LookupRecord = Article`.
    case typeAlias(modifiers: [String], name: String, type: String)
    /// Heads the members that follow: `// MARK: Keys`.
    case mark(String)
}

/// A struct, enum, protocol or extension.
struct TypeSyntax {
    enum Keyword: String {
        case `struct`, `enum`, `protocol`, `extension`
    }

    var documentation: [String] = []
    var modifiers: [String] = []
    var keyword: Keyword
    var name: String
    var inherited: [String] = []
    var members: [DeclarationSyntax]
}

/// A case of an enum: `case inReview = "in-review"`, `case article(Article)`.
struct EnumCaseSyntax {
    var documentation: [String] = []
    var name: String
    var rawValue: String?
    /// The type of the associated value.
    var payload: String?
}

/// A property: stored, with or without a value, or computed.
struct PropertySyntax {
    enum Content {
        case stored(ExpressionSyntax?)
        case computed([StatementSyntax])
        /// Stored, and looked at whenever it was set: `{ didSet { … } }`.
        case observed([StatementSyntax])
        /// A protocol's: `{ get }`.
        case requirement
    }

    var documentation: [String] = []
    var attributes: [String] = []
    var modifiers: [String] = []
    var isConstant = false
    var name: String
    /// Nil where the value says it.
    var type: String?
    var content: Content = .stored(nil)

    /// The same property with a body.
    func computed(_ body: [StatementSyntax]) -> PropertySyntax {
        var copy = self
        copy.content = .computed(body)
        return copy
    }
}

/// A function or an initializer; without a body, a protocol's requirement.
struct FunctionSyntax {
    enum Kind {
        case function(String)
        case initializer
        case failableInitializer
    }

    var documentation: [String] = []
    var attributes: [String] = []
    var modifiers: [String] = []
    var kind: Kind
    var parameters: [ParameterSyntax] = []
    /// What stands between the parameters and the result: `throws(Entities.AttributeError)`.
    var effects: String?
    var result: String?
    var body: [StatementSyntax]?
}

/// A parameter of a function.
struct ParameterSyntax {
    /// The label, where it is not the name; `_` for none.
    var label: String?
    var attributes: [String] = []
    var name: String
    var type: String
    var defaultValue: ExpressionSyntax?
}
