import EntityMacrosLite

/// Finds the doc comments of definitions in their source.
struct DocumentationReader {
    let sources: SourceProvider

    /// The `///` lines above the property whose initial value is at `location`.
    func property(at location: SourceLocation) -> [String] {
        guard let lines = lines(of: location.filePath) else { return [] }
        var index = location.line - 1
        // The value may stand below the line that declares the property.
        while index > 0, index < lines.count, !Self.declares(lines[index]) { index -= 1 }
        return comment(above: index, in: lines)
    }

    /// The `///` lines above the declaration of a type, in the file of something that is inside of it.
    func declaration(of typeName: String, inFileOf location: SourceLocation) -> [String] {
        guard let lines = lines(of: location.filePath) else { return [] }
        guard let index = lines.firstIndex(where: { Self.declares($0, type: typeName) }) else { return [] }
        return comment(above: index, in: lines)
    }

    private func lines(of filePath: String) -> [Substring]? {
        guard !filePath.isEmpty, let source = sources(filePath) else { return nil }
        return source.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.last == "\r" ? $0.dropLast() : $0 }
    }

    private func comment(above index: Int, in lines: [Substring]) -> [String] {
        guard lines.indices.contains(index) else { return [] }
        var comment: [String] = []
        for line in lines[..<index].reversed() {
            let text = line.drop { $0 == " " || $0 == "\t" }
            if text.hasPrefix("///") {
                let words = text.dropFirst(3)
                comment.append(String(words.first == " " ? words.dropFirst() : words))
            } else if !text.hasPrefix("@") {
                break
            }
        }
        return comment.reversed()
    }

    private static func words(_ line: Substring) -> [Substring] {
        line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "`") }
    }

    private static func declares(_ line: Substring) -> Bool {
        words(line).contains { $0 == "let" || $0 == "var" }
    }

    private static func declares(_ line: Substring, type name: String) -> Bool {
        guard !line.drop(while: { $0 == " " || $0 == "\t" }).hasPrefix("//") else { return false }
        let words = words(line)
        return zip(words, words.dropFirst()).contains {
            ["struct", "class", "enum", "actor"].contains($0) && $1 == name
        }
    }
}
