/// Where in the user's source something was defined.
///
/// Two locations are equal when file, line and column are: ``filePath`` is where this machine keeps the file, and neither
/// compared nor shown unless asked for.
public struct SourceLocation: Hashable, Sendable, Comparable {
    /// The file as `#fileID` spells it: `Module/File.swift`.
    public let fileID: String
    /// The file as `#filePath` spells it: a path on the machine that compiled it.
    public let filePath: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in UTF-8 bytes.
    public let column: Int

    public init(fileID: String, filePath: String, line: Int, column: Int) {
        self.fileID = fileID
        self.filePath = filePath
        self.line = line
        self.column = column
    }

    /// The place of something that no line of a file stands for.
    public static let unknown = SourceLocation(fileID: "<unknown>", filePath: "", line: 0, column: 0)

    /// The module that the file belongs to: the first component of ``fileID``.
    public var module: String { String(fileID.prefix { $0 != "/" }) }

    public static func == (a: Self, b: Self) -> Bool { a.order == b.order }
    public static func < (a: Self, b: Self) -> Bool { a.order < b.order }
    public func hash(into hasher: inout Hasher) {
        hasher.combine(fileID)
        hasher.combine(line)
        hasher.combine(column)
    }

    private var order: (String, Int, Int) { (fileID, line, column) }
}

extension SourceLocation: CustomStringConvertible {
    /// As a compiler writes it: `Module/File.swift:12:9`.
    public var description: String { line == 0 ? fileID : "\(fileID):\(line):\(column)" }
}
