import Foundation
import Testing

/// Every row of docs/Features.md names tests that are there.
@Suite("The table of features")
struct FeatureTableTests {
    /// A row, and what is to prove it.
    struct Row: Sendable, CustomTestStringConvertible {
        var feature: String
        var proofs: [String]
        var testDescription: String { feature }
    }

    static let rows: [Row] = {
        let page = (try? GuidePages.text(of: "docs/Features.md")) ?? ""
        return page.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: " | ", omittingEmptySubsequences: false)
            guard cells.count == 3, line.hasPrefix("| "), !line.hasPrefix("| ElectroDB | here |") else { return nil }
            let proofs = cells[2].split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
            return Row(feature: String(cells[0].dropFirst(2)), proofs: proofs)
        }
    }()

    private static let vectors = Result { try GuidePages.text(of: "Tests/ElectroDBVectors/vectors.json") }
    private static let misuses = Result { try GuidePages.text(of: "Tests/MisuseTests/MisuseTests.swift") }
    private static let diagnostics = Result {
        try GuidePages.swiftFiles(in: "Tests/EntityMacrosLiteTests/Checks").map { try GuidePages.text(of: $0) }.joined()
    }

    /// Whether there is such a test.
    private static func holds(_ proof: String) throws -> Bool {
        if let id = proof.removingPrefix("vector: ") { return try vectors.get().contains("\"id\": \"\(id)\"") }
        if let name = proof.removingPrefix("misuse: ") { return try misuses.get().contains("\"\(name)\",") }
        if let code = proof.removingPrefix("diagnostic: ") {
            return try diagnostics.get().contains(" \(code): ")
        }
        let parts = proof.split(separator: ".").map(String.init)
        guard parts.count == 2, let slash = parts[0].firstIndex(of: "/") else { return false }
        let (target, file) = (parts[0][..<slash], parts[0][slash...])
        let paths = GuidePages.swiftFiles(in: "Tests/\(target)").filter { $0.hasSuffix("\(file).swift") }
        // The test's own function: its attribute stands before it, in the same line or above.
        return try paths.contains { path in
            let text = try GuidePages.text(of: path)
            guard let function = text.firstRange(of: "func \(parts[1])(") else { return false }
            let before = text[..<function.lowerBound]
            guard let attribute = before.ranges(of: "@Test").last else { return false }
            return !before[attribute.upperBound...].contains("func ")
        }
    }

    @Test("has all of its sections")
    func isWhole() {
        #expect(Self.rows.count > 120)
    }

    @Test("has a test for each row, and the test is there", arguments: rows)
    func rowIsProved(_ row: Row) throws {
        #expect(!row.proofs.isEmpty)
        for proof in row.proofs { #expect(try Self.holds(proof), "there is no \(proof)") }
    }
}

extension String {
    fileprivate func removingPrefix(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
