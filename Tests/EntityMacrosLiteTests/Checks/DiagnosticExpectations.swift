import Codegen
import EntityMacrosLite
import Foundation
import Testing

/// A source file of definitions that are wrong, and of what the generator says of them.
///
/// A comment below a line expects one diagnostic on it, and anything that is not expected fails the test:
/// ```swift
/// Primary("order", partition: "ORDER#\(note)")
/// // ^ error key-part-optional: 'note' is optional … make it required
/// ```
/// The texts between the ellipses have to be in the message, in this order.
struct DiagnosticFixture: CustomTestStringConvertible, Sendable {
    let file: String
    let services: @Sendable () -> [any ServiceDefinition]

    init(file: String = #filePath, _ services: @escaping @Sendable () -> [any ServiceDefinition]) {
        self.file = file
        self.services = services
    }

    var testDescription: String { URL(fileURLWithPath: file).lastPathComponent }

    struct Expectation {
        var line: Int
        var severity: String
        var code: String
        var words: [String]

        func matches(_ diagnostic: Diagnostic) -> Bool {
            guard diagnostic.severity.rawValue == severity, diagnostic.code == code, diagnostic.location.line == line
            else { return false }
            var rest = diagnostic.message[...]
            return words.allSatisfy { word in
                guard let range = rest.range(of: word) else { return false }
                rest = rest[range.upperBound...]
                return true
            }
        }
    }

    /// What the comments of the file say.
    func expectations() throws -> [Expectation] {
        var expectations: [Expectation] = []
        var codeLine = 0
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let text = line.drop { $0 == " " }
            guard text.hasPrefix("// ^ ") else {
                codeLine = index + 1
                continue
            }
            let parts = text.dropFirst(5).split(separator: ":", maxSplits: 1)
            let head = parts[0].split(separator: " ")
            let words = parts[1].split(separator: "…").map { $0.trimmingCharacters(in: .whitespaces) }
            expectations.append(
                Expectation(line: codeLine, severity: String(head[0]), code: String(head[1]), words: words))
        }
        return expectations
    }

    /// What the generator says of the services, and what it should have said and did not.
    func compare() throws -> (unexpected: [String], missing: [String]) {
        var missing = try expectations()
        var unexpected: [String] = []
        let fileID = URL(fileURLWithPath: file).lastPathComponent
        for service in services() {
            for diagnostic in SchemaReader.read(service).diagnostics {
                let isHere = diagnostic.location.fileID.hasSuffix("/" + fileID)
                if isHere, let index = missing.firstIndex(where: { $0.matches(diagnostic) }) {
                    missing.remove(at: index)
                } else {
                    unexpected.append("\(diagnostic)")
                }
            }
        }
        return (unexpected, missing.map { "line \($0.line): \($0.severity) \($0.code): \($0.words)" })
    }
}

/// A service put together in a test.
struct TestService: ServiceDefinition {
    let name: String
    let table: Table
    let entities: EntityList
    let entityAttribute: String

    init(
        _ name: String = "service", _ table: Table = .standard, entityAttribute: String = "_entity",
        @EntityListBuilder _ entities: () -> EntityList
    ) {
        self.name = name
        self.table = table
        self.entities = entities()
        self.entityAttribute = entityAttribute
    }
}

extension Table {
    /// Text keys, and an index with them.
    static var standard: Table {
        Table("table", partitionKey: "pk", sortKey: "sk") {
            GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        }
    }

    /// Text keys, and no index.
    static var bare: Table { Table("table", partitionKey: "pk", sortKey: "sk") }
}
