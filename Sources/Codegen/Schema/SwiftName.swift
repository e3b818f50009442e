/// What Swift can call things.
enum SwiftName {
    /// Whether a name is an identifier, with or without backticks, and not a raw one (`with spaces`).
    static func isIdentifier(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, name != "_" else { return false }
        return isHead(first) && name.unicodeScalars.dropFirst().allSatisfy { isHead($0) || isBody($0) }
    }

    /// The enum case for a string: its words in camel case. `in-review` → `inReview`, `IN_REVIEW` → `inReview`, `4K` → `_4k`.
    /// Nil where nothing is left, or where Swift would take the case for something else.
    static func caseName(of value: String) -> String? {
        let words = value.split { !($0.isLetter || $0.isNumber) }
        guard !words.isEmpty else { return nil }
        var name = ""
        for word in words {
            let isShouted = word.contains(where: \.isLetter) && !word.contains(where: \.isLowercase)
            let plain = isShouted ? word.lowercased() : String(word)
            name += name.isEmpty ? lowerFirst(plain) : upperFirst(plain)
        }
        if let first = name.unicodeScalars.first, !isHead(first) { name = "_" + name }
        // `.self` and `.init` mean something else at the place of use, and `Type` is no member's name.
        guard isIdentifier(name), !["self", "init", "Type", "Protocol"].contains(name) else { return nil }
        return name
    }

    /// The enum that is generated for an attribute: `status` → `Status`, and where that is taken, `type` → `TypeChoice`,
    /// `URL` → `URLChoice`.
    static func typeName(of attribute: String) -> String {
        let name = upperFirst(attribute)
        let isTaken = name == attribute || GeneratedNames.recordTypes.union(GeneratedNames.modules).contains(name)
        return isTaken ? name + "Choice" : name
    }

    /// What an index holds that does not hold whole items: `bySlug` → `BySlugEntry`.
    static func entryTypeName(of pattern: String) -> String { upperFirst(pattern) + "Entry" }

    /// Where a range over several parts begins or ends: `byScore` → `ByScoreBound`.
    static func boundTypeName(of pattern: String) -> String { upperFirst(pattern) + "Bound" }

    static func upperFirst(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    static func lowerFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

    private static func isHead(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isXIDStart
    }

    private static func isBody(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isXIDContinue }
}
