import Foundation
import Testing

/// The README's code is the code of the tour and its definitions, word for word.
@Suite("The README")
struct ReadmeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The `swift` code blocks of a Markdown file.
    private static func swiftBlocks(of markdown: String) -> [String] {
        var blocks: [String] = []
        var block: [Substring]?
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```swift" {
                block = []
            } else if line == "```", let lines = block {
                blocks.append(lines.joined(separator: "\n"))
                block = nil
            } else {
                block?.append(line)
            }
        }
        return blocks
    }

    /// The marked parts of the tour, without their indentation.
    private static func tourBlocks() throws -> [String] {
        var blocks: [String] = []
        var block: [Substring]?
        for line in try text(of: "Tests/ReadmeTests/TourTests.swift").split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            let content = line.drop { $0 == " " }
            if content.hasPrefix("// tour: ") {
                block = []
            } else if content == "// end", let lines = block {
                blocks.append(lines.joined(separator: "\n"))
                block = nil
            } else {
                block?.append(line.hasPrefix("        ") ? line.dropFirst(8) : line)
            }
        }
        return blocks
    }

    @Test("shows only code that is compiled")
    func blocksAreCompiled() throws {
        let schema = try Self.text(of: "Tests/ReadmeSchema/Blog.swift")
        let main = try Self.text(of: "Tests/ReadmeSchema/Main.swift")
        let tour = try Self.tourBlocks()
        let blocks = Self.swiftBlocks(of: try Self.text(of: "README.md"))
        #expect(blocks.count >= 8)
        for block in blocks {
            let isCompiled = schema.contains(block) || main.contains(block) || tour.contains(block)
            #expect(isCompiled, "this block of the README stands in no compiled file:\n\(block)")
        }
    }

    @Test("leaves out no part of the tour")
    func tourIsComplete() throws {
        let blocks = Self.swiftBlocks(of: try Self.text(of: "README.md"))
        for part in try Self.tourBlocks() {
            #expect(blocks.contains(part), "the README lacks this part of the tour:\n\(part)")
        }
    }
}
