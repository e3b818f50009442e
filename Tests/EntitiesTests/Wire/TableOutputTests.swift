import Entities
import Foundation
import Testing

@Suite("Outputs about tables")
struct TableOutputTests {
    private func read<Output: DynamoDBOutput>(_ json: String, as type: Output.Type = Output.self) throws -> Output {
        try JSONReader.read(Array(json.utf8)) { json throws(AttributeError) in try Output(json: &json) }
    }

    /// After https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html
    @Test("A table is described with its indexes, provisioned")
    func provisioned() throws {
        let table = try read(
            """
            {"Table": {
              "TableArn": "arn:aws:dynamodb:us-west-2:123456789012:table/Thread", "TableId": "id",
              "AttributeDefinitions": [{"AttributeName": "ForumName", "AttributeType": "S"}, {"AttributeName": "At", "AttributeType": "N"}],
              "CreationDateTime": 1.363729002358E9, "ItemCount": 3, "TableSizeBytes": 400, "TableName": "Thread", "TableStatus": "ACTIVE",
              "KeySchema": [{"AttributeName": "ForumName", "KeyType": "HASH"}, {"AttributeName": "At", "KeyType": "RANGE"}],
              "LocalSecondaryIndexes": [{"IndexName": "l", "IndexArn": "arn:l", "IndexSizeBytes": 5, "ItemCount": 6,
                "KeySchema": [{"AttributeName": "ForumName", "KeyType": "HASH"}, {"AttributeName": "x", "KeyType": "RANGE"}],
                "Projection": {"ProjectionType": "KEYS_ONLY"}}],
              "GlobalSecondaryIndexes": [{"IndexName": "g", "IndexStatus": "CREATING", "Backfilling": true,
                "KeySchema": [{"AttributeName": "a", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "HASH"}],
                "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["y"]},
                "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 2}}],
              "ProvisionedThroughput": {"NumberOfDecreasesToday": 0, "ReadCapacityUnits": 5, "WriteCapacityUnits": 6},
              "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "KEYS_ONLY"},
              "LatestStreamArn": "arn:s", "LatestStreamLabel": "2013-03-19T21:36:42.358", "DeletionProtectionEnabled": true}}
            """, as: TableOutput.self
        ).table
        #expect(table.tableName == "Thread")
        #expect(table.status == .active)
        #expect(table.keys == KeySchema(partition: ["ForumName"], sort: ["At"]))
        #expect(table.attributeTypes == ["ForumName": .string, "At": .number])
        #expect(table.creationDate == Date(timeIntervalSince1970: 1_363_729_002.358))
        #expect(table.billingMode == .provisioned(read: 5, write: 6))
        #expect(table.stream == .keysOnly)
        #expect(table.streamLabel == "2013-03-19T21:36:42.358")
        #expect(table.deletionProtection)
        #expect(table.itemCount == 3)
        #expect(table.sizeInBytes == 400)
        #expect(table.indexes.map(\.description.name) == ["l", "g"])
        #expect(table.indexes.map(\.description.isLocal) == [true, false])
        #expect(table.indexes.map(\.description.projection) == [.keysOnly, .include(["y"])])
        #expect(table.indexes.map(\.status) == [nil, .creating])
        #expect(table.indexes[1].description.keys == KeySchema(partition: ["a", "b"]))
        #expect(table.indexes[0].itemCount == 6)
    }

    @Test("On-demand tables, disabled streams and states that are not known")
    func onDemand() throws {
        let table = try read(
            """
            {"TableDescription": {"TableName": "t", "TableStatus": "SOMETHING_NEW",
              "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST", "LastUpdateToPayPerRequestDateTime": 1.0},
              "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 0},
              "StreamSpecification": {"StreamEnabled": false, "StreamViewType": "KEYS_ONLY"}}}
            """, as: TableOutput.self
        ).table
        #expect(table.billingMode == .onDemand)
        #expect(table.stream == nil)
        #expect(table.status == .updating)
        #expect(throws: AttributeError.self) { try read("{}", as: TableOutput.self) }
    }

    @Test("Names, times to live and backups")
    func settings() throws {
        let names: ListTablesOutput = try read(#"{"LastEvaluatedTableName":"b","TableNames":["a","b"]}"#)
        #expect(names.tableNames == ["a", "b"])
        #expect(names.lastEvaluatedTableName == "b")
        let asked: TimeToLiveOutput = try read(#"{"TimeToLiveSpecification":{"AttributeName":"x","Enabled":true}}"#)
        #expect(asked.attributeName == "x")
        #expect(asked.status == .enabled)
        let stated: TimeToLiveOutput = try read(#"{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}"#)
        #expect(stated.attributeName == nil)
        #expect(stated.status == .disabled)
        let backups: ContinuousBackupsOutput = try read(
            """
            {"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":
              {"EarliestRestorableDateTime":1.0,"PointInTimeRecoveryStatus":"ENABLED"}}}
            """)
        #expect(backups.pointInTimeRecovery)
    }
}
