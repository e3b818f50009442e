import Foundation
import Testing

/// Type-checks pieces of code against the modules that this test was built with, as a user's compiler would.
enum SwiftTypeChecker {
    struct Diagnostic: Hashable {
        let severity: String
        let message: String
    }

    enum Failure: Error {
        case modulesNotFound(near: String)
        case compilerNotFound
    }

    /// What the compiler says of each piece of code, by its name. All pieces are checked in one run; each is a file of its own.
    static func check(_ snippets: [Snippet]) throws -> [String: [Diagnostic]] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "misuse-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }

        var files: [String] = []
        for snippet in snippets {
            let file = folder.appending(path: "\(snippet.name).swift")
            try snippet.source.write(to: file, atomically: true, encoding: .utf8)
            files.append(file.path)
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [
                "swiftc", "-typecheck", "-whole-module-optimization", "-swift-version", "6", "-diagnostic-style",
                "llvm", "-module-name", "Misuse",
            ]
            + ["ExistentialAny", "MemberImportVisibility", "NonisolatedNonsendingByDefault"].flatMap {
                ["-enable-upcoming-feature", $0]
            }
            + ["-I", try modules().path, "-I", headers.path] + files
        let output = Pipe()
        process.standardError = output
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus != 127 else { throw Failure.compilerNotFound }
        return diagnostics(in: text)
    }

    /// `/tmp/…/name.swift:3:5: error: message` by name.
    private static func diagnostics(in text: String) -> [String: [Diagnostic]] {
        var found: [String: [Diagnostic]] = [:]
        for line in text.split(separator: "\n") {
            guard let end = line.range(of: ".swift:"), let slash = line[..<end.lowerBound].lastIndex(of: "/") else {
                continue
            }
            let name = String(line[line.index(after: slash)..<end.lowerBound])
            for severity in ["error", "warning"] {
                guard let mark = line.range(of: ": \(severity): ") else { continue }
                found[name, default: []].append(
                    Diagnostic(severity: severity, message: String(line[mark.upperBound...])))
                break
            }
        }
        return found
    }

    /// The headers of the module in C that `Entities` imports.
    private static var headers: URL {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
        return root.appending(path: "Sources/CHashing/include")
    }

    /// The folder of the modules that were built together with this test: `.build/…/debug/Modules`.
    private static func modules() throws -> URL {
        var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let start = folder.path
        while folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            let modules = folder.appending(path: "Modules")
            if FileManager.default.fileExists(atPath: modules.appending(path: "Entities.swiftmodule").path) {
                return modules
            }
        }
        throw Failure.modulesNotFound(near: start)
    }
}

/// A piece of code that somebody gets wrong, and what the compiler has to say.
struct Snippet: Sendable, CustomTestStringConvertible {
    let name: String
    let imports: [String]
    let code: String
    /// `nil` for code that is right.
    let expected: String?
    let severity: String

    /// Code in an asynchronous function that has `db`, `id`, `now`.
    static func use(_ name: String, _ code: String, says expected: String?, severity: String = "error") -> Snippet {
        Snippet(
            name: name, imports: ["Entities", "Foundation", "ReadmeModel"],
            code: "func \(name)(db: Database, id: ULID, now: Date) async throws {\n\(code)\n}", expected: expected,
            severity: severity)
    }

    /// Code in an asynchronous function that has `db`, `sku` and some records, on the code that is generated for tests.
    static func fixture(_ name: String, _ code: String, says expected: String?) -> Snippet {
        Snippet(
            name: name, imports: ["Entities", "FixtureTypes", "GeneratedModel"],
            code:
                "func \(name)(db: Database, sku: SKU, parcel: Parcel, order: Order, stock: Stock) async throws {\n\(code)\n}",
            expected: expected,
            severity: "error")
    }

    /// Code that uses the models of the generator's own tests.
    static func model(_ name: String, _ code: String, says expected: String?) -> Snippet {
        Snippet(
            name: name, imports: ["Entities", "GeneratedModel"],
            code: "func \(name)(\n"
                + "session: Session, painting: Painting, key: Visitor.Key, contract: Contract, old: Revision<Contract>\n) {\n"
                + "\(code)\n}",
            expected: expected,
            severity: "error")
    }

    /// Code in which an entity is defined.
    static func definition(_ name: String, _ code: String, says expected: String?) -> Snippet {
        Snippet(name: name, imports: ["EntityMacrosLite"], code: code, expected: expected, severity: "error")
    }

    var source: String { imports.map { "import \($0)\n" }.joined() + code + "\n" }
    var testDescription: String { name }
}
