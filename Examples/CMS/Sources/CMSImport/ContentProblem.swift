/// What is wrong with a file, where, and what to do.
public struct ContentProblem: Error, Hashable, Sendable {
    /// The file, as its path in the folder.
    public let file: String
    /// The line, from 1; nil where it is the whole file's.
    public let line: Int?
    /// The key in the front matter, or the member in the JSON.
    public let field: String?
    /// What is wrong, and what to do.
    public let message: String

    public init(file: String, line: Int? = nil, field: String? = nil, _ message: String) {
        self.file = file
        self.line = line
        self.field = field
        self.message = message
    }
}

extension ContentProblem: CustomStringConvertible {
    /// As a compiler writes it: `articles/a.md:5: status: …`.
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return ([place] + [field, message].compactMap { $0 }).joined(separator: ": ")
    }
}
