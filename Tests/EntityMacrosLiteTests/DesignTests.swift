import Codegen
import EntityMacrosLite
import Testing

@Suite("DESIGN.md's definitions")
struct DesignTests {
    let reading = SchemaReader.read(CMS())

    @Test func haveNothingWrong() {
        #expect(reading.diagnostics == [])
    }

    @Test func surviveTheSchemaFile() throws {
        var schema = try #require(reading.schema)
        let data = try schema.jsonData()
        let read = try ServiceSchema(jsonData: data)
        #expect(try read.jsonData() == data)
        schema.formatVersion += 1
        #expect(throws: SchemaFileError.self) { try ServiceSchema(jsonData: schema.jsonData()) }
    }

    @Test func keepTheAttributesInOrder() throws {
        let article = try #require(reading.schema?.entity("Article"))
        #expect(
            article.attributes.map(\.name) == [
                "tenantID", "articleID", "authorID", "slug", "status", "region", "category", "title", "body", "tags",
                "address", "publishedAt", "views", "revision", "expiresAt", "createdAt", "updatedAt",
            ])
        #expect(article.attribute("body")?.storedName == "b")
        #expect(article.attribute("body")?.swiftType == "Swift.String?")
        #expect(article.attribute("status")?.swiftType == "Article.Status")
        #expect(article.attribute("tags")?.swiftType == "Swift.Set<Swift.String>")
        #expect(article.attribute("address")?.swiftType == "Address?")
        #expect(article.attribute("expiresAt")?.type == .date(.epochSeconds))
        #expect(article.attribute("revision")?.role == .version)
        #expect(article.primaryKeyAttributes == ["tenantID", "articleID"])
    }

    @Test func groupWhatIsUpdatedTogether() throws {
        let article = try #require(reading.schema?.entity("Article"))
        #expect(
            article.updateGroups == [
                UpdateGroupModel(attributes: ["authorID"], keyAttributes: ["gsi3pk"]),
                UpdateGroupModel(
                    attributes: ["slug", "expiresAt"], keyAttributes: ["gsi1pk"], uniqueAttributes: ["slug"]),
                UpdateGroupModel(
                    attributes: ["status", "publishedAt"], keyAttributes: ["gsi2sk", "gsi3sk"]),
            ])
    }
}
