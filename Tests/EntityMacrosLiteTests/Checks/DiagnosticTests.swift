import Codegen
import EntityMacrosLite
import Testing

@Suite("Diagnostics")
struct DiagnosticTests {
    static let fixtures = [
        tableFixture, nameFixture, attributeFixture, storedNameFixture, keyFixture, patternFixture, conditionFixture,
        overlapFixture, tenancyFixture, collectionFixture, adviceFixture, electroDBFixture, electroDBAdviceFixture,
        storedFormFixture, reservationFixture, historyFixture, stateFixture, leaseFixture,
    ]

    /// Each kind of mistake is told with its code, in its place, with the words that matter, and nothing else is.
    @Test(arguments: fixtures)
    func areExactlyTheExpectedOnes(_ fixture: DiagnosticFixture) throws {
        let (unexpected, missing) = try fixture.compare()
        #expect(unexpected == [])
        #expect(missing == [])
        #expect(try !fixture.expectations().isEmpty)
    }

    @Test func areRenderedLikeACompilers() {
        let location = EntityMacrosLite.SourceLocation(
            fileID: "CMSSchema/Article.swift", filePath: "Article.swift", line: 12, column: 9)
        let diagnostic = Diagnostic(.error, "key-part-optional", "'note' is optional", at: location)
        #expect(
            diagnostic.description == "CMSSchema/Article.swift:12:9: error: 'note' is optional [key-part-optional]")
    }

    @Test func stopTheSchemaIfTheyAreErrors() throws {
        let wrong = SchemaReader.read(
            TestService("service", .bare) {
                Author(); Author()
            })
        #expect(wrong.schema == nil)
    }
}
