import Entities
import Foundation
import InMemoryDynamoDB

@testable import HTTPDynamoDBCore

extension HTTPDynamoDB {
    /// An executor whose network is a script.
    static func scripted(
        _ server: ScriptedServer, _ clock: TestClock = TestClock(), options: Options = Options(),
        credentials: any CredentialsProvider = StaticCredentials(
            AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret"))
    ) -> HTTPDynamoDB {
        let endpoints = EndpointSettings(endpoint: HTTPEndpoint(host: "dynamodb.example"))
        return HTTPDynamoDB(transport: server, options: options, time: clock.timekeeping) {
            (AWSSettings(region: "eu-central-1", endpoints: endpoints), credentials)
        }
    }

    /// A table `things` with the partition key `pk`.
    func makeTable() async throws {
        _ = try await execute(
            PlainOperation(
                CreateTableRequest(
                    tableName: "things", keys: KeySchema(partition: ["pk"], sort: []), attributeTypes: ["pk": .string]))
        )
    }

    func put(
        _ item: EncodedItem, if condition: Condition? = nil, returning values: ReturnValues = .none
    ) async throws(DynamoDBError) -> EncodedItem? {
        var request = PutItemRequest(tableName: "things", item: item)
        request.condition = condition
        request.returnValues = values
        request.returnValuesOnConditionCheckFailure = .allOld
        return try await execute(WriteItemOperation<EncodedItem>(request)).attributes
    }

    func get(_ key: String) async throws(DynamoDBError) -> EncodedItem? {
        try await execute(GetItemOperation<EncodedItem>(.init(tableName: "things", key: ["pk": .string(key)]))).item
    }

    func update(
        _ key: String, _ update: UpdateExpression, if condition: Condition? = nil
    ) async throws(DynamoDBError) -> EncodedItem? {
        var request = UpdateItemRequest(tableName: "things", key: ["pk": .string(key)], update: update)
        request.condition = condition
        request.returnValues = .allNew
        return try await execute(WriteItemOperation<EncodedItem>(request)).attributes
    }

    func delete(_ key: String) async throws(DynamoDBError) -> EncodedItem? {
        var request = DeleteItemRequest(tableName: "things", key: ["pk": .string(key)])
        request.returnValues = .allOld
        return try await execute(WriteItemOperation<EncodedItem>(request)).attributes
    }
}

extension UpdateExpression {
    static func add(_ name: String, _ number: AttributeValue) -> UpdateExpression {
        UpdateExpression(add: [.init(AttributePath(name), .value(number))])
    }

    static func set(_ name: String, _ value: AttributeValue) -> UpdateExpression {
        UpdateExpression(set: [.init(AttributePath(name), .operand(.value(value)))])
    }
}

/// The error that an operation ends with; `nil` if it succeeds.
func failure<Value>(of body: () async throws(DynamoDBError) -> Value) async -> DynamoDBError? {
    do throws(DynamoDBError) {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}
