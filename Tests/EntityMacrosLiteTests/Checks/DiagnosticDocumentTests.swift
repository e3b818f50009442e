import Foundation
import Testing

@Suite("docs/Diagnostics.md")
struct DiagnosticDocumentTests {
    /// What a user can meet is written down, and what is written down can be met.
    @Test func listsTheCodesOfTheFixtures() throws {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let document = try String(contentsOf: folder.appending(path: "docs/Diagnostics.md"), encoding: .utf8)
        var listed: Set<String> = []
        for line in document.split(separator: "\n") where line.hasPrefix("| `") {
            let cell = line.dropFirst().prefix { $0 != "|" }
            for (index, code) in cell.split(separator: "`").enumerated() where index % 2 == 1 {
                listed.insert(String(code))
            }
        }
        let tested = Set(try DiagnosticTests.fixtures.flatMap { try $0.expectations().map(\.code) })
        #expect(listed.subtracting(tested) == [])
        #expect(tested.subtracting(listed) == [])
    }
}
