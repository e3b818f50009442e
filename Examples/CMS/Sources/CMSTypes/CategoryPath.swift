import Entities

/// Where a category is in the tree: `technology/databases/`.
///
/// Each step ends with a slash, the last one, too. So the paths that begin with a category's path are exactly those of
/// the category and of what is below it: `life/` is not the beginning of `lifestyle/`.
public struct CategoryPath: CheckedText {
    public let rawValue: String

    /// A path, with or without the slash at its end.
    public init?(rawValue: String) {
        let text = rawValue.hasSuffix("/") ? String(rawValue.dropLast()) : rawValue
        let steps = text.split(separator: "/", omittingEmptySubsequences: false)
        guard steps.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isAllowed) }) else { return nil }
        self.rawValue = text + "/"
    }

    private static func isAllowed(_ character: Character) -> Bool {
        character.isASCII && (character.isLowercase || character.isNumber || character == "-")
    }

    /// The path as people write it, without the slash at its end.
    public var description: String { String(rawValue.dropLast()) }

    /// How many steps are above this one: 0 for `technology/`.
    public var depth: Int { rawValue.count { $0 == "/" } - 1 }

    /// The path of the category above; nil for one at the top.
    public var parent: CategoryPath? {
        guard let slash = description.lastIndex(of: "/") else { return nil }
        return CategoryPath(rawValue: String(description[..<slash]))
    }
}
