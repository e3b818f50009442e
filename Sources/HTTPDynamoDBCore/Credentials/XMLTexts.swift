/// The texts of the elements of an XML document, by their paths: `ErrorResponse/Error/Code`.
///
/// This is what answers of STS need, and no more: attributes, comments and processing instructions are passed over, of
/// elements with the same path the first counts, and document types and CDATA sections are refused. Nothing outside the
/// document is ever looked at.
struct XMLTexts {
    /// The document is not well-formed, or has something that is not read here.
    struct Malformed: Error {}

    private static let deepest = 32

    private var rest: Substring.UTF8View
    private var path: [String] = []
    private var texts: [String: String] = [:]

    static func read(_ body: [UInt8]) throws(Malformed) -> [String: String] {
        guard let text = String(validating: body, as: UTF8.self) else { throw Malformed() }
        var reader = XMLTexts(rest: text[...].utf8)
        try reader.readDocument()
        return reader.texts
    }

    private init(rest: Substring.UTF8View) { self.rest = rest }

    private mutating func readDocument() throws(Malformed) {
        var hasRoot = false
        while true {
            let text = try decoded(take(until: "<") ?? takeAll())
            if path.isEmpty {
                guard text.allSatisfy(\.isWhitespace) else { throw Malformed() }
            } else {
                texts[path.joined(separator: "/"), default: ""] += text
            }
            if rest.isEmpty { break }
            if skip("<?") {
                try skip(past: "?>")
            } else if skip("<!--") {
                try skip(past: "-->")
            } else if skip("</") {
                try close()
            } else {
                guard !hasRoot || !path.isEmpty else { throw Malformed() }
                hasRoot = true
                try open()
            }
        }
        guard path.isEmpty, hasRoot else { throw Malformed() }
    }

    private mutating func open() throws(Malformed) {
        _ = skip("<")
        let name = try name()
        guard path.count < Self.deepest else { throw Malformed() }
        path.append(name)
        // A second element of this path must not add to the text of the first.
        if texts[path.joined(separator: "/")] != nil { path[path.count - 1] = name + "+" }
        while true {
            skipWhitespace()
            if skip("/>") {
                path.removeLast()
                return
            }
            if skip(">") { return }
            _ = try self.name()
            skipWhitespace()
            guard skip("=") else { throw Malformed() }
            skipWhitespace()
            let mark: StaticString = rest.first == UInt8(ascii: "'") ? "'" : "\""
            guard skip(mark) else { throw Malformed() }
            try skip(past: mark)
        }
    }

    private mutating func close() throws(Malformed) {
        let name = try name()
        guard let last = path.popLast(), last == name || last == name + "+" else { throw Malformed() }
        skipWhitespace()
        guard skip(">") else { throw Malformed() }
    }

    private mutating func name() throws(Malformed) -> String {
        let name = rest.prefix { !" \t\r\n=/<>\"'!?&+".utf8.contains($0) }
        guard !name.isEmpty else { throw Malformed() }
        rest = rest.dropFirst(name.count)
        return String(Substring(name))
    }

    private mutating func skipWhitespace() {
        rest = rest.drop { " \t\r\n".utf8.contains($0) }
    }

    private mutating func skip(_ text: StaticString) -> Bool {
        let text = text.description.utf8
        guard rest.starts(with: text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    private mutating func skip(past text: StaticString) throws(Malformed) {
        while !skip(text) {
            guard rest.popFirst() != nil else { throw Malformed() }
        }
    }

    /// What is before a character, which stays.
    private mutating func take(until character: Unicode.Scalar) -> Substring? {
        guard let end = rest.firstIndex(of: UInt8(ascii: character)) else { return nil }
        defer { rest = rest[end...] }
        return Substring(rest[..<end])
    }

    private mutating func takeAll() -> Substring {
        defer { rest = rest[rest.endIndex...] }
        return Substring(rest)
    }

    /// Text with its references resolved: `&amp;`, `&#38;`.
    private func decoded(_ text: Substring) throws(Malformed) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
        var parts = text.split(separator: "&", omittingEmptySubsequences: false)
        var result = String(parts.removeFirst())
        for part in parts {
            guard let end = part.firstIndex(of: ";"), let character = Self.character(part[..<end]) else {
                throw Malformed()
            }
            result.unicodeScalars.append(character)
            result += part[part.index(after: end)...]
        }
        return result
    }

    private static func character(_ reference: Substring) -> Unicode.Scalar? {
        switch reference {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard reference.hasPrefix("#") else { return nil }
            let isHexadecimal = reference.hasPrefix("#x")
            return UInt32(reference.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
                .flatMap { Unicode.Scalar($0) }
        }
    }
}
