import InMemoryDynamoDB
import Testing

@Suite("States of tables and indexes")
struct TableStatesTests {
    private static let get = #"{"TableName":"tbl","Key":{"pk":{"S":"a"}}}"#
    private static let delete = #"{"TableName":"tbl"}"#

    @Test func atOnceUnlessToldOtherwise() throws {
        let service = ControlPlane()
        #expect(try service.createTable()["TableDescription.TableStatus"] == "CREATING")
        #expect(try service.describe()["Table.TableStatus"] == "ACTIVE")
        #expect(try service.ask("GetItem", Self.get).status == 200)
        let added = try service.addIndex()
        #expect(added["TableDescription.TableStatus"] == "UPDATING")
        #expect(added["TableDescription.GlobalSecondaryIndexes.0.IndexStatus"] == "CREATING")
        #expect(added["TableDescription.GlobalSecondaryIndexes.0.Backfilling"] == "0")
        let described = try service.describe()
        #expect(described["Table.TableStatus"] == "ACTIVE")
        #expect(described["Table.GlobalSecondaryIndexes.0.IndexStatus"] == "ACTIVE")
        #expect(described["Table.GlobalSecondaryIndexes.0.Backfilling"] == nil)
        let deleted = try service.ask("DeleteTable", Self.delete)
        #expect(deleted["TableDescription.TableStatus"] == "DELETING")
        #expect(deleted["TableDescription.GlobalSecondaryIndexes"] == nil)
        #expect(try service.describe().message == "Requested resource not found: Table: tbl not found")
    }

    private static let busy = "Attempt to change a resource which is still in use: "

    @Test func aTableTakesItsTimeToComeAndGo() throws {
        let service = ControlPlane(transitions: .delayed(by: 10))
        _ = try service.createTable()
        service.clock.advance(by: 9)
        #expect(try service.describe()["Table.TableStatus"] == "CREATING")
        #expect(try service.ask("GetItem", Self.get).message == "Requested resource not found")
        #expect(try service.createTable().message == "Table already exists: tbl")
        for (operation, body) in [
            ("DeleteTable", Self.delete), ("UpdateTable", #"{"TableName":"tbl","DeletionProtectionEnabled":true}"#),
        ] {
            let answer = try service.ask(operation, body)
            #expect(answer.error == "ResourceInUseException")
            #expect(answer.message == Self.busy + "Table is being created: tbl")
        }
        #expect(
            try service.ask("DescribeTimeToLive", Self.delete).message
                == "Cannot describe time to live while table is in CREATING state: Current table state is CREATING")
        service.clock.advance(by: 1)
        #expect(try service.describe()["Table.TableStatus"] == "ACTIVE")
        #expect(try service.ask("GetItem", Self.get).status == 200)

        _ = try service.ask("DeleteTable", Self.delete)
        service.clock.advance(by: 9)
        #expect(try service.describe()["Table.TableStatus"] == "DELETING")
        #expect(try service.ask("GetItem", Self.get).error == "ResourceNotFoundException")
        #expect(try service.ask("ListTables", "{}")["TableNames.0"] == "tbl")
        #expect(try service.ask("DeleteTable", Self.delete).message == Self.busy + "Table is being deleted: tbl")
        service.clock.advance(by: 1)
        #expect(try service.ask("ListTables", "{}")["TableNames.0"] == nil)
        #expect(try service.describe().error == "ResourceNotFoundException")
        #expect(try service.createTable().status == 200)
    }

    @Test func anIndexIsAllocatedThenFilledThenRead() throws {
        let service = ControlPlane(transitions: .delayed(by: 10))
        _ = try service.createTable()
        service.clock.advance(by: 10)
        _ = try service.ask("PutItem", #"{"TableName":"tbl","Item":{"pk":{"S":"a"},"g":{"S":"x"}}}"#)
        _ = try service.addIndex()
        let scan = #"{"TableName":"tbl","IndexName":"idx"}"#
        let remove = #""GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"idx"}}]"#
        #expect(try service.update(remove).error == "ResourceInUseException")
        #expect(try service.update(#""TableClass":"STANDARD""#).message == Self.busy + "Table is being updated: tbl")
        #expect(try service.update(#""DeletionProtectionEnabled":false"#).status == 200)
        service.clock.advance(by: 11)
        let filling = try service.describe()
        #expect(filling["Table.TableStatus"] == "ACTIVE")
        #expect(filling["Table.GlobalSecondaryIndexes.0.IndexStatus"] == "CREATING")
        #expect(filling["Table.GlobalSecondaryIndexes.0.Backfilling"] == "1")
        #expect(try service.ask("Scan", scan).message == "Cannot read from backfilling global secondary index: idx")
        #expect(
            try service.update(ControlPlane.newIndex.replacing("idx", with: "other")).error == "LimitExceededException")
        #expect(
            try service.ask("DeleteTable", Self.delete).message
                == Self.busy + "Cannot delete table while indexes are being created, updated, or deleted.")
        service.clock.advance(by: 9)
        #expect(try service.describe()["Table.GlobalSecondaryIndexes.0.IndexStatus"] == "ACTIVE")
        #expect(try service.ask("Scan", scan)["Count"] == "1")

        #expect(try service.update(remove)["TableDescription.GlobalSecondaryIndexes.0.IndexStatus"] == "DELETING")
        service.clock.advance(by: 9)
        #expect(try service.describe()["Table.GlobalSecondaryIndexes.0.IndexStatus"] == "DELETING")
        #expect(try service.ask("Scan", scan).error == "ValidationException")
        service.clock.advance(by: 1)
        #expect(try service.describe()["Table.GlobalSecondaryIndexes"] == nil)
        #expect(try service.ask("DeleteTable", Self.delete).status == 200)
    }

    @Test func capacityChangesAtTheEnd() throws {
        let service = ControlPlane(transitions: .delayed(by: 10))
        _ = try service.createTable("tbl", ControlPlane.provisioned)
        service.clock.advance(by: 10)
        let answer = try service.update(#""ProvisionedThroughput":{"ReadCapacityUnits":9,"WriteCapacityUnits":9}"#)
        #expect(answer["TableDescription.TableStatus"] == "UPDATING")
        #expect(answer["TableDescription.ProvisionedThroughput.ReadCapacityUnits"] == "5")
        service.clock.advance(by: 10)
        let described = try service.describe()
        #expect(described["Table.TableStatus"] == "ACTIVE")
        #expect(described["Table.ProvisionedThroughput.ReadCapacityUnits"] == "9")
        #expect(
            described["Table.ProvisionedThroughput.LastIncreaseDateTime"]
                != answer["TableDescription.ProvisionedThroughput.LastIncreaseDateTime"])
    }
}
