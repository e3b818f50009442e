/// Generated functions and types for people to read: without the modules that generated code qualifies names by.
enum SwiftNotation {
    /// `Article.published(tenantID: String, publishedAt: SortKeyRange<Date>)`
    static func call(_ function: FunctionSyntax, on owner: String) -> String {
        guard case .function(let name) = function.kind else { return owner }
        let parameters = function.parameters.map { "\($0.label ?? $0.name): \(type($0.type))" }
        return "\(owner).\(name)(\(parameters.joined(separator: ", ")))"
    }

    /// `Swift.Set<CMSTypes.TagName>` → `Set<TagName>`
    static func type(_ name: String) -> String {
        var words: [Substring] = []
        var rest = name[...]
        while let end = rest.firstIndex(where: { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }) {
            words += [rest[..<end], rest[end...end]]
            rest = rest[rest.index(after: end)...]
        }
        words.append(rest)
        return words.map { word in
            word.contains(".") ? String(word.split(separator: ".").last ?? word) : String(word)
        }.joined()
    }
}
