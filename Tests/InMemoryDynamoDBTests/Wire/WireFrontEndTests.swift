import Entities
import InMemoryDynamoDB
import Testing

@Suite("Requests as JSON text")
struct WireFrontEndTests {
    static func database() async throws -> TestDatabase {
        let db = try await TestDatabase.withTable(.values)
        try await db.put(["pk": "a", "sk": "1", "n": 5])
        return db
    }

    static func respond(_ db: TestDatabase, _ operation: String, _ body: String) -> (status: Int, body: String) {
        let (status, bytes) = db.engine.respond(target: "DynamoDB_20120810.\(operation)", body: Array(body.utf8))
        return (status, String(decoding: bytes, as: UTF8.self))
    }

    @Test(arguments: [
        (
            "GetItem", #"{"TableName":"tbl","Key":{"pk":{"S":"a"},"sk":{"S":"1"}}}"#,
            #"{"Item":{"n":{"N":"5"},"pk":{"S":"a"},"sk":{"S":"1"}}}"#
        ),
        ("GetItem", #"{"Key":{"sk":{"S":"2"},"pk":{"S":"a"}},"TableName":"tbl","Unknown":[1]}"#, "{}"),
        (
            "GetItem",
            ##"{"TableName":"tbl","Key":{"pk":{"S":"a"},"sk":{"S":"1"}},"ProjectionExpression":"#n","##
                + ##""ExpressionAttributeNames":{"#n":"n"},"ReturnConsumedCapacity":"TOTAL","ConsistentRead":null}"##,
            #"{"Item":{"n":{"N":"5"}},"ConsumedCapacity":{"TableName":"tbl","CapacityUnits":0.5}}"#
        ),
        (
            "Query",
            #"{"TableName":"tbl","KeyConditionExpression":"pk = :p AND begins_with(sk, :s)","Limit":1,"#
                + #""ExpressionAttributeValues":{":p":{"S":"a"},":s":{"S":""#
                + #"1"}}}"#,
            #"{"Count":1,"ScannedCount":1,"Items":[{"n":{"N":"5"},"pk":{"S":"a"},"sk":{"S":"1"}}],"#
                + #""LastEvaluatedKey":{"pk":{"S":"a"},"sk":{"S":"1"}}}"#
        ),
        (
            "UpdateItem",
            #"{"TableName":"tbl","Key":{"pk":{"S":"a"},"sk":{"S":"1"}},"UpdateExpression":"SET n = n + :one","#
                + #""ConditionExpression":"n < :max","ExpressionAttributeValues":{":one":{"N":"1"},":max":{"N":"6"}},"#
                + #""ReturnValues":"UPDATED_NEW"}"#,
            #"{"Attributes":{"n":{"N":"6"}}}"#
        ),
        ("ListTables", "{}", #"{"TableNames":["tbl"]}"#),
    ])
    func answers(_ operation: String, _ body: String, _ expected: String) async throws {
        let answer = Self.respond(try await Self.database(), operation, body)
        #expect(answer.status == 200)
        #expect(answer.body == expected)
    }

    static let key = #""TableName":"tbl","Key":{"pk":{"S":"a"},"sk":{"S":"1"}}"#

    @Test(
        arguments: [
            ("Nonsense", "{}", "UnknownOperationException", ""),
            ("GetItem", "{", "SerializationException", ""),
            ("GetItem", "[]", "SerializationException", ""),
            ("GetItem", #"{"TableName":5}"#, "SerializationException", "NUMBER_VALUE cannot be converted to String"),
            (
                "GetItem", #"{"Key":{}}"#, "ValidationException",
                "1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null"
            ),
            (
                "GetItem", #"{"TableName":"tbl"}"#, "ValidationException",
                "1 validation error detected: Value null at 'key' failed to satisfy constraint: Member must not be null"
            ),
            (
                "GetItem", "{\(key),\"ReturnConsumedCapacity\":\"SOME\"}", "ValidationException",
                "1 validation error detected: Value 'SOME' at 'returnConsumedCapacity' failed to satisfy constraint: Member "
                    + "must satisfy enum value set: [INDEXES, TOTAL, NONE]"
            ),
            (
                "GetItem", "{\(key),\"ExpressionAttributeNames\":{\"#a\":\"a\"}}", "ValidationException",
                "ExpressionAttributeNames can only be specified when using expressions"
            ),
            (
                "UpdateItem", "{\(key),\"ExpressionAttributeValues\":{\":a\":{\"N\":\"1\"}}}", "ValidationException",
                "1 validation error detected: ExpressionAttributeValues can only be specified when using expressions"
            ),
            (
                "DeleteItem",
                "{\(key),\"ConditionExpression\":\"a = :a\",\"ExpressionAttributeValues\":{\":a\":{\"N\":\"1\"},\":b\":{\"N\":\"1\"}}}",
                "ValidationException", "Value provided in ExpressionAttributeValues unused in expressions: keys: {:b}"
            ),
            (
                "DeleteItem", "{\(key),\"ConditionExpression\":\"\"}", "ValidationException",
                "Invalid ConditionExpression: The expression can not be empty;"
            ),
            (
                "DeleteItem",
                "{\(key),\"ConditionExpression\":\"a = :a\",\"ExpressionAttributeValues\":{\"a\":{\"N\":\"1\"}}}",
                "ValidationException", #"ExpressionAttributeValues contains invalid key: Syntax error; key: "a""#
            ),
            (
                "DeleteItem", "{\(key),\"ConditionExpression\":\"n = n\"}", "ValidationException",
                "Invalid ConditionExpression: The first operand must be distinct from the remaining operands for this "
                    + "operator or function; operator: =, first operand: [n]"
            ),
            (
                "Query", #"{"TableName":"tbl"}"#, "ValidationException",
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."
            ),
            (
                "Query", #"{"TableName":"tbl","KeyConditions":{}}"#, "ValidationException",
                "Conditions can be of length 1 or 2 only"
            ),
            (
                "TransactWriteItems", #"{"TransactItems":[{}]}"#, "ValidationException",
                "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request"
            ),
            (
                "CreateTable",
                #"{"TableName":"new","KeySchema":[{"AttributeName":"a","KeyType":"RANGE"}],"AttributeDefinitions":[]}"#,
                "ValidationException",
                "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified "
                    + "when BillingMode is PROVISIONED"
            ),
            (
                "DescribeTable", #"{"TableName":"other"}"#, "ResourceNotFoundException",
                "Requested resource not found: Table: other not found"
            ),
        ] as [(String, String, String, String)])
    func errors(_ operation: String, _ body: String, _ code: String, _ message: String) async throws {
        let answer = Self.respond(try await Self.database(), operation, body)
        #expect(answer.status == 400)
        #expect(answer.body.contains("#\(code)\""), "\(answer.body)")
        let quoted = message.replacing("\"", with: "\\\"")
        #expect(answer.body.contains(quoted), "\(answer.body)")
    }

    @Test func errorsAreNamedAsTheServiceNamesThem() async throws {
        let db = try await Self.database()
        let failed = Self.respond(
            db, "PutItem",
            #"{"TableName":"tbl","Item":{"pk":{"S":"a"},"sk":{"S":"1"}},"ConditionExpression":"attribute_not_exists(pk)","#
                + #""ReturnValuesOnConditionCheckFailure":"ALL_OLD"}"#)
        #expect(
            failed.body == #"{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","#
                + #""Item":{"n":{"N":"5"},"pk":{"S":"a"},"sk":{"S":"1"}},"message":"The conditional request failed"}"#)
        let cancelled = Self.respond(
            db, "TransactWriteItems",
            #"{"TransactItems":[{"Delete":{"TableName":"tbl","Key":{"pk":{"S":"a"},"sk":{"S":"1"}},"#
                + #""ConditionExpression":"attribute_not_exists(pk)"}}]}"#)
        #expect(
            cancelled.body == #"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","#
                + #""CancellationReasons":[{"Code":"ConditionalCheckFailed","Message":"The conditional request failed"}],"#
                + #""Message":"Transaction cancelled, please refer cancellation reasons for specific reasons "#
                + #"[ConditionalCheckFailed]"}"#)
    }
}
