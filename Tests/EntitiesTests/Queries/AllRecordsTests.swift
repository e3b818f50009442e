import Testing

@testable import Entities

@Suite("Records of any entity")
struct AllRecordsTests {
    private let note = Note(.init())
    private let person = Person(.init(personID: "ada"))
    private let shape = QueryShape("everything", partitionKey: "pk", sortKey: "sk", isShared: true)

    private var query: CollectionQuery<Everything> { .init(shape, members: ["Note", "Person"], "T#t") }

    private func stored() throws -> [EncodedItem] {
        [try EncodedItem(person), ["pk": "x", "sk": "UNIQUE", "_entity": "Note.slug"], try EncodedItem(note)]
    }

    private func page() throws -> ScriptedDynamoDB {
        ScriptedDynamoDB(
            .response(.query(PageOutput(items: try stored(), count: 3, scannedCount: 3, lastEvaluatedKey: nil))))
    }

    @Test("A collection's records come in the order of the sort key")
    func collection() async throws {
        #expect(try await query.records.all(on: page().database) == [.person(person), .note(note)])
        #expect(try await query.descending().records.first(on: page().database) == .person(person))
    }

    @Test("What asks for a part of a collection keeps the filter for its members")
    func options() async throws {
        let dynamoDB = try page()
        _ = try await query.where { $0.notes.views > 1 || $0.people.role == "x" }.where { $0.notes.title == "T" }
            .only(\.notes).consistent().all(on: dynamoDB.database)
        #expect(
            dynamoDB.requests.first?.body == ##"""
                {"TableName":"notes","KeyConditionExpression":"#pk = :v0",\##
                "FilterExpression":"#_entity IN (:v1) AND (#views > :v2 OR #role = :v3) AND #title = :v4",\##
                "ExpressionAttributeNames":{"#pk":"pk","#_entity":"_entity","#views":"views","#role":"role","#title":"title"},\##
                "ExpressionAttributeValues":{":v0":{"S":"T#t"},":v1":{"S":"Note"},":v2":{"N":"1"},":v3":{"S":"x"},\##
                ":v4":{"S":"T"}},"ConsistentRead":true}
                """##)
        #expect(query.only(\.notes, \.people) != query.only(\.notes))
    }

    @Test("A service's scan reads its entities and nothing else")
    func scan() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .response(.scan(PageOutput(items: try stored(), count: 3, scannedCount: 3, lastEvaluatedKey: nil))))
        let records = try await ServiceScan<NotesRecord>().consistent().segment(0, of: 2).all(on: dynamoDB.database)
        #expect(records == [.person(person), .note(note)])
        #expect(
            dynamoDB.requests.first?.body == ##"""
                {"TableName":"notes","FilterExpression":"#_entity IN (:v0, :v1)","ExpressionAttributeNames":{"#_entity":"_entity"},\##
                "ExpressionAttributeValues":{":v0":{"S":"Note"},":v1":{"S":"Person"}},"Segment":0,"TotalSegments":2,"ConsistentRead":true}
                """##)
    }

    @Test("Items come as they are stored")
    func items() async throws {
        let stored = try stored()
        #expect(try await query.items.all(on: page().database) == stored)
        #expect(try await Note.notes(tenantID: "t").items.all(on: page().database) == stored)
    }
}
