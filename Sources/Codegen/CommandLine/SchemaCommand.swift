public import EntityMacrosLite
import Foundation

/// The command line of a schema program: `swift run CMSSchema generate`.
///
/// ```swift
/// import Codegen
///
/// @main struct CMSSchema {
///     static func main() { SchemaCommand.main(CMS(), output: "Sources/CMSModel/Generated") }
/// }
/// ```
public enum SchemaCommand {
    /// Runs the program's command line, and ends the program: with 0 if all is well, 1 if definitions are wrong, files are stale
    /// or could not be written, and 64 if the arguments are not understood.
    ///
    /// - Parameters:
    ///   - output: The folder of the generated files, from the folder that the program is run in: the package's.
    ///   - document: The file of the page that `document` writes.
    public static func main(
        _ service: some ServiceDefinition, output: String, document: String = defaultDocument
    ) -> Never {
        exit(run(service, arguments: Array(CommandLine.arguments.dropFirst()), output: output, document: document))
    }

    /// Where `document` writes to, unless told otherwise.
    public static let defaultDocument = "docs/AccessPatterns.md"

    /// Runs a command line, and returns what the program should end with.
    ///
    /// - Parameters:
    ///   - arguments: The arguments without the program's name.
    ///   - output: The folder of the generated files; relative to the current folder, unless absolute.
    ///   - document: The file of the page that `document` writes, likewise.
    public static func run(
        _ service: some ServiceDefinition, arguments: [String], output: String, document: String = defaultDocument
    ) -> Int32 {
        run(service, arguments: arguments, output: output, document: document, console: .standard)
    }

    static func run(
        _ service: some ServiceDefinition, arguments: [String], output: String, document: String = defaultDocument,
        console: Console
    ) -> Int32 {
        let invocation: Invocation
        do throws(Invocation.Problem) {
            invocation = try Invocation(arguments, output: output, document: document)
        } catch {
            console.error("error: \(error.message)\n\n\(Usage.text(output: output, document: document))")
            return 64
        }
        if invocation.command == .help {
            console.print(Usage.text(output: output, document: document))
            return 0
        }
        if let models = invocation.models { return importModels(models, invocation, console) }
        let result = GeneratorPipeline(access: invocation.access).run(service, sources: sourceText(at:))
        for diagnostic in result.diagnostics { console.error(diagnostic.description) }
        guard let schema = result.schema else {
            let count = result.diagnostics.count { $0.severity == .error }
            console.error("\(count) \(count == 1 ? "error" : "errors"): nothing was generated.")
            return 1
        }
        do {
            let folder = GeneratedFolder(path: invocation.output, service: schema.typeName)
            switch invocation.command {
            case .generate: return try generate(result.files, in: folder, console)
            case .check: return try check(result.files, in: folder, console)
            case .document:
                let file = DocumentFile(path: invocation.document, service: schema.typeName)
                let page = SchemaDocument.text(for: service, schema)
                if invocation.checksDocument { return try check(page, in: file, console) }
                console.print(try file.write(page))
            case .schema: console.print(String(decoding: try schema.jsonData(), as: UTF8.self))
            case .import, .help: break
            }
            return 0
        } catch {
            console.error("error: \(error)")
            return 1
        }
    }

    private static func generate(_ files: [GeneratedFile], in folder: GeneratedFolder, _ console: Console) throws
        -> Int32
    {
        let changes = try folder.changes(to: files)
        try folder.apply(changes)
        for change in changes { console.print("\(change.kind.rawValue) \(folder.path)/\(change.name)") }
        let untouched = files.count - changes.count { $0.kind != .deleted }
        console.print("\(folder.path): \(files.count) files, \(untouched) of them as they were.")
        return 0
    }

    private static func check(_ files: [GeneratedFile], in folder: GeneratedFolder, _ console: Console) throws -> Int32
    {
        let changes = try folder.changes(to: files)
        guard !changes.isEmpty else {
            console.print("\(folder.path): \(files.count) files, all as the definitions say.")
            return 0
        }
        for change in changes {
            let path = "\(folder.path)/\(change.name)"
            console.print(UnifiedDiff.text(from: change.before, to: change.after, path: path))
        }
        let count = changes.count
        console.error(
            """
            error: \(count) generated \(count == 1 ? "file is" : "files are") not what the definitions say: generate again, and \
            commit the result.
            """)
        return 1
    }

    private static func check(_ page: String, in file: DocumentFile, _ console: Console) throws -> Int32 {
        let difference = try file.difference(to: page)
        guard !difference.isEmpty else {
            console.print("\(file.path) is as the definitions say.")
            return 0
        }
        console.print(difference)
        console.error("error: \(file.path) is not what the definitions say: run document again, and commit the result.")
        return 1
    }

    private static func importModels(_ path: String, _ invocation: Invocation, _ console: Console) -> Int32 {
        guard let json = FileManager.default.contents(atPath: path) else {
            console.error("error: \(path) could not be read")
            return 1
        }
        do throws(ImportError) {
            let output = try ElectroDBImporter(readsBeta: invocation.readsBeta).run(json)
            for note in output.notes { console.error("note: \(note)") }
            // The text ends its last line itself.
            console.print(String(output.text.dropLast()))
            return 0
        } catch {
            console.error("error: \(path): \(error)")
            return 1
        }
    }

    /// The definitions themselves are read for their doc comments, where the program runs beside them.
    private static func sourceText(at path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Where a command writes to.
struct Console {
    var print: (String) -> Void
    var error: (String) -> Void

    static var standard: Console {
        Console(
            print: { FileHandle.standardOutput.write(Data(($0 + "\n").utf8)) },
            error: { FileHandle.standardError.write(Data(($0 + "\n").utf8)) })
    }
}
