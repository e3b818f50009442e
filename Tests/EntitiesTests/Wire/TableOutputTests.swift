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

    @Test("Everything that a table and its indexes are set to")
    func options() throws {
        let table = try read(
            """
            {"TableDescription": {"TableName": "t", "TableStatus": "UPDATING",
              "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST", "LastUpdateToPayPerRequestDateTime": 1.5},
              "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 0, "NumberOfDecreasesToday": 2,
                "LastDecreaseDateTime": 3.0, "LastIncreaseDateTime": 2.0},
              "OnDemandThroughput": {"MaxReadRequestUnits": 4},
              "WarmThroughput": {"ReadUnitsPerSecond": 12000, "WriteUnitsPerSecond": 4000, "Status": "UPDATING"},
              "TableClassSummary": {"TableClass": "STANDARD_INFREQUENT_ACCESS", "LastUpdateDateTime": 5.0},
              "SSEDescription": {"Status": "ENABLED", "SSEType": "KMS", "KMSMasterKeyArn": "arn:k"},
              "GlobalSecondaryIndexes": [{"IndexName": "g", "IndexStatus": "CREATING", "Backfilling": true,
                "OnDemandThroughput": {"MaxWriteRequestUnits": 6}, "WarmThroughput": {"ReadUnitsPerSecond": 7}}]}}
            """, as: TableOutput.self
        ).table
        #expect(table.lastOnDemandDate == Date(timeIntervalSince1970: 1.5))
        #expect(table.throughputHistory.decreasesToday == 2)
        #expect(table.throughputHistory.lastDecrease == Date(timeIntervalSince1970: 3))
        #expect(table.throughputHistory.lastIncrease == Date(timeIntervalSince1970: 2))
        #expect(table.onDemandThroughput == OnDemandThroughput(maxReads: 4))
        #expect(table.warmThroughput == WarmThroughput(reads: 12_000, writes: 4000))
        #expect(table.warmThroughputStatus == .updating)
        #expect(table.tableClass == .infrequentAccess)
        #expect(table.tableClassDate == Date(timeIntervalSince1970: 5))
        #expect(table.encryption == TableDescription.Encryption(status: "ENABLED", type: "KMS", keyARN: "arn:k"))
        #expect(table.indexes[0].isBackfilling == true)
        #expect(table.indexes[0].description.onDemandThroughput == OnDemandThroughput(maxWrites: 6))
        #expect(table.indexes[0].description.warmThroughput == WarmThroughput(reads: 7))
    }

    @Test("Tags, limits and endpoints")
    func account() throws {
        let tags: ListTagsOfResourceOutput = try read(#"{"Tags":[{"Key":"a","Value":"1"}],"NextToken":"n"}"#)
        #expect(tags.tags == ["a": "1"])
        #expect(tags.nextToken == "n")
        let _: TaggingOutput = try read("{}")
        let limits: DescribeLimitsOutput = try read(
            """
            {"AccountMaxReadCapacityUnits":1,"AccountMaxWriteCapacityUnits":2,"TableMaxReadCapacityUnits":3,
              "TableMaxWriteCapacityUnits":4}
            """)
        #expect(limits.accountMaxReads == 1)
        #expect(limits.accountMaxWrites == 2)
        #expect(limits.tableMaxReads == 3)
        #expect(limits.tableMaxWrites == 4)
        let endpoints: DescribeEndpointsOutput = try read(
            #"{"Endpoints":[{"Address":"dynamodb.us-east-1.amazonaws.com","CachePeriodInMinutes":1440}]}"#)
        #expect(endpoints.endpoints == [.init(address: "dynamodb.us-east-1.amazonaws.com", cachePeriod: 1440)])
    }
}
