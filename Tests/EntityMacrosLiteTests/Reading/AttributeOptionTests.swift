import Codegen
import EntityMacrosLite
import Testing

@Suite("Attribute options")
struct AttributeOptionTests {
    struct Item: EntityDefinition {
        let id = Attribute<ULID>(.generated)
        let stars = Attribute<Int>(.range(0...5), .default(3))
        let ratio = Attribute<Double?>(.range(0.5...), .default(1.5))
        let price = Attribute<Number>(.range(...100))
        let title = Attribute<String>(.length(1...80), .validated, .storedAs("t"))
        let slug = Attribute<String>(.computed, .unique)
        let isOpen = Attribute<Bool>(.default(true))
        let owner = Attribute<String>(.readOnly, .described("Who it belongs to.\nNever changes."))
        let tags = Attribute<[String]>(.length(...10))
        let views = Attribute<Int64>(.counter)
        let revision = Attribute<Int>(.version)
        let createdAt = Attribute<Date>(.createdAt)
        let updatedAt = Attribute<Date?>(.updatedAt)

        var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
    }

    let item: EntityModel

    init() throws {
        let reading = SchemaReader.read(TestService("service", .bare) { Item() })
        #expect(reading.diagnostics == [])
        item = try #require(reading.schema?.entity("Item"))
    }

    private func attribute(_ name: String) throws -> AttributeModel { try #require(item.attribute(name)) }

    @Test func keepLimitsAndDefaultsAsTheyWereWritten() throws {
        #expect(try attribute("stars").range == NumberRangeModel(minimum: .integer("0"), maximum: .integer("5")))
        #expect(try attribute("stars").defaultValue == .integer("3"))
        #expect(try attribute("ratio").range == NumberRangeModel(minimum: .number("0.5"), maximum: nil))
        #expect(try attribute("ratio").defaultValue == .number("1.5"))
        #expect(try attribute("price").range == NumberRangeModel(minimum: nil, maximum: .number("100")))
        #expect(try attribute("isOpen").defaultValue == .bool(true))
        #expect(try attribute("title").length == LengthModel(minimum: 1, maximum: 80))
        #expect(try attribute("tags").length == LengthModel(minimum: nil, maximum: 10))
    }

    @Test func keepNamesAndFlags() throws {
        #expect(try attribute("title").storedName == "t")
        #expect(try attribute("title").isValidated)
        #expect(try attribute("slug").isComputed)
        #expect(try attribute("owner").isReadOnly)
        #expect(try attribute("owner").documentation == ["Who it belongs to.", "Never changes."])
        #expect(try attribute("id").isPrimaryKeyPart)
    }

    @Test func sayWhatADraftMayLeaveOut() {
        let optional = item.attributes.filter(\.isOptionalInDraft).map(\.name)
        #expect(
            optional == [
                "id", "stars", "ratio", "slug", "isOpen", "tags", "views", "revision", "createdAt", "updatedAt",
            ])
    }

    @Test func sayWhatAnUpdateCanSet() {
        let updatable = item.attributes.filter(\.isUpdatable).map(\.name)
        #expect(updatable == ["stars", "ratio", "price", "title", "slug", "isOpen", "tags", "views"])
    }

    /// The key of the item that claims a unique value tells the entity and the attribute.
    @Test func makeAKeyForUniqueValues() throws {
        #expect(
            try attribute("slug").uniqueness?.template.segments == [
                .text("UNIQUE#Item#slug#"),
                .part(KeyPlaceholderModel(attribute: "slug", encoding: .text(lowercased: false))),
            ])
    }
}
