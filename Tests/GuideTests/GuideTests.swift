import Testing

/// The guides' code stands word for word in files that are compiled, and what does something is run.
@Suite("The guides")
struct GuideTests {
    static let pages = ["docs/ElectroDB.md", "docs/Migrating.md"]

    /// The `swift` code blocks of a page.
    private static func swiftBlocks(of page: String) throws -> [String] {
        let parts = try GuidePages.text(of: page).split(separator: "```swift\n", omittingEmptySubsequences: false)
        return parts.dropFirst().map { part in
            GuidePages.withoutIndentation(String(part.split(separator: "\n```", maxSplits: 1)[0]))
        }
    }

    /// The parts between `// guide: name` and `// end`.
    private static func marked(in path: String) throws -> [String] {
        var blocks: [String] = []
        var block: [Substring]?
        let text = GuidePages.withoutIndentation(try GuidePages.text(of: path))
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("// guide: ") {
                block = []
            } else if line == "// end", let lines = block {
                blocks.append(lines.joined(separator: "\n"))
                block = nil
            } else {
                block?.append(line)
            }
        }
        return blocks
    }

    private static func run() throws -> [String] {
        try GuidePages.swiftFiles(in: "Tests/GuideTests").flatMap { try marked(in: $0) }
    }

    @Test("show only code that is compiled", arguments: pages)
    func blocksAreCompiled(page: String) throws {
        let definitions = try (GuidePages.swiftFiles(in: "Tests/GuideSchema") + ["Tests/GuideModel/Hooks.swift"])
            .map { GuidePages.withoutIndentation(try GuidePages.text(of: $0)) }
        let run = try Self.run()
        let blocks = try Self.swiftBlocks(of: page)
        #expect(blocks.count >= 5)
        for block in blocks {
            let isCompiled = run.contains(block) || definitions.contains { $0.contains(block) }
            #expect(isCompiled, "this block of \(page) stands in no compiled file:\n\(block)")
        }
    }

    @Test("leave out nothing that is run for them")
    func partsAreShown() throws {
        let blocks = try Self.pages.flatMap(Self.swiftBlocks)
        let run = try Self.run()
        #expect(run.count >= 25)
        for part in run { #expect(blocks.contains(part), "no guide has this part:\n\(part)") }
    }
}
