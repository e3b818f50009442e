import Codegen
import EntityMacrosLite
import Testing

/// What the keys of ElectroDB's formats begin with, by hand from its rules: `$service_version` and `$entity` in the beta, `$service` and
/// `$entity_version` since.
@Suite("Key templates in ElectroDB's formats")
struct ElectroDBTemplateTests {
    private struct Item: EntityDefinition {
        let id = Attribute<String>()
        let tag = Attribute<String>()
        var entityVersion: String { "2" }

        var accessPatterns: AccessPatterns {
            Primary("item", partition: [id], sort: [])
            Index("tagged", on: .gsi1, partition: [tag])
            Index("scoped", on: .gsi2, .clustered, partition: [tag], sort: [id], scope: "own")
        }
    }

    private struct Service: ServiceDefinition {
        let name = "shop"
        let keyFormat: KeyFormat
        let table = Table("shop", partitionKey: "pk", sortKey: "sk") {
            GlobalIndex(.gsi1, partitionKey: "gsi1pk")
            GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        }
        var entities: EntityList { Item() }
    }

    /// The key texts, with the names of attributes for their values.
    private func keys(_ format: KeyFormat) throws -> [String: String] {
        let reading = SchemaReader.read(Service(keyFormat: format))
        #expect(reading.diagnostics.filter { $0.severity == .error } == [])
        let item = try #require(reading.schema?.entity("Item"))
        var keys: [String: String] = [:]
        for key in item.accessPatterns.flatMap({ $0.partition + $0.sort }) {
            keys[key.keyAttribute] = key.template?.segments.map { segment in
                switch segment {
                case .text(let text): text
                case .part(let part): "<\(part.attribute)>"
                }
            }.joined()
        }
        return keys
    }

    @Test("The version stands in the sort key, and without one in the partition key")
    func current() throws {
        #expect(
            try keys(.electroDB) == [
                "pk": "$shop#id_<id>", "sk": "$Item_2", "gsi1pk": "$shop$Item_2#tag_<tag>",
                "gsi2pk": "$shop_own#tag_<tag>", "gsi2sk": "#id_<id>$Item_2",
            ])
    }

    @Test("In the beta the version stands in the partition key")
    func beta() throws {
        let keys = try keys(.electroDBBeta)
        #expect(keys["pk"] == "$shop_2#id_<id>")
        #expect(keys["sk"] == "$Item")
        #expect(keys["gsi2sk"] == "#id_<id>$Item")
    }
}
