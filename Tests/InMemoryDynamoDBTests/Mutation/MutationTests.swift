import Entities
import Testing

@testable import InMemoryDynamoDB

/// Thousands of requests that are nearly right: what is wrong is refused with a client's error, and changes nothing.
@Suite("Mutated requests")
struct MutationTests {
    static let key = #""TableName":"tbl","Key":{"pk":{"S":"p"},"sk":{"N":"1"}}"#

    /// Requests that are right.
    static let requests: [(operation: String, body: String)] = [
        (
            "GetItem",
            ##"{\##(key),"ConsistentRead":true,"ProjectionExpression":"#a, l[0]","ExpressionAttributeNames":{"#a":"a"}}"##
        ),
        ("GetItem", #"{\#(key),"AttributesToGet":["a","n"],"ReturnConsumedCapacity":"INDEXES"}"#),
        (
            "PutItem",
            ##"{"TableName":"tbl","Item":{"pk":{"S":"p"},"sk":{"N":"2"},"a":{"S":"y"},"x":{"M":{"l":{"L":[{"NULL":true},"##
                + ##"{"NS":["1","2"]},{"B":"AQID"}]}}}},"ConditionExpression":"attribute_exists(#a) AND n BETWEEN :l AND :h","##
                + ##""ExpressionAttributeNames":{"#a":"a"},"ExpressionAttributeValues":{":l":{"N":"1"},":h":{"N":"9"}},"##
                + ##""ReturnValues":"ALL_OLD","ReturnItemCollectionMetrics":"SIZE"}"##
        ),
        (
            "PutItem",
            #"{"TableName":"tbl","Item":{"pk":{"S":"p"},"sk":{"N":"3"}},"ConditionalOperator":"OR","Expected":{"#
                + #""a":{"ComparisonOperator":"BEGINS_WITH","AttributeValueList":[{"S":"x"}]},"n":{"Value":{"N":"5"}}}}"#
        ),
        (
            "UpdateItem",
            ##"{\##(key),"UpdateExpression":"SET #m.k = :s, n = n + :one REMOVE l[1] ADD s :t","##
                + ##""ConditionExpression":"size(l) > :one OR contains(s, :s)","ExpressionAttributeNames":{"#m":"m"},"##
                + ##""ExpressionAttributeValues":{":s":{"S":"z"},":one":{"N":"1"},":t":{"SS":["w"]}},"ReturnValues":"UPDATED_NEW","##
                + ##""ReturnValuesOnConditionCheckFailure":"ALL_OLD"}"##
        ),
        (
            "UpdateItem",
            #"{\#(key),"AttributeUpdates":{"n":{"Action":"ADD","Value":{"N":"2"}},"b":{"Action":"DELETE"}},"ReturnValues":"ALL_NEW"}"#
        ),
        ("DeleteItem", #"{\#(key),"Expected":{"n":{"Exists":false}},"ReturnValues":"ALL_OLD"}"#),
        (
            "Query",
            #"{"TableName":"tbl","KeyConditionExpression":"pk = :p AND sk BETWEEN :l AND :h","FilterExpression":"n IN (:l, :h)","#
                + #""ExpressionAttributeValues":{":p":{"S":"p"},":l":{"N":"1"},":h":{"N":"9"}},"Limit":2,"ScanIndexForward":false,"#
                + #""ExclusiveStartKey":{"pk":{"S":"p"},"sk":{"N":"3"}},"Select":"ALL_ATTRIBUTES"}"#
        ),
        (
            "Query",
            #"{"TableName":"tbl","IndexName":"byA","KeyConditions":{"a":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"x"}]}},"#
                + #""QueryFilter":{"n":{"ComparisonOperator":"GT","AttributeValueList":[{"N":"1"}]}},"Select":"COUNT"}"#
        ),
        (
            "Scan",
            ##"{"TableName":"tbl","FilterExpression":"attribute_type(#a, :t)","ExpressionAttributeNames":{"#a":"a"},"##
                + ##""ExpressionAttributeValues":{":t":{"S":"S"}},"Segment":0,"TotalSegments":3,"ReturnConsumedCapacity":"TOTAL"}"##
        ),
        (
            "Scan",
            #"{"TableName":"tbl","IndexName":"byA","ScanFilter":{"a":{"ComparisonOperator":"NOT_NULL"}},"AttributesToGet":["a"]}"#
        ),
        (
            "BatchGetItem",
            #"{"RequestItems":{"tbl":{"Keys":[{"pk":{"S":"p"},"sk":{"N":"1"}},{"pk":{"S":"p"},"sk":{"N":"2"}}],"ConsistentRead":true}}}"#
        ),
        (
            "BatchWriteItem",
            #"{"RequestItems":{"tbl":[{"PutRequest":{"Item":{"pk":{"S":"q"},"sk":{"N":"1"}}}},"#
                + #"{"DeleteRequest":{"Key":{"pk":{"S":"q"},"sk":{"N":"2"}}}}]},"ReturnConsumedCapacity":"TOTAL"}"#
        ),
        ("TransactGetItems", #"{"TransactItems":[{"Get":{\#(key),"ProjectionExpression":"a"}}]}"#),
        (
            "TransactWriteItems",
            #"{"TransactItems":[{"Update":{\#(key),"UpdateExpression":"SET n = :n","ExpressionAttributeValues":{":n":{"N":"1"}}}},"#
                + #"{"Put":{"TableName":"tbl","Item":{"pk":{"S":"q"},"sk":{"N":"5"}}}},"#
                + #"{"ConditionCheck":{"TableName":"tbl","Key":{"pk":{"S":"p"},"sk":{"N":"3"}},"ConditionExpression":"attribute_exists(pk)"}},"#
                + #"{"Delete":{"TableName":"tbl","Key":{"pk":{"S":"q"},"sk":{"N":"9"}}}}],"ReturnConsumedCapacity":"INDEXES"}"#
        ),
        (
            "CreateTable",
            #"{"TableName":"new","KeySchema":[{"AttributeName":"h","KeyType":"HASH"}],"BillingMode":"PROVISIONED","#
                + #""AttributeDefinitions":[{"AttributeName":"h","AttributeType":"S"},{"AttributeName":"g","AttributeType":"N"}],"#
                + #""ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1},"Tags":[{"Key":"k","Value":"v"}],"#
                + #""GlobalSecondaryIndexes":[{"IndexName":"idx","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"#
                + #""Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]},"#
                + #""ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}}]}"#
        ),
        ("DescribeTable", #"{"TableName":"tbl"}"#),
        ("ListTables", #"{"Limit":5,"ExclusiveStartTableName":"abc"}"#),
        ("DescribeTimeToLive", #"{"TableName":"tbl"}"#),
    ]

    /// Whatever the shapes would refuse, the readers and the rules refuse too: shapes are only asked about what has been refused.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func areRefusedWithoutEffect(_ seed: UInt64) throws {
        var mutation = JSONMutation(seed: seed)
        let engine = try Self.engine()
        var contents = Self.contents(of: engine)
        var refused = 0
        for round in 0..<75 {
            for (operation, body) in Self.requests {
                let target = "DynamoDB_20120810.\(operation)"
                let request = mutation.mutate(try JSONTree(Array(body.utf8)))
                let answer = engine.respond(target: target, body: request)
                let now = Self.contents(of: engine)
                let text = String(decoding: request.prefix(2000), as: UTF8.self)
                if answer.status == 200 {
                    let shape = try #require(WireOperation.all[target]).shape
                    let problem = ShapeCheck.problem(in: request, shape)
                    #expect(problem == nil, "\(operation) \(text) was accepted in round \(round)")
                } else {
                    refused += 1
                    #expect(answer.status == 400, "\(operation) \(text)")
                    #expect(Self.isClientError(answer.body), "\(operation) \(text)")
                    #expect(now == contents, "\(operation) \(text) was refused and has changed something")
                }
                contents = now
            }
        }
        // Most are wrong, and some are right: both halves of the test are about something.
        #expect(refused > 500 && refused < 75 * Self.requests.count)
    }

    @Test func unmutatedRequestsAreAccepted() throws {
        let engine = try Self.engine()
        for (operation, body) in Self.requests {
            let answer = engine.respond(target: "DynamoDB_20120810.\(operation)", body: Array(body.utf8))
            let text = String(decoding: answer.body, as: UTF8.self)
            #expect(answer.status == 200 || text.contains("ConditionalCheckFailed"), "\(operation): \(text)")
        }
    }

    private static func isClientError(_ body: [UInt8]) -> Bool {
        guard case .object(let members)? = try? JSONTree(body), case .string(let type)? = members.first?.value else {
            return false
        }
        return type.hasPrefix("com.amazon") && !type.hasSuffix("InternalServerError")
    }

    /// Everything that the table holds and all that is said of it.
    private static func contents(of engine: InMemoryDynamoDB) -> [[UInt8]] {
        [
            ("Scan", #"{"TableName":"tbl"}"#), ("Scan", #"{"TableName":"tbl","IndexName":"byA"}"#),
            ("DescribeTable", #"{"TableName":"tbl"}"#), ("ListTables", "{}"),
        ].map { engine.respond(target: "DynamoDB_20120810.\($0.0)", body: Array($0.1.utf8)).body }
    }

    private static func engine() throws -> InMemoryDynamoDB {
        let clock = TestClock()
        let engine = InMemoryDynamoDB(clock: { clock.now })
        let table =
            #"{"TableName":"tbl","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":["#
            + #"{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"},"#
            + #"{"AttributeName":"a","AttributeType":"S"}],"#
            + #""KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],"#
            + #""GlobalSecondaryIndexes":[{"IndexName":"byA","KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],"#
            + #""Projection":{"ProjectionType":"ALL"}}]}"#
        try #require(engine.respond(target: "DynamoDB_20120810.CreateTable", body: Array(table.utf8)).status == 200)
        for number in 1...4 {
            let item =
                #"{"TableName":"tbl","Item":{"pk":{"S":"p"},"sk":{"N":"\#(number)"},"a":{"S":"x"},"n":{"N":"5"},"#
                + #""l":{"L":[{"S":"e"},{"N":"1"}]},"m":{"M":{"k":{"S":"v"}}},"s":{"SS":["t","u"]},"b":{"B":"AQID"}}}"#
            try #require(engine.respond(target: "DynamoDB_20120810.PutItem", body: Array(item.utf8)).status == 200)
        }
        return engine
    }
}
