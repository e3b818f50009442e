import EntityMacrosLite
import Foundation
import Testing

@testable import Codegen
@testable import FixtureSchema

/// The code that is generated from the fixture definitions is checked in, compiled, and run by `GeneratedCodeTests`.
@Suite("Generated code is what it was")
struct GoldenFilesTests {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("GeneratedModel/Generated").path

    static let outputs = [
        output(of: Press()), output(of: Meters()), output(of: Ledger()), output(of: Gallery()), output(of: Depot()),
        output(of: ChoreApp()),
        output(of: Spread()), output(of: Archive()), output(of: States()),
    ]

    private static func output(of service: some ServiceDefinition) -> GeneratorPipeline.Output {
        GeneratorPipeline().run(service) { path in
            FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test(
        "The checked-in files are what the definitions say (or else: swift run FixtureSchema generate)",
        arguments: outputs)
    func filesAreCurrent(_ output: GeneratorPipeline.Output) throws {
        let schema = try #require(output.schema)
        let changes = try GeneratedFolder(path: Self.folder, service: schema.typeName).changes(to: output.files)
        for change in changes {
            Issue.record("\(UnifiedDiff.text(from: change.before, to: change.after, path: change.name))")
        }
        #expect(output.files.count == 1 + schema.entities.count + schema.maps.count)
    }

    @Test("The same definitions give the same text", arguments: outputs)
    func isDeterministic(_ output: GeneratorPipeline.Output) throws {
        let schema = try #require(output.schema)
        #expect(CodeGenerator().files(for: schema) == CodeGenerator().files(for: schema))
        // What a schema file holds is enough, too.
        let read = try ServiceSchema(jsonData: schema.jsonData())
        #expect(CodeGenerator().files(for: read) == output.files)
    }

    @Test("No line without a string literal is longer than 140 columns")
    func linesAreBroken() {
        for file in Self.outputs.flatMap(\.files) {
            for line in file.contents.split(separator: "\n") where line.count > 140 {
                #expect(line.contains("\"") || line.hasPrefix("//") || line.contains("///"), "\(file.name): \(line)")
            }
        }
    }
}
