import Entities
import Foundation
import InMemoryDynamoDB
import Testing

@Suite("Settings of tables and of the account")
struct TableSettingsTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    @Test func theAnswerToCreateTableRepeatsTheRequestAndLittleElse() throws {
        let service = ControlPlane()
        let provisioned = try service.createTable("one", ControlPlane.provisioned)
        let table = try #require(provisioned.body["TableDescription"] as? [String: Any])
        #expect(
            Set(table.keys) == [
                "AttributeDefinitions", "CreationDateTime", "ItemCount", "KeySchema", "ProvisionedThroughput",
                "TableArn",
                "TableId", "TableName", "TableSizeBytes", "TableStatus",
            ])
        let onDemand = try service.createTable("two")
        #expect(onDemand["TableDescription.BillingModeSummary.BillingMode"] == "PAY_PER_REQUEST")
        #expect(onDemand["TableDescription.BillingModeSummary.LastUpdateToPayPerRequestDateTime"] == nil)
        #expect(onDemand["TableDescription.TableThroughputModeSummary.TableThroughputMode"] == "PAY_PER_REQUEST")
        #expect(onDemand["TableDescription.ProvisionedThroughput.ReadCapacityUnits"] == "0")
        let id = try #require(onDemand["TableDescription.TableId"])
        #expect(id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }

    @Test func describedWithAllThatItIsSetTo() throws {
        let service = ControlPlane()
        let made = try service.createTable(
            "tbl",
            #""BillingMode":"PAY_PER_REQUEST","OnDemandThroughput":{"MaxReadRequestUnits":7},"TableClass":"STANDARD","#
                + #""WarmThroughput":{"ReadUnitsPerSecond":15000},"DeletionProtectionEnabled":true,"ResourcePolicy":"{}","#
                + #""SSESpecification":{"Enabled":true},"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"OLD_IMAGE"}"#
        )
        #expect(made.status == 200)
        let table = try service.describe()
        #expect(table["Table.BillingModeSummary.LastUpdateToPayPerRequestDateTime"] == table["Table.CreationDateTime"])
        #expect(table["Table.OnDemandThroughput.MaxReadRequestUnits"] == "7")
        #expect(table["Table.OnDemandThroughput.MaxWriteRequestUnits"] == nil)
        #expect(table["Table.TableClassSummary.TableClass"] == "STANDARD")
        #expect(table["Table.TableClassSummary.LastUpdateDateTime"] == nil)
        #expect(table["Table.WarmThroughput.ReadUnitsPerSecond"] == "15000")
        #expect(table["Table.WarmThroughput.WriteUnitsPerSecond"] == "4000")
        #expect(table["Table.WarmThroughput.Status"] == "ACTIVE")
        #expect(table["Table.SSEDescription.Status"] == "ENABLED")
        #expect(
            table["Table.SSEDescription.KMSMasterKeyArn"]?.hasPrefix("arn:aws:kms:us-east-1:123456789012:key/") == true)
        #expect(table["Table.StreamSpecification.StreamViewType"] == "OLD_IMAGE")
        let plain = ControlPlane()
        _ = try plain.createTable("tbl", ControlPlane.provisioned)
        let described = try plain.describe()
        for absent in [
            "TableClassSummary", "SSEDescription", "StreamSpecification", "BillingModeSummary", "LatestStreamArn",
        ] {
            #expect(described["Table.\(absent)"] == nil)
        }
    }

    @Test(arguments: transports)
    func backups(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        func describe() async throws -> ContinuousBackupsOutput {
            try await db.engine.execute(PlainOperation(DescribeContinuousBackupsRequest(tableName: "tbl")))
        }
        #expect(try await describe().pointInTimeRecovery == false)
        let on = UpdateContinuousBackupsRequest(tableName: "tbl", pointInTimeRecovery: true, recoveryPeriodInDays: 2)
        _ = try await db.engine.execute(PlainOperation(on))
        let start = db.clock.now
        db.clock.advance(by: 3 * 86_400)
        let described = try await describe()
        #expect(described.recoveryPeriodInDays == 2)
        #expect(described.earliestRestorableDate == start.addingTimeInterval(86_400))
        #expect(described.latestRestorableDate == db.clock.now)
        let wrong = UpdateContinuousBackupsRequest(
            tableName: "tbl", pointInTimeRecovery: false, recoveryPeriodInDays: 2)
        #expect(
            try await refusal { try await db.engine.execute(PlainOperation(wrong)) }
                == "Invalid Request: Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery.")
        let nowhere = DescribeContinuousBackupsRequest(tableName: "nowhere")
        let error = try await failure { try await db.engine.execute(PlainOperation(nowhere)) }
        #expect(error.code == .tableNotFound)
        #expect(error.message == "Table not found: nowhere")
    }

    @Test(arguments: transports)
    func account(_ transport: InMemoryDynamoDB.Transport) async throws {
        let engine = InMemoryDynamoDB(
            transport: transport, region: "eu-central-1", accountID: "000000000042", endpoint: "127.0.0.1:4567")
        let limits = try await engine.execute(PlainOperation(DescribeLimitsRequest()))
        #expect(limits.accountMaxReads == 80_000)
        #expect(limits.tableMaxWrites == 40_000)
        let endpoints = try await engine.execute(PlainOperation(DescribeEndpointsRequest())).endpoints
        #expect(endpoints == [.init(address: "127.0.0.1:4567", cachePeriod: 1440)])
        let request = CreateTableRequest(
            tableName: "tbl", keys: KeySchema(partition: ["pk"]), attributeTypes: ["pk": .string])
        let table = try await engine.execute(PlainOperation(request)).table
        #expect(table.arn == "arn:aws:dynamodb:eu-central-1:000000000042:table/tbl")
    }

    /// A table's ARN stands wherever its name can.
    @Test(arguments: transports)
    func tableNamedByItsARN(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        let arn = "arn:aws:dynamodb:us-east-1:123456789012:table/tbl"
        try await db.put(["pk": "a", "sk": "1"], on: arn)
        #expect(try await db.get(["pk": "a", "sk": "1"], on: arn) != nil)
        #expect(try await db.scan(on: arn).count == 1)
        let described = try await db.engine.execute(PlainOperation(DescribeTableRequest(tableName: arn))).table
        #expect(described.tableName == "tbl")
        let elsewhere = "arn:aws:dynamodb:eu-west-1:123456789012:table/tbl"
        #expect(
            try await refusal { try await db.get(["pk": "a", "sk": "1"], on: elsewhere) }
                == "Invalid AWS region in '\(elsewhere)'")
        _ = try await db.engine.execute(PlainOperation(DeleteTableRequest(tableName: arn)))
        #expect(try await failure { try await db.get(["pk": "a", "sk": "1"]) }.code == .resourceNotFound)
    }

    @Test(arguments: [
        "ExecuteStatement", "CreateBackup", "ListGlobalTables", "ExportTableToPointInTime",
        "DescribeContributorInsights",
        "DescribeKinesisStreamingDestination", "GetResourcePolicy", "SearchVectors",
    ])
    func unknownOperations(_ operation: String) throws {
        #expect(try ControlPlane().ask(operation, "{}").error == "UnknownOperationException")
    }

    @Test func settingsSurviveASnapshot() throws {
        let service = ControlPlane()
        _ = try service.createTable(
            "tbl",
            #""BillingMode":"PAY_PER_REQUEST","TableClass":"STANDARD_INFREQUENT_ACCESS","#
                + #""SSESpecification":{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"k"},"Tags":[{"Key":"a","Value":"b"}]"#
        )
        _ = try service.addIndex()
        let other = ControlPlane()
        try other.engine.restore(snapshot: try service.engine.snapshot())
        #expect(try other.describe().text == service.describe().text)
        #expect(
            try other.ask(
                "ListTagsOfResource", #"{"ResourceArn":"arn:aws:dynamodb:us-east-1:123456789012:table/tbl"}"#)[
                    "Tags.0.Value"] == "b")
    }
}
