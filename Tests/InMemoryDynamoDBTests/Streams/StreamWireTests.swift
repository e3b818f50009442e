import Entities
import InMemoryDynamoDB
import Testing

@Suite("Streams on the wire")
struct StreamWireTests {
    static func respond(_ db: TestDatabase, _ operation: String, _ body: String) -> (status: Int, body: String) {
        let (status, bytes) = db.engine.respond(
            target: "DynamoDBStreams_20120810.\(operation)", body: Array(body.utf8))
        return (status, String(decoding: bytes, as: UTF8.self))
    }

    static let arn = "arn:aws:dynamodb:us-east-1:123456789012:table/none/stream/2026-01-01T00:00:00.000"
    static let shard = "shardId-00000000000000000000-00000000"

    static let refusals: [(operation: String, body: String, type: String, message: String)] = [
        ("ListStreams", #"{"Limit":"a"}"#, "SerializationException", "STRING_VALUE cannot be converted to Integer"),
        (
            "ListStreams", #"{"Limit":0}"#, "ValidationException",
            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: "
                + "Member must have value greater than or equal to 1"
        ),
        (
            "ListStreams", #"{"Limit":101}"#, "ValidationException",
            "1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: "
                + "Member must have value less than or equal to 100"
        ),
        (
            "ListStreams", #"{"TableName":"a"}"#, "ValidationException",
            "1 validation error detected: Value 'a' at 'tableName' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 3"
        ),
        (
            "ListStreams", #"{"ExclusiveStartStreamArn":"kossapaaasdafsdaasdasdasdasasdasfasd"}"#,
            "ValidationException", "Invalid StreamArn"
        ),
        (
            "DescribeStream", "{}", "ValidationException",
            "1 validation error detected: Value null at 'streamArn' failed to satisfy constraint: "
                + "Member must not be null"
        ),
        ("DescribeStream", #"{"StreamArn":"fake-stream"}"#, "ValidationException", "Invalid StreamArn"),
        (
            "DescribeStream", #"{"StreamArn":"\#(arn)"}"#, "ResourceNotFoundException",
            "Requested resource not found: Stream: \(arn) not found"
        ),
        (
            "DescribeStream", #"{"StreamArn":"\#(arn)","Limit":0,"ExclusiveStartShardId":"short"}"#,
            "ValidationException",
            "2 validation errors detected: Value '0' at 'limit' failed to satisfy constraint: "
                + "Member must have value greater than or equal to 1; "
                + "Value 'short' at 'exclusiveStartShardId' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 28"
        ),
        (
            "DescribeStream", #"{"StreamArn":"\#(arn)","ShardFilter":{"Type":"ALL"}}"#, "ValidationException",
            "1 validation error detected: Value 'ALL' at 'shardFilter.type' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [CHILD_SHARDS]"
        ),
        (
            "GetShardIterator", "{}", "ValidationException",
            "3 validation errors detected: Value null at 'shardId' failed to satisfy constraint: "
                + "Member must not be null; Value null at 'shardIteratorType' failed to satisfy constraint: "
                + "Member must not be null; Value null at 'streamArn' failed to satisfy constraint: "
                + "Member must not be null"
        ),
        (
            "GetShardIterator", #"{"StreamArn":"\#(arn)","ShardId":"\#(shard)","ShardIteratorType":"NEVER"}"#,
            "ValidationException",
            "1 validation error detected: Value 'NEVER' at 'shardIteratorType' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON]"
        ),
        (
            "GetShardIterator",
            #"{"StreamArn":"\#(arn)","ShardId":"\#(shard)","ShardIteratorType":"AT_SEQUENCE_NUMBER"}"#,
            "ValidationException",
            "One or more parameter values were invalid: "
                + "SequenceNumber is required when ShardIteratorType is AT_SEQUENCE_NUMBER"
        ),
        (
            "GetShardIterator",
            #"{"StreamArn":"\#(arn)","ShardId":"\#(shard)","ShardIteratorType":"LATEST","SequenceNumber":"100000000000000000000"}"#,
            "ValidationException",
            "One or more parameter values were invalid: "
                + "SequenceNumber is not allowed when ShardIteratorType is LATEST"
        ),
        (
            "GetShardIterator",
            #"{"StreamArn":"\#(arn)","ShardId":"\#(shard)","ShardIteratorType":"AT_SEQUENCE_NUMBER","SequenceNumber":"1"}"#,
            "ValidationException",
            "1 validation error detected: Value '1' at 'sequenceNumber' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 21"
        ),
        (
            "GetRecords", "{}", "ValidationException",
            "1 validation error detected: Value null at 'shardIterator' failed to satisfy constraint: "
                + "Member must not be null"
        ),
        (
            "GetRecords", #"{"ShardIterator":"x","Limit":1001}"#, "ValidationException",
            "1 validation error detected: Value '1001' at 'limit' failed to satisfy constraint: "
                + "Member must have value less than or equal to 1000"
        ),
        (
            "GetRecords", #"{"ShardIterator":"x","Limit":0}"#, "ValidationException",
            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: "
                + "Member must have value greater than or equal to 1"
        ),
        ("GetRecords", #"{"ShardIterator":"x"}"#, "ValidationException", "Invalid ShardIterator"),
    ]

    @Test(arguments: refusals)
    func refusal(operation: String, body: String, type: String, message: String) {
        let answer = Self.respond(TestDatabase(.wire), operation, body)
        #expect(answer.status == 400)
        #expect(answer.body.contains("#\(type)\""), "\(answer.body)")
        #expect(answer.body.contains("essage\":\"\(message)\""), "\(answer.body)")
    }

    @Test(arguments: [
        "adfasdasdasdasdasdasdasdasdasasdasd", "shardId-00000001795000000000-ffffffff",
    ])
    func shardsThatAreNotThereAreNotFound(_ shard: String) async throws {
        let (db, arn) = try await StreamRecordTests.database(.wire)
        let error = try await failure { try await db.iterator(arn, .latest, shard: shard) }
        #expect(error.code == .resourceNotFound)
        #expect(error.message == "Requested resource not found: Shard does not exist")
    }

    @Test(arguments: ["100000000000000000000", "9999999999999999999999999999999999999999"])
    func numbersOutsideOfTheShardAreRefused(_ number: String) async throws {
        let (db, arn) = try await StreamRecordTests.database(.wire)
        _ = try await db.engine.execute(PlainOperation(DeleteTableRequest(tableName: "tbl")))
        for position in [GetShardIteratorRequest.Position.at(sequenceNumber: number), .after(sequenceNumber: number)] {
            #expect(
                try await InMemoryDynamoDBTests.refusal { try await db.iterator(arn, position) }
                    == "Invalid SequenceNumber for the shard")
        }
    }

    @Test func streamsAreAServiceOfTheirOwn() {
        let db = TestDatabase(.wire)
        #expect(Self.respond(db, "ListStreams", "{}") == (200, #"{"Streams":[]}"#))
        #expect(Self.respond(db, "GetItem", "{}").body.contains("#UnknownOperationException"))
        let (_, body) = db.engine.respond(target: "DynamoDB_20120810.ListStreams", body: Array("{}".utf8))
        #expect(String(decoding: body, as: UTF8.self).contains("#UnknownOperationException"))
    }
}
