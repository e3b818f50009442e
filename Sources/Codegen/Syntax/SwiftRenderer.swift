/// Turns a syntax tree into text: four spaces of indentation, and lines broken that are too long.
///
/// It decides nothing but where lines break.
struct SwiftRenderer {
    /// Longer than in hand-written code, since every name is qualified.
    static let lineLength = 140

    private let lineLength: Int
    private(set) var lines: [String] = []
    private var depth = 0

    init(lineLength: Int = Self.lineLength) { self.lineLength = lineLength }

    /// The text of a file.
    static func text(of file: SourceFile, lineLength: Int = Self.lineLength) -> String {
        var renderer = SwiftRenderer(lineLength: lineLength)
        renderer.write(file)
        return renderer.lines.joined(separator: "\n") + "\n"
    }

    private mutating func write(_ file: SourceFile) {
        for line in file.header { emit("// \(line)") }
        if !file.imports.isEmpty { emit("") }
        for item in file.imports { emit((item.modifiers + ["import", item.subject]).joined(separator: " ")) }
        for declaration in file.declarations {
            emit("")
            write(declaration)
        }
    }

    // MARK: Lines

    mutating func emit(_ text: String) {
        lines.append(text.isEmpty ? "" : indentation + text)
    }

    /// Writes what is inside of braces, brackets or parentheses.
    mutating func indented(_ write: (inout SwiftRenderer) -> Void) {
        depth += 1
        write(&self)
        depth -= 1
    }

    /// The lines that are written by `write`, by themselves and as deep as here.
    func collected(_ write: (inout SwiftRenderer) -> Void) -> [String] {
        var renderer = SwiftRenderer(lineLength: lineLength)
        renderer.depth = depth
        write(&renderer)
        return renderer.lines
    }

    /// Writes lines that are indented already.
    mutating func append(_ collected: [String]) { lines += collected }

    private var indentation: String { String(repeating: "    ", count: depth) }

    /// Whether there is room for a line, here or some levels deeper.
    func fits(_ text: String, deeper levels: Int = 0) -> Bool { (depth + levels) * 4 + text.count <= lineLength }

    mutating func emitDocumentation(_ documentation: [String]) {
        for line in documentation { emit(line.isEmpty ? "///" : "/// \(line)") }
    }
}
