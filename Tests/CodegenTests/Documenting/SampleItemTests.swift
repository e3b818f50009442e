import GeneratedModel
import Testing

@testable import Codegen
@testable import Entities

@Suite("Sample items are those that generated code writes")
struct SampleItemTests {
    /// A service's samples, with the generated type that reads its items.
    struct Case: CustomTestStringConvertible {
        var service: DocumentedService
        var record: any ServiceRecord.Type

        var testDescription: String { service.schema.name }
    }

    static let cases = [
        Case(service: .press, record: Press.Record.self), Case(service: .meters, record: Meters.Record.self),
        Case(service: .ledger, record: Ledger.Record.self), Case(service: .gallery, record: Gallery.Record.self),
        Case(service: .depot, record: Depot.Record.self), Case(service: .choreApp, record: ChoreApp.Record.self),
        Case(service: .spread, record: Spread.Record.self), Case(service: .archive, record: Archive.Record.self),
        Case(service: .states, record: States.Record.self), Case(service: .theater, record: Theater.Record.self),
        Case(service: .campus, record: Campus.Record.self),
    ]

    /// The record that generated code reads from an item.
    private func record<R: ServiceRecord>(_ type: R.Type, of item: EncodedItem) throws -> any Entity {
        let record = try #require(try R(item), "an item of no entity of the service: \(item)")
        return try #require(Mirror(reflecting: record).children.first?.value as? any Entity)
    }

    private func key<E: Entity>(_ record: E) throws -> [String: AttributeValue] {
        try EncodedItem(record.key).attributes
    }

    @Test("Read and written again they are the same, with every key of the table and of its indexes", arguments: cases)
    func roundTrip(_ service: Case) throws {
        #expect(!service.service.items.isEmpty)
        for (pattern, sample) in service.service.items {
            let name = "\(sample.record.entity.typeName).\(pattern.name)"
            let record = try record(service.record, of: sample.encoded)
            for (attribute, value) in try key(record) {
                #expect(sample.attributes[attribute] == value, "\(name): \(attribute)")
            }
            // What is hidden is not read, so that there is nothing to write.
            guard !sample.record.entity.attributes.contains(where: \.isHidden) else { continue }
            let written = try EncodedItem(record).attributes
            for attribute in Set(written.keys).union(sample.attributes.keys) {
                #expect(sample.attributes[attribute] == written[attribute], "\(name): \(attribute)")
            }
        }
    }

    @Test("The claims of unique values have the keys that generated code gives them", arguments: cases)
    func claims(_ service: Case) throws {
        for (_, sample) in service.service.items {
            let record = try record(service.record, of: sample.encoded)
            let entity = sample.record.entity
            let texts = entity.attributes.compactMap { attribute in
                attribute.uniqueness.flatMap {
                    SampleKeys(entity: entity).text($0.template, sample.record.values)?.text
                }
            }
            #expect(texts == record.uniqueClaims.map(\.key.text), "\(entity.typeName)")
        }
    }

    @Test("The keys of revisions and of counters' shards are those that generated code gives them")
    func ownItems() throws {
        let archive = DocumentedService.archive
        for name in ["contract", "leaflets"] {
            let sample = try #require(archive.items.first { $0.pattern.name == name }?.item)
            let record = try record(Archive.Record.self, of: sample.encoded)
            let text = (record as? any HistoricalEntity)?.revisionSortKey?.text
            let entity = sample.record.entity.typeName
            let history = try #require(sample.record.entity.history?.name)
            #expect(
                archive.page.contains(
                    "| `\(entity).\(history) (revision)` | `\(partition(of: sample))` | `\(text ?? "")` |"))
        }
        let spread = DocumentedService.spread
        let sample = try #require(spread.items.first { $0.pattern.name == "offer" }?.item)
        let offer = try sample.encoded.decode(as: Offer.self)
        for (name, counter) in [("views", offer.views), ("pieces", offer.pieces.counter)] {
            let keys = try counter.itemKeys().compactMap(\.attributes["pk"]).map(SampleNotation.key)
            let rows = keys.filter { spread.page.contains("| `Offer.\(name) (shard)` | `\($0)` | `COUNTER` |") }
            #expect(rows.count == 1, "\(name)")
        }
    }

    private func partition(of sample: SampleItem) -> String { sample.attributes["pk"].map(SampleNotation.key) ?? "" }

    @Test("Each access pattern's sample is in its index, conditions included", arguments: DocumentedService.all)
    func presence(_ service: DocumentedService) throws {
        for (pattern, sample) in service.items {
            guard let index = pattern.index.flatMap({ service.schema.table.index($0) }) else { continue }
            let name = "\(sample.record.entity.typeName).\(pattern.name)"
            let entry = try #require(
                sample.entry(in: index, of: service.schema.table), "\(name) is not in \(index.name)")
            for key in pattern.partition + pattern.sort {
                guard let template = key.template else { continue }
                let text = SampleKeys(entity: sample.record.entity).text(template, sample.record.values)?.text
                #expect(entry[key.keyAttribute] == text.map { .string($0) }, "\(name): \(key.keyAttribute)")
            }
        }
    }

    @Test("Attributes of one name have one value, so that the samples of a service belong together")
    func coherence() {
        let tenants = Set(
            DocumentedService.press.items.compactMap { $0.item.attributes["tenantID"] })
        #expect(tenants.count == 1)
    }
}
