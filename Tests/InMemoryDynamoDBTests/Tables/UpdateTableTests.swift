import Entities
import InMemoryDynamoDB
import Testing

@Suite("UpdateTable")
struct UpdateTableTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    private static func adding(_ projection: Projection = .all) -> UpdateTableRequest {
        var request = UpdateTableRequest(tableName: "tbl")
        request.attributeTypes = ["g": .string]
        request.indexChanges = [
            .create(IndexDescription(name: "idx", keys: KeySchema(partition: ["g"]), projection: projection))
        ]
        return request
    }

    /// More items than are entered in one go, so that the filling goes on where it stopped.
    @Test(arguments: transports)
    func indexHoldsTheItemsThatFitIt(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        for number in 0..<2500 {
            try await db.put([
                "pk": .string("p\(number % 7)"), "sk": .string("\(number)"), "g": .string("g\(number % 5)"),
            ])
        }
        try await db.put(["pk": "x", "sk": "number", "g": 5])
        try await db.put(["pk": "x", "sk": "empty", "g": ""])
        try await db.put(["pk": "x", "sk": "long", "g": .string(String(repeating: "g", count: 2049))])
        try await db.put(["pk": "x", "sk": "none"])
        let table = try await db.engine.execute(PlainOperation(Self.adding())).table
        #expect(table.indexes.map(\.status) == [.creating])
        #expect(table.attributeTypes == ["pk": .string, "sk": .string, "g": .string])
        let described = try await db.engine.execute(PlainOperation(DescribeTableRequest(tableName: "tbl"))).table
        #expect(described.indexes.map(\.status) == [.active])
        #expect(described.indexes.map(\.itemCount) == [2500])
        #expect(try await db.query(.partition("g3", named: "g"), index: "idx").count == 500)
        #expect(try await db.scan(index: "idx").count == 2500)
        // From here on the type counts, and writes keep the index in step.
        #expect(try await refusal { try await db.put(["pk": "y", "sk": "1", "g": 5]) }.contains("Type mismatch"))
        try await db.put(["pk": "p3", "sk": "3", "g": "other"])
        #expect(try await db.query(.partition("g3", named: "g"), index: "idx").count == 499)
        try await db.delete(["pk": "x", "sk": "number"])
        #expect(try await db.query(.partition("other", named: "g"), index: "idx").count == 1)
    }

    @Test(arguments: transports)
    func removedIndexIsGone(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        try await db.put(["pk": "a", "sk": "1", "g": "x"])
        _ = try await db.engine.execute(PlainOperation(Self.adding(.keysOnly)))
        var request = UpdateTableRequest(tableName: "tbl")
        request.indexChanges = [.delete("idx")]
        let table = try await db.engine.execute(PlainOperation(request)).table
        #expect(table.status == .updating)
        #expect(table.indexes.map(\.status) == [.deleting])
        #expect(table.attributeTypes == ["pk": .string, "sk": .string])
        #expect(
            try await refusal { try await db.scan(index: "idx") }
                == "The table does not have the specified index: idx")
        try await db.put(["pk": "a", "sk": "2", "g": 5])
        // The same name may come back as another index.
        _ = try await db.engine.execute(PlainOperation(Self.adding()))
        #expect(try await db.scan(index: "idx").count == 1)
    }

    @Test(arguments: transports)
    func settingsAreKeptAndReported(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        func update(_ change: (inout UpdateTableRequest) -> Void) async throws -> TableDescription {
            var request = UpdateTableRequest(tableName: "tbl")
            change(&request)
            _ = try await db.engine.execute(PlainOperation(request))
            return try await db.engine.execute(PlainOperation(DescribeTableRequest(tableName: "tbl"))).table
        }
        #expect(try await update { $0.deletionProtection = true }.deletionProtection)
        #expect(try await update { $0.tableClass = .infrequentAccess }.tableClass == .infrequentAccess)
        #expect(try await update { $0.stream = .on(.newImage) }.stream == .newImage)
        let off = try await update { $0.stream = .off }
        #expect(off.stream == nil)
        #expect(off.streamLabel?.count == 23)
        #expect(
            try await update { $0.onDemandThroughput = .init(maxReads: 7, maxWrites: 8) }.onDemandThroughput
                == OnDemandThroughput(maxReads: 7, maxWrites: 8))
        #expect(
            try await update { $0.onDemandThroughput = .init(maxReads: -1) }.onDemandThroughput
                == OnDemandThroughput(maxWrites: 8))
        #expect(
            try await update { $0.warmThroughput = .init(reads: 13_000) }.warmThroughput
                == WarmThroughput(reads: 13_000, writes: 4000))
        let key = "arn:aws:kms:us-east-1:123456789012:key/k"
        let encrypted = try await update { $0.encryption = .init(enabled: true, type: "KMS", keyID: "k") }.encryption
        #expect(encrypted == TableDescription.Encryption(status: "ENABLED", type: "KMS", keyARN: key))
        #expect(try await update { $0.encryption = .init(enabled: false) }.encryption == nil)
        let provisioned = try await update { $0.billingMode = .provisioned(read: 3, write: 4) }
        #expect(provisioned.billingMode == .provisioned(read: 3, write: 4))
        #expect(provisioned.onDemandThroughput == nil)
        #expect(provisioned.lastOnDemandDate != nil)
        let lowered = try await update { $0.throughput = .init(read: 2, write: 5) }
        #expect(lowered.billingMode == .provisioned(read: 2, write: 5))
        #expect(lowered.throughputHistory.decreasesToday == 1)
        #expect(lowered.throughputHistory.lastIncrease == db.clock.now)
        db.clock.advance(by: 86_400)
        #expect(try await update { $0.deletionProtection = false }.throughputHistory.decreasesToday == 0)
    }

    private static let invalid = "One or more parameter values were invalid: "

    /// Each against a provisioned table `tbl` with the index `gsi` on `g`.
    static let refusals: [(String, String, String)] = [
        (
            #""GlobalSecondaryIndexUpdates":[]"#, "ValidationException",
            "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or "
                + "SSESpecification or ReplicaUpdates is required"
        ),
        (
            #""GlobalSecondaryIndexUpdates":[],"DeletionProtectionEnabled":true"#, "ValidationException",
            invalid + "List of GlobalSecondaryIndexUpdates is empty"
        ),
        (
            #""GlobalSecondaryIndexUpdates":[{}]"#, "ValidationException",
            invalid + "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
                + "GlobalSecondaryIndexUpdate.Delete must not be null"
        ),
        (
            #""GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"gsi"},"Update":{"IndexName":"gsi"}}]"#,
            "ValidationException",
            invalid + "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object"
        ),
        (
            #""GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"abc"}},{"Delete":{"IndexName":"abc"}}]"#,
            "ValidationException",
            invalid + "Only one global secondary index update per index is allowed simultaneously. Index: abc"
        ),
        (
            #""GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"abc"}},{"Delete":{"IndexName":"abd"}}]"#,
            "LimitExceededException",
            "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table"
        ),
        (
            #""GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"abc"}}]"#, "ResourceNotFoundException",
            "Requested resource not found: Index abc for table tbl"
        ),
        (
            #""GlobalSecondaryIndexUpdates":[{"Update":{"IndexName":"abc","ProvisionedThroughput":"#
                + #"{"ReadCapacityUnits":1000000000001,"WriteCapacityUnits":1}}}]"#, "ValidationException",
            "This operation cannot be performed with given input values. Please contact DynamoDB service team for more info: "
                + "Action Blocked: IndexUpdate"
        ),
        (
            #""GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"new","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"#
                + #""Projection":{"ProjectionType":"ALL"},\#(ControlPlane.provisioned)}}]"#, "ValidationException",
            invalid + "AttributeDefinitions is not specified for index: new"
        ),
        (
            ControlPlane.newIndex, "ValidationException",
            invalid + "ProvisionedThroughput must be specified for index: idx"
        ),
        (
            ControlPlane.newIndex.replacing(#""idx""#, with: #""gsi""#), "ValidationException",
            "Attempting to create an index which already exists"
        ),
        (
            ControlPlane.newIndex.replacing(#""AttributeType":"S""#, with: #""AttributeType":"N""#),
            "ValidationException",
            invalid
                + "Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
                + "Existing schema: Schema:[SchemaElement: key{g:S:HASH}] New schema: Schema:[SchemaElement: key{g:N:HASH}]"
        ),
        (
            ControlPlane.newIndex + "," + ControlPlane.provisioned, "ValidationException",
            invalid + "You cannot create or delete index while updating table IOPS"
        ),
        (
            ControlPlane.provisioned, "ValidationException",
            "The provisioned throughput for the table will not change. The requested value equals the current value. "
                + "Current ReadCapacityUnits provisioned for the table: 5. Requested ReadCapacityUnits: 5. "
                + "Current WriteCapacityUnits provisioned for the table: 6. Requested WriteCapacityUnits: 6. "
                + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits."
        ),
        (
            #""BillingMode":"PAY_PER_REQUEST",\#(ControlPlane.provisioned)"#, "ValidationException",
            invalid
                + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST"
        ),
        (
            #""BillingMode":"PROVISIONED""#, "ValidationException",
            invalid + "ProvisionedThroughput must be specified when BillingMode is PROVISIONED"
        ),
        (
            #""StreamSpecification":{"StreamEnabled":false}"#, "ValidationException",
            "Table has no stream to disable: TableName: tbl"
        ),
        (
            #""StreamSpecification":{"StreamEnabled":true}"#, "ValidationException",
            invalid + "If stream is being enabled then UpdateViewType is required"
        ),
        (
            #""TableClass":"STANDARD","DeletionProtectionEnabled":true"#, "ValidationException",
            invalid + "TableClass modification must be the only operation in the request"
        ),
        (
            #""SSESpecification":{"Enabled":false}"#, "ValidationException",
            invalid + "Table is already encrypted by default"
        ),
        (
            #""WarmThroughput":{"ReadUnitsPerSecond":1}"#, "ValidationException",
            invalid
                + "Requested ReadUnitsPerSecond for WarmThroughput for table is lower than current WarmThroughput, decreasing "
                + "WarmThroughput is not supported"
        ),
        (
            #""OnDemandThroughput":{"MaxReadRequestUnits":10}"#, "ValidationException",
            invalid
                + "MaxReadRequestUnits for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED."
        ),
        (
            #""ReplicaUpdates":[]"#, "ValidationException",
            "ReplicaUpdates is not supported by the in-memory engine: it has no global tables"
        ),
    ]

    @Test(arguments: refusals)
    func refused(_ members: String, _ error: String, _ message: String) throws {
        let service = ControlPlane()
        let made = try service.ask(
            "CreateTable",
            #"{"TableName":"tbl","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},"#
                + #"{"AttributeName":"g","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"#
                + #"\#(ControlPlane.provisioned),"GlobalSecondaryIndexes":[{"IndexName":"gsi","KeySchema":"#
                + #"[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"},\#(ControlPlane.provisioned)}]}"#
        )
        #expect(made.status == 200)
        let before = try service.describe()
        let answer = try service.update(members)
        #expect(answer.error == error)
        #expect(answer.message == message)
        #expect(try service.describe().text == before.text)
    }

    @Test func aTableThatBecomesProvisionedTakesItsIndexesAlong() throws {
        let service = ControlPlane()
        _ = try service.createTable()
        _ = try service.addIndex()
        let mode = #""BillingMode":"PROVISIONED",\#(ControlPlane.provisioned)"#
        #expect(
            try service.update(mode).message == Self.invalid + "ProvisionedThroughput must be specified for index: idx")
        let answer = try service.update(
            mode + #","GlobalSecondaryIndexUpdates":[{"Update":{"IndexName":"idx",\#(ControlPlane.provisioned)}}]"#)
        #expect(answer["TableDescription.BillingModeSummary.BillingMode"] == "PROVISIONED")
        #expect(
            try service.describe()["Table.GlobalSecondaryIndexes.0.ProvisionedThroughput.ReadCapacityUnits"] == "5")
    }

    @Test func aTypeThatIsDeclaredAgainStaysAsItWas() throws {
        let service = ControlPlane()
        _ = try service.createTable()
        let answer = try service.update(
            ControlPlane.newIndex.replacing(
                #""AttributeDefinitions":["#,
                with: #""AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"N"},"#))
        #expect(answer.status == 200)
        #expect(answer["TableDescription.AttributeDefinitions.1.AttributeName"] == "pk")
        #expect(answer["TableDescription.AttributeDefinitions.1.AttributeType"] == "S")
    }
}
