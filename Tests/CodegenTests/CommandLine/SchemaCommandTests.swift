import EntityMacrosLite
import Foundation
import Testing

@testable import Codegen
@testable import FixtureSchema

@Suite("The command line of a schema program")
struct SchemaCommandTests {
    /// A folder of this test's own, gone afterwards.
    final class Folder {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path

        deinit { try? FileManager.default.removeItem(atPath: path) }

        subscript(name: String) -> String? {
            get {
                FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
            }
            set {
                try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                try? newValue.map { Data($0.utf8) }?.write(to: URL(fileURLWithPath: "\(path)/\(name)"))
            }
        }

        var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
    }

    /// What a run wrote, and ended with.
    struct Run {
        var status: Int32 = 0
        var output = ""
        var errors = ""
    }

    private let folder = Folder()

    private func run(_ service: some ServiceDefinition = Tiny(), _ arguments: String...) -> Run {
        var (output, errors) = ("", "")
        let console = Console(print: { output += $0 + "\n" }, error: { errors += $0 + "\n" })
        let status = SchemaCommand.run(service, arguments: arguments, output: folder.path, console: console)
        return Run(status: status, output: output, errors: errors)
    }

    @Test("generate writes what is missing or stale, and nothing else")
    func generate() throws {
        let first = run(Tiny(), "generate")
        #expect(first.status == 0)
        #expect(folder.names == ["Note.generated.swift", "Tiny.generated.swift"])
        #expect(first.output.contains("created \(folder.path)/Note.generated.swift\n"))

        let path = "\(folder.path)/Note.generated.swift"
        let old = Date(timeIntervalSince1970: 1_000_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
        #expect(run(Tiny(), "generate").output == "\(folder.path): 2 files, 2 of them as they were.\n")
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.modificationDate] as? Date == old)

