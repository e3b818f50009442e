import Entities
import Testing

/// The shapes are those of the examples in AWS's API reference,
/// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html
@Suite("Requests as JSON")
struct RequestBodyTests {
    private static let key: EncodedItem = ["pk": "a"]
    private static let a = AttributePath("a")
    private static let isA = Condition.compare(.path(a), .equal, .value(1))
    private static let names = ##""ExpressionAttributeNames":{"#a":"a"}"##
    private static let values = ##""ExpressionAttributeValues":{":v0":{"N":"1"}}"##

    private static func make<Request>(_ request: Request, _ change: (inout Request) -> Void) -> Request {
        var request = request
        change(&request)
        return request
    }

    static let items: [(DynamoDBRequest, String)] = [
        (.getItem(GetItemRequest(tableName: "t", key: key)), ##"{"TableName":"t","Key":{"pk":{"S":"a"}}}"##),
        (
            .getItem(
                make(GetItemRequest(tableName: "t", key: key)) {
                    $0.consistentRead = true
                    $0.projection = [a, AttributePath("b").appending(index: 1)]
                    $0.returnConsumedCapacity = .total
                }),
            ##"{"TableName":"t","Key":{"pk":{"S":"a"}},"ConsistentRead":true,"ProjectionExpression":"#a, #b[1]","##
                + ##""ExpressionAttributeNames":{"#a":"a","#b":"b"},"ReturnConsumedCapacity":"TOTAL"}"##
        ),
        (.putItem(PutItemRequest(tableName: "t", item: key)), ##"{"TableName":"t","Item":{"pk":{"S":"a"}}}"##),
        (
            .putItem(
                make(PutItemRequest(tableName: "t", item: key)) {
                    $0.condition = isA
                    $0.returnValues = .allOld
                    $0.returnValuesOnConditionCheckFailure = .allOld
                    $0.returnConsumedCapacity = .indexes
                    $0.returnItemCollectionMetrics = .size
                }),
            ##"{"TableName":"t","Item":{"pk":{"S":"a"}},"ConditionExpression":"#a = :v0",\##(names),\##(values),"##
                + ##""ReturnValuesOnConditionCheckFailure":"ALL_OLD","ReturnValues":"ALL_OLD","##
                + ##""ReturnConsumedCapacity":"INDEXES","ReturnItemCollectionMetrics":"SIZE"}"##
        ),
        (
            .updateItem(UpdateItemRequest(tableName: "t", key: key, update: UpdateExpression())),
            ##"{"TableName":"t","Key":{"pk":{"S":"a"}}}"##
        ),
        (
            .updateItem(
                make(UpdateItemRequest(tableName: "t", key: key, update: .init(remove: [a]))) {
                    $0.condition = isA
                    $0.returnValues = .updatedNew
                }),
            ##"{"TableName":"t","Key":{"pk":{"S":"a"}},"UpdateExpression":"REMOVE #a","ConditionExpression":"#a = :v0","##
                + ##"\##(names),\##(values),"ReturnValues":"UPDATED_NEW"}"##
        ),
        (
            .deleteItem(
                make(DeleteItemRequest(tableName: "t", key: key)) {
                    $0.condition = isA
                    $0.returnValues = .allOld
                }),
            ##"{"TableName":"t","Key":{"pk":{"S":"a"}},"ConditionExpression":"#a = :v0",\##(names),\##(values),"ReturnValues":"ALL_OLD"}"##
        ),
    ]

    static let reads: [(DynamoDBRequest, String)] = [
        (
            .query(
                make(QueryRequest(tableName: "t", indexName: "i", keyCondition: KeyCondition([.init("a", .value(1))])))
                {
                    $0.select = .count
                    $0.consistentRead = true
                    $0.scanIndexForward = false
                    $0.limit = 5
                    $0.exclusiveStartKey = key
                    $0.returnConsumedCapacity = .total
                }),
            ##"{"TableName":"t","IndexName":"i","KeyConditionExpression":"#a = :v0",\##(names),\##(values),"ScanIndexForward":false,"##
                + ##""Select":"COUNT","ConsistentRead":true,"Limit":5,"ExclusiveStartKey":{"pk":{"S":"a"}},"ReturnConsumedCapacity":"TOTAL"}"##
        ),
        (.scan(ScanRequest(tableName: "t")), ##"{"TableName":"t"}"##),
        (
            .scan(
                make(ScanRequest(tableName: "t", indexName: "i")) {
                    $0.filter = isA
                    $0.projection = [a]
                    $0.segment = 0
                    $0.totalSegments = 4
                    $0.select = .specificAttributes
                    $0.consistentRead = true
                    $0.limit = 1
                }),
            ##"{"TableName":"t","IndexName":"i","FilterExpression":"#a = :v0","ProjectionExpression":"#a",\##(names),\##(values),"##
                + ##""Segment":0,"TotalSegments":4,"Select":"SPECIFIC_ATTRIBUTES","ConsistentRead":true,"Limit":1}"##
        ),
        (
            .batchGetItem(
                make(
                    BatchGetItemRequest(tables: [
                        "u": .init(keys: [key]),
                        "t": make(.init(keys: [key, ["pk": "b"]])) {
                            $0.projection = [a]
                            $0.consistentRead = true
                        },
                    ])
                ) { $0.returnConsumedCapacity = .total }),
            ##"{"RequestItems":{"t":{"Keys":[{"pk":{"S":"a"}},{"pk":{"S":"b"}}],"ConsistentRead":true,"ProjectionExpression":"#a",\##(names)},"##
                + ##""u":{"Keys":[{"pk":{"S":"a"}}]}},"ReturnConsumedCapacity":"TOTAL"}"##
        ),
        (
            .transactGetItems(
                make(
                    TransactGetItemsRequest(gets: [
                        .init(tableName: "t", key: key), make(.init(tableName: "u", key: key)) { $0.projection = [a] },
                    ])
                ) { $0.returnConsumedCapacity = .total }),
            ##"{"TransactItems":[{"Get":{"TableName":"t","Key":{"pk":{"S":"a"}}}},{"Get":{"TableName":"u","Key":{"pk":{"S":"a"}},"##
                + ##""ProjectionExpression":"#a",\##(names)}}],"ReturnConsumedCapacity":"TOTAL"}"##
        ),
    ]

    static let writes: [(DynamoDBRequest, String)] = [
        (
            .batchWriteItem(
                make(BatchWriteItemRequest(tables: ["u": [.put(key)], "t": [.delete(key), .put(key)]])) {
                    $0.returnConsumedCapacity = .total
                    $0.returnItemCollectionMetrics = .size
                }),
            ##"{"RequestItems":{"t":[{"DeleteRequest":{"Key":{"pk":{"S":"a"}}}},{"PutRequest":{"Item":{"pk":{"S":"a"}}}}],"##
                + ##""u":[{"PutRequest":{"Item":{"pk":{"S":"a"}}}}]},"ReturnConsumedCapacity":"TOTAL","ReturnItemCollectionMetrics":"SIZE"}"##
        ),
        (
            .transactWriteItems(
                make(
                    TransactWriteItemsRequest(
                        actions: [
                            .put(make(PutItemRequest(tableName: "t", item: key)) { $0.returnValues = .allOld }),
                            .update(
                                make(UpdateItemRequest(tableName: "t", key: key, update: .init(remove: [a]))) {
                                    $0.returnConsumedCapacity = .total
                                }),
                            .delete(
                                make(DeleteItemRequest(tableName: "t", key: key)) {
                                    $0.returnValuesOnConditionCheckFailure = .allOld
                                }),
                            .check(.init(tableName: "t", key: key, condition: isA)),
                        ], clientRequestToken: "token")
                ) { $0.returnItemCollectionMetrics = .size }),
            ##"{"TransactItems":[{"Put":{"TableName":"t","Item":{"pk":{"S":"a"}}}},"##
                + ##"{"Update":{"TableName":"t","Key":{"pk":{"S":"a"}},"UpdateExpression":"REMOVE #a",\##(names)}},"##
                + ##"{"Delete":{"TableName":"t","Key":{"pk":{"S":"a"}},"ReturnValuesOnConditionCheckFailure":"ALL_OLD"}},"##
                + ##"{"ConditionCheck":{"TableName":"t","Key":{"pk":{"S":"a"}},"ConditionExpression":"#a = :v0",\##(names),\##(values)}}],"##
                + ##""ClientRequestToken":"token","ReturnItemCollectionMetrics":"SIZE"}"##
        ),
    ]

    static let tables: [(DynamoDBRequest, String)] = [
        (
            .createTable(
                CreateTableRequest(tableName: "t", keys: KeySchema(partition: ["pk"]), attributeTypes: ["pk": .binary])),
            ##"{"TableName":"t","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"B"}],"##
                + ##""KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"BillingMode":"PAY_PER_REQUEST"}"##
        ),
        (
            .createTable(
                make(
                    CreateTableRequest(
                        tableName: "t", keys: KeySchema(partition: ["pk"], sort: ["sk"]),
                        attributeTypes: ["sk": .number, "pk": .string])
                ) {
                    $0.indexes = [
                        IndexDescription(
                            name: "g", keys: KeySchema(partition: ["a", "b"], sort: ["c"]),
                            projection: .include(["x", "y"])),
                        IndexDescription(
                            name: "l", keys: KeySchema(partition: ["pk"], sort: ["a"]), projection: .keysOnly,
                            isLocal: true),
                    ]
                    $0.billingMode = .provisioned(read: 5, write: 6)
                    $0.stream = .newAndOldImages
                    $0.deletionProtection = true
                }),
            ##"{"TableName":"t","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"}],"##
                + ##""KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],"##
                + ##""LocalSecondaryIndexes":[{"IndexName":"l","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},"##
                + ##"{"AttributeName":"a","KeyType":"RANGE"}],"Projection":{"ProjectionType":"KEYS_ONLY"}}],"##
                + ##""GlobalSecondaryIndexes":[{"IndexName":"g","KeySchema":[{"AttributeName":"a","KeyType":"HASH"},"##
                + ##"{"AttributeName":"b","KeyType":"HASH"},{"AttributeName":"c","KeyType":"RANGE"}],"##
                + ##""Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x","y"]},"##
                + ##""ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6}}],"BillingMode":"PROVISIONED","##
                + ##""ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6},"##
                + ##""StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"},"DeletionProtectionEnabled":true}"##
        ),
        (.describeTable(DescribeTableRequest(tableName: "t")), ##"{"TableName":"t"}"##),
        (.deleteTable(DeleteTableRequest(tableName: "t")), ##"{"TableName":"t"}"##),
        (.listTables(ListTablesRequest()), "{}"),
        (
            .listTables(ListTablesRequest(exclusiveStartTableName: "t", limit: 3)),
            ##"{"ExclusiveStartTableName":"t","Limit":3}"##
        ),
        (
            .updateTimeToLive(UpdateTimeToLiveRequest(tableName: "t", attributeName: "x", enabled: false)),
            ##"{"TableName":"t","TimeToLiveSpecification":{"AttributeName":"x","Enabled":false}}"##
        ),
        (.describeTimeToLive(DescribeTimeToLiveRequest(tableName: "t")), ##"{"TableName":"t"}"##),
        (
            .updateContinuousBackups(UpdateContinuousBackupsRequest(tableName: "t", pointInTimeRecovery: true)),
            ##"{"TableName":"t","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}"##
        ),
    ]

    static let settings: [(DynamoDBRequest, String)] = [
        (
            .updateContinuousBackups(
                UpdateContinuousBackupsRequest(tableName: "t", pointInTimeRecovery: true, recoveryPeriodInDays: 3)),
            ##"{"TableName":"t","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true,"RecoveryPeriodInDays":3}}"##
        ),
        (.describeContinuousBackups(DescribeContinuousBackupsRequest(tableName: "t")), ##"{"TableName":"t"}"##),
        (
            .createTable(
                make(
                    CreateTableRequest(
                        tableName: "t", keys: KeySchema(partition: ["pk"]), attributeTypes: ["pk": .string])
                ) {
                    $0.onDemandThroughput = OnDemandThroughput(maxReads: 1, maxWrites: 2)
                    $0.warmThroughput = WarmThroughput(reads: 3, writes: 4)
                    $0.encryption = ServerSideEncryption(enabled: true, type: "KMS", keyID: "k")
                    $0.tableClass = .infrequentAccess
                    $0.resourcePolicy = "{}"
                    $0.tags = ["b": "2", "a": "1"]
                }),
            ##"{"TableName":"t","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"##
                + ##""KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"BillingMode":"PAY_PER_REQUEST","##
                + ##""OnDemandThroughput":{"MaxReadRequestUnits":1,"MaxWriteRequestUnits":2},"##
                + ##""WarmThroughput":{"ReadUnitsPerSecond":3,"WriteUnitsPerSecond":4},"##
                + ##""SSESpecification":{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"k"},"##
                + ##""TableClass":"STANDARD_INFREQUENT_ACCESS","ResourcePolicy":"{}","##
                + ##""Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]}"##
        ),
        (
            .updateTable(
                make(UpdateTableRequest(tableName: "t")) {
                    $0.attributeTypes = ["g": .number]
                    $0.billingMode = .provisioned(read: 1, write: 2)
                    $0.indexChanges = [
                        .create(
                            IndexDescription(
                                name: "new", keys: KeySchema(partition: ["g"]), projection: .keysOnly,
                                throughput: ProvisionedThroughput(read: 3, write: 4))),
                        .update(.init(name: "old", throughput: ProvisionedThroughput(read: 5, write: 6))),
                        .delete("gone"),
                    ]
                    $0.stream = .on(.keysOnly)
                }),
            ##"{"TableName":"t","AttributeDefinitions":[{"AttributeName":"g","AttributeType":"N"}],"BillingMode":"PROVISIONED","##
                + ##""ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":2},"GlobalSecondaryIndexUpdates":["##
                + ##"{"Create":{"IndexName":"new","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"##
                + ##""Projection":{"ProjectionType":"KEYS_ONLY"},"ProvisionedThroughput":{"ReadCapacityUnits":3,"WriteCapacityUnits":4}}},"##
                + ##"{"Update":{"IndexName":"old","ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6}}},"##
                + ##"{"Delete":{"IndexName":"gone"}}],"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}"##
        ),
        (
            .updateTable(
                make(UpdateTableRequest(tableName: "t")) {
                    $0.billingMode = .onDemand
                    $0.stream = .off
                    $0.deletionProtection = false
                }),
            ##"{"TableName":"t","BillingMode":"PAY_PER_REQUEST","StreamSpecification":{"StreamEnabled":false},"##
                + ##""DeletionProtectionEnabled":false}"##
        ),
        (
            .tagResource(TagResourceRequest(resourceARN: "arn", tags: ["a": "1"])),
            ##"{"ResourceArn":"arn","Tags":[{"Key":"a","Value":"1"}]}"##
        ),
        (
            .untagResource(UntagResourceRequest(resourceARN: "arn", tagKeys: ["b", "a"])),
            ##"{"ResourceArn":"arn","TagKeys":["b","a"]}"##
        ),
        (
            .listTagsOfResource(ListTagsOfResourceRequest(resourceARN: "arn", nextToken: "n")),
            ##"{"ResourceArn":"arn","NextToken":"n"}"##
        ),
        (.describeLimits(DescribeLimitsRequest()), "{}"),
        (.describeEndpoints(DescribeEndpointsRequest()), "{}"),
    ]

    @Test("Every request has the documented form", arguments: items + reads + writes + tables + settings)
    func bodies(request: DynamoDBRequest, body: String) {
        #expect(request.body == body)
    }

    @Test("A request with an operand that could not be made has no body")
    func invalid() {
        let error = AttributeError(.emptySet, path: "x", reason: "empty")
        let bad = Condition.compare(.path(Self.a), .equal, .invalid(error))
        var put = PutItemRequest(tableName: "t", item: Self.key)
        put.condition = bad
        let check = TransactWriteItemsRequest.ConditionCheck(tableName: "t", key: Self.key, condition: bad)
        for request in [
            DynamoDBRequest.putItem(put), .transactWriteItems(.init(actions: [.put(put)])),
            .transactWriteItems(.init(actions: [.check(check)])),
            .query(.init(tableName: "t", keyCondition: KeyCondition([.init("a", .invalid(error))]))),
        ] {
            #expect(request.body == "cannot be sent: x: empty")
        }
    }
}
