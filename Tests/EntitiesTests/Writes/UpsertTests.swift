import Entities
import Foundation
import Testing

@Suite("Upserts")
struct UpsertTests {
    private let clock = Generators.fixed(now: Date(timeIntervalSince1970: 0))

    @Test("Defaults, counters and creation time are set once; what is definite and absent is removed")
    func request() async throws {
        let item = try EncodedItem(Person(.init(personID: "ada")))
        let dynamoDB = ScriptedDynamoDB(.response(.updateItem(WriteItemOutput(attributes: item))))
        let upsert = Generators.$current.withValue(clock) { Person.upsert(.init(personID: "ada")) }
        #expect(try await upsert.run(on: dynamoDB.database) == item.decode(as: Person.self))
        #expect(
            dynamoDB.requests.map(\.body) == [
                #"""
                {"TableName":"notes","Key":{"pk":{"S":"PERSON#ada"},"sk":{"S":"PERSON"}},"UpdateExpression":"\#
                SET #_entity = :v0, #articles = if_not_exists(#articles, :v1), #createdAt = if_not_exists(#createdAt, :v2), \#
                #personID = :v3, #role = if_not_exists(#role, :v4) REMOVE #gsi1pk, #nickname",\#
                "ExpressionAttributeNames":{"#_entity":"_entity","#articles":"articles","#createdAt":"createdAt",\#
                "#personID":"personID","#role":"role","#gsi1pk":"gsi1pk","#nickname":"nickname"},"ExpressionAttributeValues":{\#
                ":v0":{"S":"Person"},":v1":{"N":"0"},":v2":{"S":"1970-01-01T00:00:00.000Z"},":v3":{"S":"ada"},":v4":{"S":"reader"}},\#
                "ReturnValues":"ALL_NEW"}
                """#
            ])
    }

    @Test("What the draft gives is set, and a condition is the caller's")
    func given() async throws {
        let dynamoDB = ScriptedDynamoDB(.failedCondition(["pk": "x"]))
        let upsert = Person.upsert(.init(personID: "ada", nickname: "A", role: "editor")).if { $0.role == "reader" }
        let error = try await failure { try await upsert.run(on: dynamoDB.database) }
        #expect(error.code == .conditionalCheckFailed)
        let body = try #require(dynamoDB.requests.first?.body)
        #expect(body.contains("#nickname = :v"))
        #expect(body.contains("#role = :v"))
        #expect(!body.contains("REMOVE #gsi1pk, #nickname"))
        #expect(body.contains(##""ConditionExpression":"#role = :v"##))
    }
}
