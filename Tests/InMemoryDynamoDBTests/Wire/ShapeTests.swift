import InMemoryDynamoDB
import Testing

/// What the service says of a request whose form is wrong. The messages are those that dynalite's tests have recorded.
@Suite("The form of requests")
struct ShapeTests {
    static func answer(_ operation: String, _ body: String) -> String {
        let (_, bytes) = InMemoryDynamoDB().respond(target: "DynamoDB_20120810.\(operation)", body: Array(body.utf8))
        return String(decoding: bytes, as: UTF8.self)
    }

    static func serialization(_ message: String) -> String {
        #"{"__type":"com.amazon.coral.service#SerializationException","Message":"\#(message)"}"#
    }

    static func validation(_ message: String) -> String {
        #"{"__type":"com.amazon.coral.validate#ValidationException","message":"\#(message)"}"#
    }

    @Test(arguments: [
        ("true", "TRUE_VALUE cannot be converted to String"), ("false", "FALSE_VALUE cannot be converted to String"),
        ("23", "NUMBER_VALUE cannot be converted to String"), ("34.56", "DECIMAL_VALUE cannot be converted to String"),
        ("[]", "Unrecognized collection type class java.lang.String"),
        ("{}", "Start of structure or map found where not expected"),
    ])
    func strings(_ json: String, _ message: String) {
        #expect(Self.answer("GetItem", #"{"TableName":\#(json)}"#) == Self.serialization(message))
        #expect(Self.answer("GetItem", #"{"Key":{"a":{"S":\#(json)}}}"#) == Self.serialization(message))
        #expect(
            Self.answer("PutItem", #"{"Item":{"a":{"L":[{"M":{"b":{"N":\#(json)}}}]}}}"#) == Self.serialization(message)
        )
        #expect(
            Self.answer("GetItem", ##"{"ExpressionAttributeNames":{"#a":\##(json)}}"##) == Self.serialization(message))
    }

    @Test(arguments: [
        (#""23""#, "Unexpected token received from parser"), ("23", "NUMBER_VALUE cannot be converted to Boolean"),
        ("34.56", "DECIMAL_VALUE cannot be converted to Boolean"),
        ("[]", "Unrecognized collection type class java.lang.Boolean"),
        ("{}", "Start of structure or map found where not expected"),
    ])
    func booleans(_ json: String, _ message: String) {
        #expect(Self.answer("GetItem", #"{"ConsistentRead":\#(json)}"#) == Self.serialization(message))
        #expect(Self.answer("GetItem", #"{"Key":{"a":{"NULL":\#(json)}}}"#) == Self.serialization(message))
    }

    @Test(arguments: [
        (#""23""#, "STRING_VALUE cannot be converted to Integer"),
        ("true", "TRUE_VALUE cannot be converted to Integer"),
        ("[]", "Unrecognized collection type class java.lang.Integer"),
        ("{}", "Start of structure or map found where not expected"),
    ])
    func integers(_ json: String, _ message: String) {
        #expect(Self.answer("Query", #"{"Limit":\#(json)}"#) == Self.serialization(message))
    }

    @Test(arguments: [
        ("true", "only base-64-encoded strings are convertible to bytes"),
        ("34.56", "only base-64-encoded strings are convertible to bytes"),
        ("[]", "Unrecognized collection type class java.nio.ByteBuffer"),
        ("{}", "Start of structure or map found where not expected"),
        (#""23456""#, "Base64 encoded length is expected a multiple of 4 bytes but found: 5"),
        (#""=+/=""#, "Invalid last non-pad Base64 character dectected"),
        (#""+/+=""#, "Invalid last non-pad Base64 character dectected"),
    ])
    func binary(_ json: String, _ message: String) {
        #expect(Self.answer("GetItem", #"{"Key":{"a":{"B":\#(json)}}}"#) == Self.serialization(message))
        #expect(Self.answer("GetItem", #"{"Key":{"a":{"BS":[\#(json)]}}}"#) == Self.serialization(message))
    }

    @Test(arguments: [
        ("GetItem", "AttributesToGet", "5", "Unexpected field type"),
        ("GetItem", "AttributesToGet", "{}", "Start of structure or map found where not expected"),
        ("GetItem", "Key", #""a""#, "Unexpected field type"),
        (
            "GetItem", "Key", "[]",
            "Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>"
        ),
        (
            "GetItem", "ExpressionAttributeNames", "[]",
            "Unrecognized collection type java.util.Map<java.lang.String, java.lang.String>"
        ),
        ("GetItem", "Key", #"{"a":5}"#, "Unexpected value type in payload"),
        (
            "GetItem", "Key", #"{"a":[]}"#,
            "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue"
        ),
        ("PutItem", "Expected", #"{"a":{"Value":5}}"#, "Unexpected field type"),
        ("PutItem", "Expected", #"{"a":5}"#, "Unexpected value type in payload"),
        ("TransactGetItems", "TransactItems", #"[{"Get":true}]"#, "Unexpected field type"),
    ])
    func collections(_ operation: String, _ name: String, _ json: String, _ message: String) {
        #expect(Self.answer(operation, #"{"\#(name)":\#(json)}"#) == Self.serialization(message))
    }

    @Test(arguments: ["", "{", "[1,", "{\"a\":1}}", "hi"])
    func whatIsNoJSON(_ body: String) {
        #expect(Self.answer("GetItem", body) == #"{"__type":"com.amazon.coral.service#SerializationException"}"#)
    }

    @Test func allComplaintsAreReportedTogether() {
        #expect(
            Self.answer("GetItem", #"{"TableName":"abc;","ReturnConsumedCapacity":"hi","AttributesToGet":[]}"#)
                == Self.validation(
                    "4 validation errors detected: Value '[]' at 'attributesToGet' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1; "
                        + "Value 'hi' at 'returnConsumedCapacity' failed to satisfy constraint: "
                        + "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]; "
                        + "Value null at 'key' failed to satisfy constraint: Member must not be null; "
                        + "Value 'abc;' at 'tableName' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"))
    }

    /// The text is recorded on the service in 2026.
    @Test func collectionsAreShownAsTheServicePrintsThem() {
        let writes = (0..<26).map { #"{"PutRequest":{"Item":{"pk":{"S":"bw-\#($0)"}}}}"# }.joined(separator: ",")
        let answer = Self.answer("BatchWriteItem", #"{"RequestItems":{"tbl":[\#(writes)]}}"#)
        #expect(
            answer.contains(
                "1 validation error detected: Value '{tbl=[WriteRequest(putRequest=PutRequest(item={pk=AttributeValue("
                    + "s=bw-0, n=null, b=null, iNT=null, dECIMAL=null, dOUBLE=null, sS=null, nS=null, bS=null, "
                    + "iNTSET=null, dECIMALSET=null, dOUBLESET=null, m=null, l=null, nULL=null, bOOL=null)}"))
        #expect(
            answer.contains(
                "at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have "
                    + "length less than or equal to 25, Member must have length greater than or equal to 1]"))
    }

    @Test func anEmptyTableNameIsAllThatIsReported() {
        #expect(
            Self.answer("PutItem", #"{"TableName":"","ReturnValues":"INVALID","Item":{}}"#)
                == Self.validation(
                    "1 validation error detected: Value at 'TableName' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1"))
    }

    @Test(arguments: [
        ("{}", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
        (#"{"a":""}"#, "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
        (#"{"L":[{}]}"#, "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
        (
            #"{"S":"a","N":"1"}"#,
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"
        ),
        (#"{"S":"a","N":"b"}"#, "The parameter cannot be converted to a numeric value: b"),
        (#"{"N":""}"#, "The parameter cannot be converted to a numeric value"),
        (#"{"N":"1e126"}"#, "Number overflow. Attempting to store a number with magnitude larger than supported range"),
        (
            #"{"NULL":"no"}"#,
            "One or more parameter values were invalid: Null attribute value types must have the value of true"
        ),
        (
            #"{"SS":["a","a"]}"#,
            "One or more parameter values were invalid: Input collection [a, a] contains duplicates."
        ),
        (#"{"NS":["1","1.0"]}"#, "Input collection contains duplicates"),
        (
            #"{"BS":["Yg==","Yg=="]}"#,
            "One or more parameter values were invalid: Input collection [Yg==, Yg==]of type BS contains duplicates."
        ),
    ])
    func typedValues(_ json: String, _ message: String) {
        // Batches of writes keep the words that have been recorded first; `WordingTests` has those of the others.
        #expect(
            Self.answer("BatchWriteItem", #"{"RequestItems":{"abc":[{"DeleteRequest":{"Key":{"a":\#(json)}}}]}}"#)
                == Self.validation(message))
    }

    /// The service is not as strict as it could be.
    @Test(arguments: [#"{"S":"a","N":null}"#, #"{"S":"a","X":1}"#])
    func lenientValues(_ json: String) async throws {
        let db = try await TestDatabase.withTable(.values)
        let body = #"{"TableName":"tbl","Key":{"pk":\#(json),"sk":{"S":"1"}},"ConsistentRead":"yes"}"#
        #expect(db.engine.respond(target: "DynamoDB_20120810.GetItem", body: Array(body.utf8)).status == 200)
    }
}
