import Codegen
import EntityMacrosLite
import Foundation
import Testing

/// A thing that is described
/// in two lines.
private struct Documented: EntityDefinition {
    /// What it is known by.
    let id = Attribute<String>()

    // Not a doc comment.
    let plain = Attribute<String>()
    /// Declared on one line, defined on another.
    let broken =
        Attribute<String>()
    /// Above an attribute of the language.
    @available(*, deprecated)
    let old = Attribute<String>()
    let last = Attribute<String>(.described("From an option."))
    let nested = Attribute<Map<Nested>>()

    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

/// A map.
struct Nested: MapDefinition {
    ///   Indented.
    let id = Attribute<String>()
}

@Suite("Doc comments")
struct DocumentationTests {
    let schema: ServiceSchema

    init() throws {
        let reading = SchemaReader.read(TestService("service", .bare) { Documented() }) { path in
            try? String(contentsOfFile: path, encoding: .utf8)
        }
        schema = try #require(reading.schema)
    }

    @Test func areTakenFromTheSource() throws {
        let entity = try #require(schema.entity("Documented"))
        #expect(entity.documentation == ["A thing that is described", "in two lines."])
        #expect(
            entity.attributes.map(\.documentation) == [
                ["What it is known by."], [], ["Declared on one line, defined on another."],
                ["Above an attribute of the language."], ["From an option."], [],
            ])
        #expect(schema.map("Nested")?.documentation == ["A map."])
        #expect(schema.map("Nested")?.attributes.first?.documentation == ["  Indented."])
    }

    @Test func areAbsentWithoutTheSource() throws {
        let schema = try #require(SchemaReader.read(TestService("service", .bare) { Documented() }).schema)
        #expect(schema.entity("Documented")?.documentation == [])
        #expect(schema.entity("Documented")?.attribute("last")?.documentation == ["From an option."])
    }
}