        folder["Note.generated.swift"]? += "// More.\n"
        #expect(run(Tiny(), "generate").output.contains("changed \(path)\n"))
        #expect(folder["Note.generated.swift"]?.contains("// More.") == false)
    }

    @Test("Files that were generated and are not any more are deleted, others never")
    func deleteStale() {
        folder["Old.generated.swift"] = "\(GeneratedFile.headerPrefix(service: "Tiny")) from the definition of Old.\n"
        folder["Older.swift"] = "\(GeneratedFile.headerPrefix(service: "Tiny")) under another name.\n"
        folder["Other.generated.swift"] =
            "\(GeneratedFile.headerPrefix(service: "Other")) from the definition of Other.\n"
        folder["Mine.swift"] = "struct Mine {}\n"
        folder["Mine.generated.swift"] = "struct Mine {}\n"
        folder["Notes.txt"] = "\(GeneratedFile.headerPrefix(service: "Tiny"))?\n"
        let result = run(Tiny(), "generate")
        #expect(result.output.contains("deleted \(folder.path)/Old.generated.swift\n"))
        #expect(
            folder.names == [
                "Mine.generated.swift", "Mine.swift", "Note.generated.swift", "Notes.txt", "Other.generated.swift",
                "Tiny.generated.swift",
            ])
    }

    @Test("A file of the user's own in the way is not overwritten")
    func doNotOverwrite() {
        folder["Note.generated.swift"] = "struct Mine {}\n"
        let result = run(Tiny(), "generate")
        #expect(result.status == 1)
        #expect(result.errors.contains("Note.generated.swift is there, and was not generated"))
        #expect(folder.names == ["Note.generated.swift"])
    }

    @Test("Two services do not take a file from each other")
    func doNotFightOverAFile() {
        let other = "\(GeneratedFile.headerPrefix(service: "Other")) from the definition of Note.\n"
        folder["Note.generated.swift"] = other
        let result = run(Tiny(), "generate")
        #expect(result.status == 1)
        #expect(result.errors.contains("Note.generated.swift was generated for another service"))
        #expect(folder["Note.generated.swift"] == other)
    }

    @Test("check passes for what was generated, and shows what is different otherwise")
    func check() {
        #expect(run(Tiny(), "check").status == 1)
        #expect(folder.names == [])
        _ = run(Tiny(), "generate")
        #expect(run(Tiny(), "check").status == 0)

        folder["Note.generated.swift"] = folder["Note.generated.swift"]?.replacingOccurrences(
            of: "    public var text: Swift.String\n", with: "    public var text: Swift.Int\n")
        let stale = run(Tiny(), "check")
        #expect(stale.status == 1)
        #expect(stale.output.contains("-    public var text: Swift.Int\n+    public var text: Swift.String\n"))
        #expect(stale.errors.contains("generate again"))
    }

    @Test("Nothing is written while a definition is wrong")
    func wrongDefinitions() {
        let result = run(Broken(), "generate")
        #expect(result.status == 1)
        #expect(result.errors.contains("SchemaCommandTests.swift:"))
        #expect(result.errors.contains(": error: "))
        #expect(result.errors.hasSuffix("nothing was generated.\n"))
        #expect(folder.names == [])
    }

    @Test("schema prints JSON that can be read back")
    func schema() throws {
        let result = run(Tiny(), "schema")
        let schema = try ServiceSchema(jsonData: Data(result.output.utf8))
        #expect(schema.name == "tiny")
        #expect(folder.names == [])
    }

    @Test("document writes the page, and nothing where it is current")
    func document() {
        let path = "\(folder.path)/docs/Access.md"
        #expect(run(Tiny(), "document", "--output", path).output == "created \(path)\n")
        #expect(folder["docs/Access.md"]?.hasPrefix("<!-- Generated by swift-dynamodb-entities for Tiny,") == true)
        #expect(run(Tiny(), "document", "--output", path).output == "\(path) is as the definitions say.\n")
        folder["docs/Access.md"]? += "More.\n"
        #expect(run(Tiny(), "document", "--output", path).output == "changed \(path)\n")
        #expect(folder["docs/Access.md"]?.contains("More.") == false)
        #expect(folder.names == ["docs"])
    }

    @Test("document --check passes for the current page, shows what is different otherwise, and writes nothing")
    func checkDocument() {
        let path = "\(folder.path)/Access.md"
        #expect(run(Tiny(), "document", "--check", "--output", path).status == 1)
        #expect(folder.names == [])
        _ = run(Tiny(), "document", "--output", path)
        #expect(run(Tiny(), "document", "--check", "--output", path).status == 0)
        folder["Access.md"]? += "More.\n"
        let stale = run(Tiny(), "document", "--check", "--output", path)
        #expect(stale.status == 1)
        #expect(stale.output.contains("\n-More.\n"))
        #expect(stale.errors.contains("run document again"))
        #expect(folder["Access.md"]?.hasSuffix("More.\n") == true)
    }

    @Test("document does not overwrite a page of the user's own, or of another service")
    func doNotOverwritePage() {
        folder["Access.md"] = "# Mine\n"
        #expect(run(Tiny(), "document", "--output", "\(folder.path)/Access.md").status == 1)
        #expect(folder["Access.md"] == "# Mine\n")
        let other = "<!-- Generated by swift-dynamodb-entities for Other, from its definitions. -->\n"
        folder["Access.md"] = other
        #expect(run(Tiny(), "document", "--output", "\(folder.path)/Access.md").status == 1)
        #expect(folder["Access.md"] == other)
    }

    @Test("--output and --access")
    func options() {
        let other = "\(folder.path)/deeper/still"
        #expect(run(Tiny(), "generate", "--output", other, "--access=package").status == 0)
        #expect(folder["deeper/still/Note.generated.swift"]?.contains("package struct Note: ") == true)
        #expect(folder["Note.generated.swift"] == nil)
        #expect(run(Tiny(), "--access", "internal", "generate").status == 0)
        #expect(folder["Note.generated.swift"]?.contains("\nstruct Note: ") == true)
    }

    @Test(
        "What is not understood ends with 64, and says how it is meant",
        arguments: [
            [], ["generat"], ["generate", "--outptu", "x"], ["generate", "--output"], ["check", "--access", "private"],
            ["generate", "check"], ["--access="], ["check", "--check"],
        ])
    func wrongArguments(_ arguments: [String]) {
        var errors = ""
        let console = Console(print: { _ in Issue.record("nothing to print") }, error: { errors += $0 })
        #expect(SchemaCommand.run(Tiny(), arguments: arguments, output: folder.path, console: console) == 64)
        #expect(errors.hasPrefix("error: "))
        #expect(errors.contains("usage: <command> [options]"))
        #expect(folder.names == [])
    }

    @Test("help, however it is asked for", arguments: [["help"], ["--help"], ["-h"], ["generate", "--help"]])
    func help(_ arguments: [String]) {
        var output = ""
        let console = Console(print: { output += $0 }, error: { Issue.record("unexpected: \($0)") })
        #expect(SchemaCommand.run(Tiny(), arguments: arguments, output: "Sources/Generated", console: console) == 0)
        #expect(output.contains("(Sources/Generated)"))
    }
}

private struct Tiny: ServiceDefinition {
    let name = "tiny"
    let table = Table("tiny", partitionKey: "pk")
    var entities: EntityList { Note() }
}

private struct Note: EntityDefinition {
    let id = Attribute<ULID>(.generated)
    let text = Attribute<String>()

    var accessPatterns: AccessPatterns { Primary("note", partition: "NOTE#\(id)") }
}

private struct Broken: ServiceDefinition {
    let name = "broken"
    let table = Table("broken", partitionKey: "pk", sortKey: "sk")
    var entities: EntityList { Note() }
}
