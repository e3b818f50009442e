import Codegen
import ElectroDBCases

/// The calls of all cases: a file for each service, and one that lists them.
struct CallFile {
    let file: VectorFile
    /// By the models' names.
    let callees: [String: Callee]

    private static let header = """
        // Generated from vectors.json. Do not edit: generate again.
        // swift-format-ignore-file


        """

    var files: [(name: String, contents: String)] {
        let services = Dictionary(grouping: file.cases) { vector in
            vector.models.first.flatMap { callees[$0]?.schema.typeName } ?? "Unknown"
        }
        let names = services.keys.sorted()
        let list = names.map { "\($0)Calls.all" }.joined(separator: " + ")
        let all = "\(Self.header)/// The calls of all cases.\nlet vectorCalls: [VectorCall] = \(list)\n"
        return names.map { ("\($0)Calls.swift", contents(of: $0, services[$0] ?? [])) } + [("VectorCalls.swift", all)]
    }

    private func contents(of service: String, _ cases: [VectorCase]) -> String {
        var entries: [String] = []
        var functions: [String] = []
        for (number, vector) in cases.enumerated() {
            let id = SwiftStringLiteral.quoted(vector.id)
            let writer = CallWriter(vector: vector, callees: vector.models.compactMap { callees[$0] })
            do throws(Inexpressible) {
                let lines = try writer.lines()
                entries.append("VectorCall(\(id), on: \(service).table, call\(number)),")
                functions.append("    /// \(vector.id)\n    static func call\(number)(on db: Database) async throws {")
                functions += lines.map { "        \($0)" } + ["    }", ""]
            } catch {
                let reason = SwiftStringLiteral.quoted(error.reason)
                entries.append(
                    "VectorCall(\(id), on: \(service).table, doesNotCompile: \(error.code.rawValue), \(reason)),")
            }
        }
        return """
            \(Self.header)import ElectroDBModel
            import Entities

            /// The calls to \(service).
            enum \(service)Calls {
                static let all: [VectorCall] = [
            \(entries.map { "        \($0)" }.joined(separator: "\n"))
                ]

            \(functions.dropLast().joined(separator: "\n"))
            }

            """
    }
}
