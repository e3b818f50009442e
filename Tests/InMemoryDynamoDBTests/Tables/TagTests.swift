import Entities
import InMemoryDynamoDB
import Testing

@Suite("Tags")
struct TagTests {
    private static let arn = "arn:aws:dynamodb:us-east-1:123456789012:table/"

    @Test(arguments: InMemoryDynamoDB.Transport.allCases)
    func areAddedChangedAndTakenAway(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport)
        var request = CreateTableRequest(
            tableName: "tbl", keys: KeySchema(partition: ["pk"]), attributeTypes: ["pk": .string])
        request.tags = ["a": "1", "b": " "]
        let arn = try #require(try await db.engine.execute(PlainOperation(request)).table.arn)
        #expect(arn == Self.arn + "tbl")
        func list() async throws -> [String: String] {
            try await db.engine.execute(PlainOperation(ListTagsOfResourceRequest(resourceARN: arn))).tags
        }
        #expect(try await list() == ["a": "1", "b": " "])
        _ = try await db.engine.execute(
            PlainOperation(TagResourceRequest(resourceARN: arn, tags: ["a": "2", "ѮѮ Ѯ": "c"])))
        #expect(try await list() == ["a": "2", "b": " ", "ѮѮ Ѯ": "c"])
        _ = try await db.engine.execute(
            PlainOperation(UntagResourceRequest(resourceARN: arn, tagKeys: ["b", "nothing"])))
        #expect(try await list() == ["a": "2", "ѮѮ Ѯ": "c"])
        let many = Dictionary(uniqueKeysWithValues: (0..<49).map { ("k\($0)", "") })
        let error = try await refusal {
            try await db.engine.execute(PlainOperation(TagResourceRequest(resourceARN: arn, tags: many)))
        }
        #expect(error == "Number of Tags exceed the current limit for the provided ResourceArn")
    }

    static let refusals: [(String, String, String, String)] = [
        ("TagResource", "{}", "ValidationException", "Invalid TableArn"),
        ("ListTagsOfResource", "{}", "ValidationException", "Invalid TableArn"),
        (
            "TagResource", #"{"ResourceArn":""}"#, "AccessDeniedException",
            "User: arn:aws:iam::123456789012:user/local is not authorized to perform: dynamodb:TagResource on resource: *"
        ),
        (
            "UntagResource", #"{"ResourceArn":"a:b:c:d:e:f"}"#, "AccessDeniedException",
            "User: arn:aws:iam::123456789012:user/local is not authorized to perform: dynamodb:UntagResource on resource: "
                + "a:b:c:d:e:f"
        ),
        (
            "TagResource", #"{"ResourceArn":"not-a-valid-arn","Tags":[{"Key":"env","Value":"test"}]}"#,
            "ValidationException",
            "One or more parameter values were invalid: ARNs must start with 'arn:': not-a-valid-arn"
        ),
        (
            "ListTagsOfResource", #"{"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/other"}"#,
            "AccessDeniedException",
            "User: arn:aws:iam::123456789012:user/local is not authorized to perform: dynamodb:ListTagsOfResource on resource: "
                + "arn:aws:dynamodb:us-east-1:000000000000:table/other"
        ),
        (
            "TagResource", #"{"ResourceArn":"a:b:c:d:e:f/g"}"#, "ValidationException",
            "1 validation error detected: Value null at 'tags' failed to satisfy constraint: Member must not be null"
        ),
        (
            "TagResource", #"{"ResourceArn":"a:b:c:d:e:f/g","Tags":[]}"#, "ValidationException",
            "Invalid TableArn: Invalid ResourceArn provided as input a:b:c:d:e:f/g"
        ),
        (
            "TagResource", #"{"ResourceArn":"\#(arn)ab","Tags":[]}"#, "ValidationException",
            "Invalid TableArn: Invalid ResourceArn provided as input \(arn)ab"
        ),
        (
            "TagResource", #"{"ResourceArn":"\#(arn)tbl","Tags":[]}"#, "ValidationException",
            "Atleast one Tag needs to be provided as Input."
        ),
        (
            "UntagResource", #"{"ResourceArn":"\#(arn)tbl","TagKeys":[]}"#, "ValidationException",
            "Atleast one Tag Key needs to be provided as Input."
        ),
        (
            "TagResource", #"{"ResourceArn":"\#(arn)nowhere","Tags":[{"Key":"a","Value":"b"}]}"#,
            "ResourceNotFoundException", "Requested resource not found: ResourcArn: \(arn)nowhere not found"
        ),
        (
            "UntagResource", #"{"ResourceArn":"\#(arn)nowhere","TagKeys":["a"]}"#, "ResourceNotFoundException",
            "Requested resource not found"
        ),
        (
            "TagResource", #"{"ResourceArn":"\#(arn)tbl","Tags":[{"Key":"->>;-)])","Value":"b"}]}"#,
            "ValidationException", "The Tag Key provided is invalid, Key: ->>;-)])"
        ),
        (
            "TagResource", ##"{"ResourceArn":"\##(arn)tbl","Tags":[{"Key":"ok","Value":"#!%%^$$&"}]}"##,
            "ValidationException", "The Tag Value provided is invalid, Value: #!%%^$$&"
        ),
        (
            "TagResource", #"{"ResourceArn":"\#(arn)tbl","Tags":[{"Key":"aws:x","Value":"b"}]}"#,
            "ValidationException", "Tag Key cannot be prefixed with aws:, Key: aws:x"
        ),
    ]

    @Test(arguments: refusals)
    func refused(_ operation: String, _ body: String, _ error: String, _ message: String) throws {
        let service = ControlPlane()
        _ = try service.createTable()
        let answer = try service.ask(operation, body)
        #expect(answer.error == error)
        #expect(answer.message == message)
        #expect(try service.ask("ListTagsOfResource", #"{"ResourceArn":"\#(Self.arn)tbl"}"#)["Tags.0"] == nil)
    }
}
