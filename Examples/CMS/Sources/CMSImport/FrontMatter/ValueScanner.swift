/// Why a value could not be read.
struct ValueError: Error {
    let message: String
}

/// Reads the value of a line of front matter.
struct ValueScanner {
    private var rest: Substring

    init(_ text: Substring) { rest = text }

    mutating func value() throws(ValueError) -> FrontMatter.Value {
        switch rest.first {
        case "[": return .list(try list())
        case "\"":
            let text = try quoted()
            guard rest.isEmpty else {
                throw ValueError(
                    message: "there is text behind the closing quote: write a quote inside of the text as \\\"")
            }
            return .text(text)
        default: return .text(String(rest))
        }
    }

    private mutating func list() throws(ValueError) -> [String] {
        rest.removeFirst()
        var elements: [String] = []
        skipSpaces()
        if rest.first == "]" { return try end(elements) }
        while true {
            skipSpaces()
            elements.append(try element())
            skipSpaces()
            switch rest.first {
            case ",": rest.removeFirst()
            case "]": return try end(elements)
            default: throw ValueError(message: "the list has no end: close it with ]")
            }
        }
    }

    private mutating func end(_ elements: [String]) throws(ValueError) -> [String] {
        rest.removeFirst()
        guard rest.isEmpty else { throw ValueError(message: "there is text behind the list: take it away") }
        return elements
    }

    private mutating func element() throws(ValueError) -> String {
        if rest.first == "\"" {
            let text = try quoted()
            skipSpaces()
            guard rest.isEmpty || rest.first == "," || rest.first == "]" else {
                throw ValueError(message: "there is text behind the quoted \"\(text)\": put a comma between them")
            }
            return text
        }
        let text = rest.prefix { $0 != "," && $0 != "]" }
        rest = rest[text.endIndex...]
        guard !trimmed(text).isEmpty else { throw ValueError(message: "an element of the list is empty: take it away") }
        return String(trimmed(text))
    }

    private mutating func quoted() throws(ValueError) -> String {
        rest.removeFirst()
        var text = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"": return text
            case "\\":
                guard let escaped = rest.popFirst(), escaped == "\"" || escaped == "\\" else {
                    throw ValueError(
                        message: "a backslash in quotes stands before a quote or another backslash: write \\\\ for one")
                }
                text.append(escaped)
            default: text.append(character)
            }
        }
        throw ValueError(message: "the closing quote is missing")
    }

    private mutating func skipSpaces() { rest = rest.drop(while: \.isWhitespace) }
}
