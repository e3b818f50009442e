/// Plurals of English nouns, as far as rules go. Others are given by hand.
enum EnglishPlural {
    /// The plural of a type's name, as a property is called: `Category` → `categories`, `URLAlias` → `urlAliases`.
    static func of(_ typeName: String) -> String {
        let name = lowerCamel(typeName)
        let lowered = name.lowercased()
        if let last = lowered.last, last == "y", let before = lowered.dropLast().last, !"aeiou".contains(before) {
            return name.dropLast() + "ies"
        }
        if ["s", "x", "z", "ch", "sh"].contains(where: lowered.hasSuffix) { return name + "es" }
        return name + "s"
    }

    /// A type's name as a member's: the leading capitals, but for one that starts the next word, become small.
    private static func lowerCamel(_ name: String) -> String {
        let capitals = name.prefix { $0.isUppercase }
        let rest = name.dropFirst(capitals.count)
        let initials = capitals.count > 1 && !rest.isEmpty ? capitals.dropLast() : capitals
        return initials.lowercased() + name.dropFirst(initials.count)
    }
}
