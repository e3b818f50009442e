import EntityMacrosLite
import Foundation
import Testing

@testable import Codegen
@testable import FixtureSchema

/// A fixture service as the page's makers see it. In a file of its own, since the definitions have the names of what is generated from
/// them.
struct DocumentedService: Sendable, CustomTestStringConvertible {
    var schema: ServiceSchema
    /// A sample for each access pattern of each entity.
    var items: [(pattern: AccessPatternModel, item: SampleItem)]
    var page: String

    var testDescription: String { schema.name }

    init(_ service: some ServiceDefinition) {
        guard let schema = SchemaReader.read(service).schema else { preconditionFailure("a fixture has no errors") }
        let samples = SchemaDocument.samples(for: service, schema)
        self.schema = schema
        items = schema.entities.flatMap { entity in
            entity.accessPatterns.map { pattern in
                (pattern, SampleItem(samples.record(of: entity, in: pattern), in: schema, samples))
            }
        }
        page = SchemaDocument.text(for: service, schema)
    }

    static let press = DocumentedService(Press())
    static let meters = DocumentedService(Meters())
    static let ledger = DocumentedService(Ledger())
    static let gallery = DocumentedService(Gallery())
    static let depot = DocumentedService(Depot())
    static let choreApp = DocumentedService(ChoreApp())
    static let spread = DocumentedService(Spread())
    static let archive = DocumentedService(Archive())
    static let states = DocumentedService(States())
    static let theater = DocumentedService(Theater())
    static let campus = DocumentedService(Campus())
    static let all = [
        press, meters, ledger, gallery, depot, choreApp, spread, archive, states, theater, campus,
    ]

    /// An entity's section.
    func lines(of entity: String) -> [Substring] {
        let lines = page.split(separator: "\n")
        guard let start = lines.firstIndex(of: "### \(entity)") else { return [] }
        return lines[start...].dropFirst().prefix { !$0.hasPrefix("### ") }
    }

    /// What the page says that a request takes.
    func units(of request: String, _ entity: String) -> String? {
        let row = lines(of: entity).last { $0.hasPrefix("| \(request) |") }
        return row.map {
            $0.split(separator: "|", omittingEmptySubsequences: false)[2].trimmingCharacters(in: .whitespaces)
        }
    }
}
