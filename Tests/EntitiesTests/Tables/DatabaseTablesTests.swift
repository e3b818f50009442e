import Entities
import Foundation
import Testing

@Suite("Tables of a database")
struct DatabaseTablesTests {
    private func table(_ status: TableDescription.Status) -> TableOutput {
        TableOutput(
            table: TableDescription(
                tableName: "notes", status: status, keys: KeySchema(partition: ["pk"]), attributeTypes: [:],
                creationDate: .init(timeIntervalSince1970: 0)))
    }

    private func database(_ dynamoDB: ScriptedDynamoDB) -> Database {
        var schema = TableSchema.notes
        schema.timeToLive = "expiresAt"
        schema.pointInTimeRecovery = true
        return Database(dynamoDB, table: schema, backoff: Backoff(sleep: { _ in }))
    }

    @Test("A table is created, waited for, and set up")
    func create() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .response(.createTable(table(.creating))), .response(.describeTable(table(.creating))),
            .response(.describeTable(table(.active))),
            .response(.updateTimeToLive(.init(attributeName: "expiresAt", status: .enabled))),
            .response(.updateContinuousBackups(.init(pointInTimeRecovery: true))))
        try await database(dynamoDB).createTables()
        #expect(
            dynamoDB.requests.map(\.operationName) == [
                "CreateTable", "DescribeTable", "DescribeTable", "UpdateTimeToLive", "UpdateContinuousBackups",
            ])
    }

    @Test("A table that exists is waited for and left as it is")
    func exists() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .error(DynamoDBError(.resourceInUse, "exists")), .response(.describeTable(table(.updating))),
            .response(.describeTable(table(.active))))
        try await database(dynamoDB).createTables()
        #expect(dynamoDB.unusedAnswers == 0)
    }

    @Test("A table that the service does not know of right after it was created is waited for")
    func late() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .response(.createTable(table(.creating))), .error(DynamoDBError(.resourceNotFound, "what table?")),
            .response(.describeTable(table(.active))),
            .response(.updateTimeToLive(.init(attributeName: "expiresAt", status: .enabled))),
            .response(.updateContinuousBackups(.init(pointInTimeRecovery: true))))
        try await database(dynamoDB).createTables()
        #expect(dynamoDB.unusedAnswers == 0)
    }

    @Test("A table that goes away while it is waited for is an error")
    func gone() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .error(DynamoDBError(.resourceInUse, "exists")), .response(.describeTable(table(.deleting))),
            .error(DynamoDBError(.resourceNotFound, "gone")))
        #expect(try await failure { try await database(dynamoDB).createTables() }.code == .resourceNotFound)
    }

    @Test("A deleted table is waited for, one that is not there passed over")
    func delete() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .response(.deleteTable(table(.deleting))), .response(.describeTable(table(.deleting))),
            .error(DynamoDBError(.resourceNotFound, "gone")), .error(DynamoDBError(.resourceNotFound, "gone")))
        try await database(dynamoDB).deleteTables()
        try await database(dynamoDB).deleteTables()
        #expect(dynamoDB.unusedAnswers == 0)
    }
}
