import Testing

/// Known answers: those of the service, as public conformance suites have recorded them.
@Suite("What CreateTable asks of a table")
struct CreateTableRulesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let definitions: String
        let keys: String
        let members: String
        let message: String
        var testDescription: String { message }

        /// - Parameters:
        ///   - definitions: names of attributes, all text.
        ///   - keys: `a:HASH b:RANGE`.
        init(_ definitions: String, _ keys: String, _ members: String, _ message: String) {
            self.definitions = definitions
            self.keys = keys
            self.members = members
            self.message = message
        }

        /// Of a provisioned table.
        init(_ definitions: String, _ keys: String, _ message: String) {
            self.init(definitions, keys, provisioned, message)
        }

        var body: String {
            let definitions = definitions.split(separator: " ").map {
                #"{"AttributeName":"\#($0)","AttributeType":"S"}"#
            }
            return #"{"TableName":"abc","AttributeDefinitions":[\#(definitions.joined(separator: ","))],"#
                + #""KeySchema":\#(Self.schema(keys)),\#(members)}"#
        }

        static func schema(_ keys: String) -> String {
            let elements = keys.split(separator: " ").map { key in
                let parts = key.split(separator: ":")
                return #"{"AttributeName":"\#(parts[0])","KeyType":"\#(parts[1])"}"#
            }
            return "[\(elements.joined(separator: ","))]"
        }
    }

    private static let provisioned = ControlPlane.provisioned
    private static let onDemand = #""BillingMode":"PAY_PER_REQUEST""#
    private static let invalid = "One or more parameter values were invalid: "

    private static func index(
        _ name: String, _ keys: String, _ projection: String = #"{"ProjectionType":"ALL"}"#, _ more: String = ""
    ) -> String {
        #"{"IndexName":"\#(name)","KeySchema":\#(Case.schema(keys)),"Projection":\#(projection)\#(more)}"#
    }

    private static func locals(_ indexes: String...) -> String {
        #"\#(provisioned),"LocalSecondaryIndexes":[\#(indexes.joined(separator: ","))]"#
    }

    private static func globals(_ indexes: String...) -> String {
        #"\#(onDemand),"GlobalSecondaryIndexes":[\#(indexes.joined(separator: ","))]"#
    }

    static let cases: [Case] = [
        // Billing comes before keys.
        Case(
            "", "a:HASH", #""Tags":[]"#,
            invalid + "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"),
        Case(
            "", "a:HASH", "\(onDemand),\(provisioned)",
            invalid
                + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST"
        ),
        Case(
            "", "a:HASH", #""ProvisionedThroughput":{"ReadCapacityUnits":1000000000001,"WriteCapacityUnits":1}"#,
            "Given value 1000000000001 for ReadCapacityUnits is out of bounds"),
        // The table's key.
        Case("", "a:HASH a:HASH", "Invalid KeySchema: Some index key attribute have no definition"),
        Case("", "a:HASH", onDemand, "Invalid KeySchema: Some index key attribute have no definition"),
        Case("a", "a:HASH a:RANGE", "Invalid KeySchema: Some index key attribute have no definition"),
        Case(
            "b", "a:HASH",
            invalid
                + "Some index key attributes are not defined in AttributeDefinitions. Keys: [a], AttributeDefinitions: [b]"
        ),
        Case(
            "a b", "a:HASH a:RANGE",
            "Both the Hash Key and the Range Key element in the KeySchema have the same name"),
        Case("a b", "a:HASH b:HASH", "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type"),
        Case("a b", "a:RANGE b:HASH", "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"),
        Case(
            "a b c", "a:HASH b:RANGE",
            invalid
                + "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions"
        ),
        Case("a a", "a:HASH", "Attribute Name is duplicated: a"),
        // Local indexes.
        Case("a b", "a:HASH", locals(), invalid + "List of LocalSecondaryIndexes is empty"),
        Case(
            "a b", "a:HASH", locals(index("abc", "c:RANGE", "{}")),
            invalid
                + "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex"),
        Case(
            "a b", "a:HASH b:RANGE", locals(index("abc", "c:RANGE d:RANGE", "{}")),
            invalid
                + "Some index key attributes are not defined in AttributeDefinitions. Keys: [c, d], AttributeDefinitions: [a, b]"
        ),
        Case(
            "a b", "a:HASH b:RANGE", locals(index("abc", "a:RANGE", "{}")),
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"),
        Case(
            "a b", "a:HASH b:RANGE", locals(index("abc", "b:HASH", "{}")),
            invalid + "Index KeySchema does not have a range key for index: abc"),
        Case(
            "a b", "a:HASH b:RANGE", locals(index("abc", "b:HASH a:RANGE", "{}")),
            invalid + "Index KeySchema does not have the same leading hash key as table KeySchema for index: abc. "
                + "index hash key: b, table hash key: a"),
        Case(
            "a b", "a:HASH b:RANGE", locals(index("abc", "a:HASH b:RANGE", "{}")),
            invalid + "Unknown ProjectionType: null"),
        Case(
            "a b", "a:HASH b:RANGE",
            locals(index("abc", "a:HASH b:RANGE", #"{"ProjectionType":"ALL","NonKeyAttributes":["a"]}"#)),
            invalid + "ProjectionType is ALL, but NonKeyAttributes is specified"),
        Case(
            "a b", "a:HASH b:RANGE", locals(index("abc", "a:HASH b:RANGE"), index("abc", "a:HASH b:RANGE")),
            invalid + "Duplicate index name: abc"),
        // Global indexes.
        Case("a b", "a:HASH", globals(), invalid + "List of GlobalSecondaryIndexes is empty"),
        Case(
            "a b c", "a:HASH", globals(index("abc", "b:HASH")),
            invalid + "Some AttributeDefinitions are not used. AttributeDefinitions: [a, b, c], keys used: [a, b]"),
        Case(
            "a b", "a:HASH b:RANGE", globals(index("abc", "a:HASH a:RANGE", "{}")),
            "Both the Hash Key and the Range Key element in the KeySchema have the same name"),
        Case(
            "a b", "a:HASH b:RANGE", globals(index("abc", "a:RANGE", "{}")),
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"),
        Case(
            "a b c", "a:HASH", globals(index("abc", "a:HASH b:RANGE c:HASH")),
            invalid + "All HASH key attributes must precede RANGE key attributes in the KeySchema"),
        Case(
            "a b c d e", "a:HASH", globals(index("abc", "a:HASH b:HASH c:HASH d:HASH e:HASH")),
            invalid + "The KeySchema exceeds the maximum allowed number of HASH key attributes"),
        Case(
            "a b", "a:HASH", globals(index("abc", "b:HASH", #"{"ProjectionType":"INCLUDE"}"#)),
            invalid + "ProjectionType is INCLUDE, but NonKeyAttributes is not specified"),
        Case(
            "a b", "a:HASH", globals(index("abc", "b:HASH", #"{"ProjectionType":"ALL"}"#, ",\(provisioned)")),
            invalid + "ProvisionedThroughput should not be specified for index: abc when BillingMode is PAY_PER_REQUEST"
        ),
        Case(
            "a b", "a:HASH", #"\#(provisioned),"GlobalSecondaryIndexes":[\#(index("abc", "b:HASH"))]"#,
            invalid + "ProvisionedThroughput is not specified for index: abc"),
        Case(
            "a b", "a:HASH b:RANGE",
            #"\#(onDemand),"LocalSecondaryIndexes":[\#(index("abc", "a:HASH b:RANGE"))],"#
                + #""GlobalSecondaryIndexes":[\#(index("abc", "b:HASH"))]"#, invalid + "Duplicate index name: abc"),
        // Options.
        Case(
            "a", "a:HASH", #"\#(onDemand),"StreamSpecification":{"StreamEnabled":false,"StreamViewType":"KEYS_ONLY"}"#,
            invalid + "Table is being created with a stream disabled, UpdateViewType should not be specified"),
        Case(
            "a", "a:HASH", #"\#(onDemand),"StreamSpecification":{"StreamEnabled":true}"#,
            invalid + "Table is being created with a stream enabled, UpdateViewType is required"),
        Case(
            "a", "a:HASH", #"\#(onDemand),"TableClass":"standard""#,
            "Invalid table-class parameter provided. Please try again with a valid table-class value: "
                + "[STANDARD, STANDARD_INFREQUENT_ACCESS]."),
        Case(
            "a", "a:HASH", #"\#(onDemand),"WarmThroughput":{"ReadUnitsPerSecond":11999}"#,
            invalid
                + "Requested ReadUnitsPerSecond for WarmThroughput for table is lower than initial throughput for OnDemand. "
                + "See: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html"),
        Case(
            "a", "a:HASH", #"\#(onDemand),"OnDemandThroughput":{"MaxReadRequestUnits":0}"#,
            invalid + "Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range"),
        Case(
            "a", "a:HASH", #"\#(provisioned),"OnDemandThroughput":{"MaxReadRequestUnits":9}"#,
            invalid
                + "MaxReadRequestUnits for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED."
        ),
        Case(
            "a", "a:HASH", #"\#(onDemand),"SSESpecification":{"Enabled":true,"KMSMasterKeyId":"k"}"#,
            invalid + "SSEType KMS is required if KMSMasterKeyId is specified"),
        Case(
            "a", "a:HASH", #"\#(onDemand),"Tags":[{"Key":"x","Value":"1"},{"Key":"x","Value":"2"}]"#,
            "Duplicate Tag Keys provided as input: Duplicate Tag Key found x"),
        // The form comes before everything.
        Case(
            "a", "a:WOOP", onDemand,
            "1 validation error detected: Value 'WOOP' at 'keySchema.1.member.keyType' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [HASH, RANGE]"),
        Case(
            "a", "a:HASH b:RANGE c:RANGE", onDemand,
            "1 validation error detected: Value '[KeySchemaElement(attributeName=a, keyType=HASH), "
                + "KeySchemaElement(attributeName=b, keyType=RANGE), KeySchemaElement(attributeName=c, keyType=RANGE)]' at "
                + "'keySchema' failed to satisfy constraint: Member must have length less than or equal to 2"),
        Case(
            "a", "a:HASH", #""ProvisionedThroughput":{"ReadCapacityUnits":0}"#,
            "2 validation errors detected: Value null at 'provisionedThroughput.writeCapacityUnits' failed to satisfy "
                + "constraint: Member must not be null; Value '0' at 'provisionedThroughput.readCapacityUnits' failed to "
                + "satisfy constraint: Member must have value greater than or equal to 1"),
    ]

    @Test(arguments: cases)
    func refused(_ refused: Case) throws {
        let service = ControlPlane()
        let answer = try service.ask("CreateTable", refused.body)
        #expect(answer.error == "ValidationException")
        #expect(answer.message == refused.message)
        #expect(try service.ask("ListTables", "{}")["TableNames.0"] == nil)
    }

    static let names: [(String, String, String)] = [
        ("CreateTable", "{}", "The parameter 'TableName' is required but was not present in the request"),
        ("DescribeTable", "{}", "The parameter 'TableName' is required but was not present in the request"),
        ("UpdateTimeToLive", "{}", "The parameter 'TableName' is required but was not present in the request"),
        (
            "CreateTable",
            #"{"TableName":"ab","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":"#
                + #"[{"AttributeName":"pk","KeyType":"HASH"}],"BillingMode":"PAY_PER_REQUEST"}"#,
            "1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length "
                + "greater than or equal to 3"
        ),
        (
            "DeleteTable", #"{"TableName":"a;"}"#,
            "TableName must be at least 3 characters long and at most 255 characters long"
        ),
        (
            "UpdateTimeToLive", #"{"TableName":""}"#,
            "TableName must be at least 3 characters long and at most 255 characters long"
        ),
        (
            "UpdateTimeToLive", #"{"TableName":"abc;"}"#,
            "1 validation error detected: Value 'abc;' at 'tableName' failed to satisfy constraint: Member must satisfy "
                + "regular expression pattern: [a-zA-Z0-9_.-]+"
        ),
        (
            "UpdateTable", #"{"TableName":"abc","GlobalSecondaryIndexUpdates":[{"Update":{}}]}"#,
            "1 validation error detected: Value null at 'globalSecondaryIndexUpdates.1.member.update.indexName' failed to "
                + "satisfy constraint: Member must not be null"
        ),
    ]

    @Test(arguments: names)
    func badNames(_ operation: String, _ body: String, _ message: String) throws {
        let answer = try ControlPlane().ask(operation, body)
        #expect(answer.error == "ValidationException")
        #expect(answer.message == message)
    }
}
