/// Reads the text of a shared file into its sections.
///
/// The grammar is that of the AWS SDKs, whose common test cases are in the tests: names have no case; a comment begins
/// with `#` or `;` at the start of a line or after white space; an indented line continues the value above it, or is a
/// property below one without a value. Names of properties with other characters than theirs are ignored, with their
/// value.
///
/// An error says file and line, and never quotes: the line may hold a secret.
struct SharedFileParser {
    /// What an indented line belongs to.
    private enum Owner {
        case nothing
        case property(String)
        case ignored
    }

    private let file: String
    private var line = 0
    private var sections: [SharedSection] = []
    private var owner = Owner.nothing

    static func sections(of text: String, in file: String) throws(ConfigurationError) -> [SharedSection] {
        var parser = SharedFileParser(file: file)
        let text = text.first == "\u{FEFF}" ? text.dropFirst() : text[...]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
            try parser.read(line)
        }
        return parser.sections
    }

    private init(file: String) { self.file = file }

    private var origin: String { "\(file):\(line)" }

    private mutating func read(_ text: Substring) throws(ConfigurationError) {
        line += 1
        let content = text.trimmed
        guard let first = content.first, first != "#", first != ";" else { return }
        if text.first != first {
            try readIndented(content)
        } else if first == "[" {
            try readHeader(content)
        } else {
            try readProperty(content)
        }
    }

    private mutating func readHeader(_ text: Substring) throws(ConfigurationError) {
        guard let end = text.firstIndex(of: "]") else {
            throw ConfigurationError("\(origin): a section's name has to end with ']'")
        }
        let rest = text[text.index(after: end)...].trimmed
        guard rest.isEmpty || rest.hasPrefix("#") || rest.hasPrefix(";") else {
            throw ConfigurationError("\(origin): only a comment may follow a section's name")
        }
        sections.append(SharedSection(header: String(text[..<end].dropFirst().trimmed), origin: origin))
        owner = .nothing
    }

    private mutating func readProperty(_ text: Substring) throws(ConfigurationError) {
        guard !sections.isEmpty else {
            throw ConfigurationError("\(origin): a property has to stand below a [section]")
        }
        let (name, value) = try nameAndValue(text)
        guard name.utf8.allSatisfy(Self.isNameByte) else {
            owner = .ignored
            return
        }
        sections[sections.count - 1].properties[name] = SharedProperty(value: value, origin: origin)
        owner = .property(name)
    }

    private mutating func readIndented(_ text: Substring) throws(ConfigurationError) {
        switch owner {
        case .ignored: return
        case .nothing: throw ConfigurationError("\(origin): an indented line has to stand below a property")
        case .property(let name):
            let last = sections.count - 1
            guard var property = sections[last].properties[name] else { return }
            if property.value.isEmpty {
                let (name, value) = try nameAndValue(text)
                property.nested[name] = SharedProperty(value: value, origin: origin)
            } else {
                property.value += "\n" + text
            }
            sections[last].properties[name] = property
        }
    }

    private func nameAndValue(_ text: Substring) throws(ConfigurationError) -> (String, String) {
        let text = text.withoutComment
        guard let sign = text.firstIndex(of: "=") else {
            throw ConfigurationError("\(origin): a property has to look like 'name = value'")
        }
        let name = text[..<sign].trimmed.lowercased()
        guard !name.isEmpty else { throw ConfigurationError("\(origin): a property has no name") }
        return (name, String(text[text.index(after: sign)...].trimmed))
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-_/.%@:+".utf8.contains(byte)
        }
    }
}

extension Substring {
    /// Without spaces and tabs at both ends.
    var trimmed: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return start }
        return start[...end]
    }

    /// Up to the `#` or `;` that white space stands before.
    fileprivate var withoutComment: Substring {
        var follows = false
        for index in indices {
            if follows, self[index] == "#" || self[index] == ";" { return self[..<index].trimmed }
            follows = self[index] == " " || self[index] == "\t"
        }
        return self
    }
}
