/// Words that Swift does not take as names without backticks.
package enum SwiftKeyword {
    /// A name as it is declared or used on its own.
    package static func escaped(_ name: String) -> String { reserved.contains(name) ? "`\(name)`" : name }

    /// A name behind a dot, where few words mean something else.
    package static func escapedMember(_ name: String) -> String { members.contains(name) ? "`\(name)`" : name }

    /// A parameter's name, which is its label as well: there all words are allowed but these.
    package static func escapedParameter(_ name: String) -> String { parameters.contains(name) ? "`\(name)`" : name }

    private static let reserved: Set<String> = [
        "Any", "Protocol", "Self", "Type", "as", "associatedtype", "break", "case", "catch", "class", "continue",
        "default",
        "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func",
        "guard",
        "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private",
        "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super",
        "switch",
        "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]
    private static let members: Set<String> = ["Protocol", "Type", "self"]
    private static let parameters: Set<String> = ["inout", "let", "var"]
}
