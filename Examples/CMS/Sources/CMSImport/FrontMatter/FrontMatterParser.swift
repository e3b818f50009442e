/// Reads front matter: a small part of YAML, without nesting, comments or types.
///
/// A key ends at the first colon. A value stands as it is, or in double quotes, in which `\"` and `\\` are a quote and
/// a backslash; a list stands in brackets.
struct FrontMatterParser {
    private let file: String
    private var fields: [String: FrontMatter.Field] = [:]
    private var problems: [ContentProblem] = []

    private init(file: String) { self.file = file }

    /// The front matter of a file, or all that is wrong with it.
    static func parse(_ text: String, file: String) -> Result<FrontMatter, ContentProblems> {
        // A line ends with LF or CR LF, which is one Character; other line breaks are the author's.
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        func isFence(_ line: Substring) -> Bool { line == "---" }
        var first = lines.first ?? ""
        if first.unicodeScalars.first == "\u{FEFF}" { first = Substring(first.unicodeScalars.dropFirst()) }
        guard isFence(first) else {
            return .failure([
                ContentProblem(file: file, line: 1, "there is no front matter: begin the file with a line ---")
            ])
        }
        guard let end = lines.dropFirst().firstIndex(where: isFence) else {
            return .failure([
                ContentProblem(
                    file: file, line: 1, "the front matter has no end: put a line --- between it and the text")
            ])
        }
        var parser = FrontMatterParser(file: file)
        for index in 1..<end { parser.parse(lines[index], number: index + 1) }
        guard parser.problems.isEmpty else { return .failure(ContentProblems(parser.problems)) }
        let body = lines[(end + 1)...].joined(separator: "\n").drop { $0 == "\n" }
        return .success(FrontMatter(fields: parser.fields, lastLine: end + 1, body: String(body)))
    }

    private mutating func parse(_ line: Substring, number: Int) {
        if line.allSatisfy(\.isWhitespace) { return }
        guard let colon = line.firstIndex(of: ":") else {
            problems.append(
                ContentProblem(file: file, line: number, "there is no colon: write the line as key: value"))
            return
        }
        let key = String(trimmed(line[..<colon]))
        guard fields[key] == nil else {
            problems.append(
                ContentProblem(file: file, line: number, field: key, "is given twice: take one away"))
            return
        }
        do throws(ValueError) {
            var scanner = ValueScanner(trimmed(line[line.index(after: colon)...]))
            fields[key] = FrontMatter.Field(value: try scanner.value(), line: number)
        } catch {
            problems.append(ContentProblem(file: file, line: number, field: key, error.message))
        }
    }
}

/// All that is wrong with a file; never empty.
struct ContentProblems: Error, ExpressibleByArrayLiteral {
    let all: [ContentProblem]

    init(_ all: [ContentProblem]) { self.all = all }
    init(arrayLiteral elements: ContentProblem...) { all = elements }
}

/// The text without white space at its ends.
func trimmed(_ text: Substring) -> Substring {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else {
        return start[start.startIndex..<start.startIndex]
    }
    return start[...last]
}
