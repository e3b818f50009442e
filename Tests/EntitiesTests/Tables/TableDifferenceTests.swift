import Foundation
import Testing

@testable import Entities

@Suite("Tables and their definitions")
struct TableDifferenceTests {
    private func deployed(_ change: (inout TableDescription) -> Void = { _ in }) -> DeployedTable {
        var table = TableDescription(
            tableName: "notes", status: .active, keys: TableSchema.notes.keys,
            attributeTypes: TableSchema.notes.attributeTypes, creationDate: Date(timeIntervalSince1970: 0))
        table.indexes = TableSchema.notes.indexes.map { TableDescription.Index(description: $0, status: .active) }
        table.arn = "arn"
        change(&table)
        return DeployedTable(description: table)
    }

    @Test("A table that is as defined has no differences")
    func same() {
        #expect(TableSchema.notes.differences(to: deployed()) == [])
        #expect(TableSchema.notes.differences(to: deployed { $0.status = .updating }) == [])
    }

    @Test("A table that is not there, or cannot be used, has one difference")
    func unusable() {
        #expect(TableSchema.notes.differences(to: nil).map(\.description) == ["table notes: does not exist"])
        for status in [TableDescription.Status.creating, .deleting, .archived, .inaccessibleEncryptionCredentials] {
            let table = deployed { table in
                table.status = status
                table.indexes = []
            }
            let differences = TableSchema.notes.differences(to: table)
            #expect(differences.map(\.description) == ["table notes: is \(status.rawValue) and cannot be used"])
            #expect(differences.map(\.severity) == [.error])
        }
    }

    @Test(
        "An index that is being filled or deleted cannot be used",
        arguments: [TableDescription.Status.creating, .deleting])
    func unusableIndex(status: TableDescription.Status) {
        let differences = TableSchema.notes.differences(to: deployed { $0.indexes[1].status = status })
        #expect(differences.map(\.kind) == [.unusableIndex("gsi2", status)])
        #expect(differences.first?.description == "table notes: index gsi2 is \(status.rawValue) and cannot be used")
        #expect(differences.first?.severity == .error)
    }

    @Test(
        "A stream that has what the definition asks for, and more, is no error",
        arguments: [
            (nil, .keysOnly, .notice), (.keysOnly, .newImage, .notice), (.newImage, .newAndOldImages, .notice),
            (.newImage, .oldImage, .error), (.newAndOldImages, .newImage, .error), (.keysOnly, nil, .error),
        ] as [(StreamViewType?, StreamViewType?, TableDifference.Severity)])
    func streams(defined: StreamViewType?, found: StreamViewType?, severity: TableDifference.Severity) {
        var schema = TableSchema.notes
        schema.stream = defined
        let differences = schema.differences(to: deployed { $0.stream = found })
        #expect(differences.map(\.kind) == [.stream(defined: defined, deployed: found)])
        #expect(differences.first?.severity == severity)
    }

    @Test("Tags of the service's own are no differences")
    func serviceTags() {
        var table = deployed()
        table.tags = ["aws:cloudformation:stack-name": "s", "team": "press"]
        #expect(TableSchema.notes.differences(to: table).map(\.kind) == [.tag("team", defined: nil, deployed: "press")])
    }

    @Test("Settings are asked for, tags page by page; expiry that is being turned on counts")
    func describe() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .response(.describeTable(TableOutput(table: deployed().description))),
            .response(.describeTimeToLive(TimeToLiveOutput(attributeName: "at", status: .enabling))),
            .response(.describeContinuousBackups(ContinuousBackupsOutput(pointInTimeRecovery: true))),
            .response(.listTagsOfResource(ListTagsOfResourceOutput(tags: ["a": "1"], nextToken: "t"))),
            .response(.listTagsOfResource(ListTagsOfResourceOutput(tags: ["b": "2"]))))
        let tables = try await dynamoDB.database.describeTables()
        var expected = deployed()
        expected.timeToLive = "at"
        expected.pointInTimeRecovery = true
        expected.tags = ["a": "1", "b": "2"]
        #expect(tables == ["notes": expected])
        #expect(
            dynamoDB.requests.last == .listTagsOfResource(ListTagsOfResourceRequest(resourceARN: "arn", nextToken: "t"))
        )
    }

    @Test("What an endpoint cannot be asked is not compared")
    func unknownOperations() async throws {
        let unknown = ScriptedDynamoDB.Answer.error(DynamoDBError(.unknownOperation, "what?"))
        let dynamoDB = ScriptedDynamoDB(
            .response(.describeTable(TableOutput(table: deployed().description))),
            .response(.describeTimeToLive(TimeToLiveOutput(attributeName: "at", status: .disabling))), unknown, unknown)
        var schema = TableSchema.notes
        schema.pointInTimeRecovery = true
        schema.tags = ["team": "press"]
        #expect(try await Database(dynamoDB, table: schema).verifyTables() == [])
    }

    @Test("An error of another kind is not taken for an answer")
    func errors() async throws {
        let denied = ScriptedDynamoDB.Answer.error(DynamoDBError(.accessDenied, "no"))
        #expect(try await failure { try await ScriptedDynamoDB(denied).database.verifyTables() }.code == .accessDenied)
        let dynamoDB = ScriptedDynamoDB(
            .response(.describeTable(TableOutput(table: deployed().description))),
            .response(.describeTimeToLive(TimeToLiveOutput(attributeName: nil, status: .disabled))), denied)
        #expect(try await failure { try await dynamoDB.database.verifyTables() }.code == .accessDenied)
    }
}
