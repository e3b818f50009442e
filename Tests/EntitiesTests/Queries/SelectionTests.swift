import Foundation
import Testing

@testable import Entities

@Suite("Some attributes of records")
struct SelectionTests {
    private func page(_ items: EncodedItem..., next: EncodedItem? = nil) -> ScriptedDynamoDB {
        ScriptedDynamoDB(
            .response(
                .query(PageOutput(items: items, count: items.count, scannedCount: items.count, lastEvaluatedKey: next)))
        )
    }

    @Test("A selection asks for its paths only, and reads them as a tuple")
    func tuple() async throws {
        let dynamoDB = page(
            ["title": "A", "place": ["city": "Rome"], "dueAt": "1970-01-01T00:00:01.500Z", "tags": .stringSet(["x"])],
            ["title": "B", "place": ["zip": 7]], ["title": "C", "dueAt": .null])
        let query = Note.notes(tenantID: "t").select { ($0.title, $0.place.city, $0.dueAt, $0.tags, $0.place.zip) }
            .where { $0.views > 1 }.descending().consistent()
        let found: [(String, String?, Date?, Set<String>, Int?)] = try await query.page(limit: 3, on: dynamoDB.database)
            .items
        #expect(found.map(\.0) == ["A", "B", "C"])
        #expect(found.map(\.1) == ["Rome", nil, nil])
        #expect(found.map(\.2) == [Date(timeIntervalSince1970: 1.5), nil, nil])
        #expect(found.map(\.3) == [["x"], [], []])
        #expect(found.map(\.4) == [nil, 7, nil])
        #expect(
            dynamoDB.requests.first?.body == ##"""
                {"TableName":"notes","KeyConditionExpression":"#pk = :v0 AND begins_with(#sk, :v1)",\##
                "FilterExpression":"#_entity = :v2 AND #views > :v3",\##
                "ProjectionExpression":"#title, #place.#city, #dueAt, #tags, #place.#zip",\##
                "ExpressionAttributeNames":{"#pk":"pk","#sk":"sk","#_entity":"_entity","#views":"views","#title":"title",\##
                "#place":"place","#city":"city","#dueAt":"dueAt","#tags":"tags","#zip":"zip"},\##
                "ExpressionAttributeValues":{":v0":{"S":"T#t"},":v1":{"S":"NOTE#"},":v2":{"S":"Note"},":v3":{"N":"1"}},\##
                "ScanIndexForward":false,"ConsistentRead":true,"Limit":3}
                """##)
    }

    @Test("One attribute is itself, a coding of its own and whole maps included")
    func single() async throws {
        let due = Note.due(tenantID: "t")
        #expect(try await due.select { $0.title }.all(on: page(["title": "A"]).database) == ["A"])
        #expect(
            try await due.select { $0.expiresAt }.all(on: page(["expiresAt": 60], [:]).database)
                == [Date(timeIntervalSince1970: 60), nil])
        #expect(
            try await due.select { $0.place }.all(on: page(["place": ["city": "Rome"]], [:]).database)
                == [Place(city: "Rome"), nil])
    }

    @Test("An element of a list is read from the whole list, whose elements a projection would number anew")
    func list() async throws {
        let dynamoDB = page(["stops": [["city": "Rome"], ["city": "Oslo", "zip": 5]]], ["stops": []])
        let found = try await Note.due(tenantID: "t").select { ($0.stops[1].city, $0.stops[1].zip, $0.stops[0]) }
            .all(on: dynamoDB.database)
        #expect(found.map(\.0) == ["Oslo", nil])
        #expect(found.map(\.1) == [5, nil])
        #expect(found.map(\.2) == [Place(city: "Rome"), nil])
        #expect(dynamoDB.requests.first?.query?.projection == [AttributePath("stops")])
    }

    @Test("No path is asked for twice, which DynamoDB refuses")
    func overlapping() async throws {
        let dynamoDB = page(["title": "A", "place": ["city": "Rome"]])
        let found = try await Note.due(tenantID: "t").select { ($0.place.city, $0.title, $0.place, $0.title) }
            .all(on: dynamoDB.database)
        #expect(found.map(\.0) == ["Rome"])
        #expect(found.map(\.2) == [Place(city: "Rome")])
        #expect(dynamoDB.requests.first?.query?.projection == [AttributePath("title"), AttributePath("place")])
    }

    @Test("A required attribute that is not there, and one of another type, are errors with their path")
    func undecodable() async throws {
        let query = Note.due(tenantID: "t").select { ($0.title, $0.place.city) }
        let missing = try await failure { try await query.all(on: page([:]).database) }
        #expect(missing.code == .undecodableResponse)
        #expect(missing.underlying?.path == "title")
        #expect(missing.origin == RequestOrigin(entity: "Note", accessPattern: "due"))
        let wrong = try await failure { try await query.all(on: page(["title": "A", "place": ["city": 1]]).database) }
        #expect(wrong.underlying?.path == "place.city")
    }

    @Test("Equal selections are equal; their pages continue those of the query, and counting asks for no attributes")
    func values() async throws {
        let query = Note.due(tenantID: "t")
        let selection = query.select { ($0.title, $0.views) }
        #expect(selection == query.select { ($0.title, $0.views) })
        #expect(selection.hashValue == query.select { ($0.title, $0.views) }.hashValue)
        #expect(selection != query.descending().select { ($0.title, $0.views) })
        #expect(query.select { $0.views } != query.select { $0.limit })
        let key: EncodedItem = ["pk": "T#t", "sk": "NOTE#n", "gsi1pk": "T#t", "gsi1sk": "d"]
        let cursor = try #require(
            try await selection.page(limit: 1, on: page(["title": "A", "views": 1], next: key).database).cursor)
        let next = page()
        _ = try await query.page(from: cursor, on: next.database)
        #expect(next.requests.first?.query?.exclusiveStartKey == key)
        let counted = page()
        _ = try await selection.count(on: counted.database)
        #expect(counted.requests.first?.query?.projection == nil)
        #expect(counted.requests.first?.query?.select == .count)
        #expect(selection.explain().body.contains(##""ProjectionExpression": "#title, #views""##))
    }

    @Test("A get reads some attributes, or nothing where there is no record")
    func get() async throws {
        let get = Note.get(Note.key).consistent().select { ($0.title, $0.place.city) }
        let dynamoDB = ScriptedDynamoDB(
            .response(.getItem(GetItemOutput(item: ["title": "A", "_entity": "Note"]))),
            .response(.getItem(GetItemOutput(item: ["title": "A", "_entity": "Person"]))),
            .response(.getItem(GetItemOutput(item: nil))))
        let found = try #require(try await get.run(on: dynamoDB.database))
        #expect(found == ("A", nil))
        #expect(try await get.run(on: dynamoDB.database) == nil)
        #expect(try await get.run(on: dynamoDB.database) == nil)
        #expect(
            dynamoDB.requests.first?.body == ##"""
                {"TableName":"notes","Key":{"pk":{"S":"T#t"},"sk":{"S":"NOTE#n"}},"ConsistentRead":true,\##
                "ProjectionExpression":"#title, #place.#city, #_entity",\##
                "ExpressionAttributeNames":{"#title":"title","#place":"place","#city":"city","#_entity":"_entity"}}
                """##)
        #expect(get.explain().body.contains("ProjectionExpression"))
    }

    @Test("A batch asks for the paths of all its gets, and for the keys that tell the answers apart")
    func batch() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .response(
                .batchGetItem(
                    BatchGetItemOutput(items: [
                        "notes": [["pk": "T#t", "sk": "NOTE#n", "title": "A", "views": 1, "_entity": "Note"]]
                    ]))))
        let other = Note.Key(tenantID: "t", noteID: "m")
        let found = try await dynamoDB.database.batchGet([
            Note.get(other).select { ($0.views, $0.title) }, Note.get(Note.key).select { ($0.views, $0.title) },
        ])
        #expect(found.count == 2)
        #expect(found[0] == nil)
        #expect(found[1].map { $0 == (1, "A") } == true)
        guard case .batchGetItem(let request) = try #require(dynamoDB.requests.first) else { return }
        #expect(
            request.tables["notes"]?.projection?.map(\.description) == ["views", "title", "_entity", "pk", "sk"])
    }

    @Test("A lookup reads the attributes from the table, and leaves other entities out")
    func lookup() async throws {
        let entries: [EncodedItem] = ["a", "b"].map { ["pk": "T#t", "sk": .string("NOTE#\($0)"), "gsi1pk": "T#t"] }
        let dynamoDB = ScriptedDynamoDB(
            .response(.query(PageOutput(items: entries, count: 2, scannedCount: 2, lastEvaluatedKey: nil))),
            .response(
                .batchGetItem(
                    BatchGetItemOutput(
                        items: [
                            "notes": [
                                ["pk": "T#t", "sk": "NOTE#b", "_entity": "Note", "title": "B"],
                                ["pk": "T#t", "sk": "NOTE#a", "_entity": "Other", "title": "A"],
                            ]
                        ]))))
        let titles = try await Note.lookup(tenantID: "t").select { $0.title }.descending().all(on: dynamoDB.database)
        #expect(titles == ["B"])
        #expect(dynamoDB.requests.first?.query?.projection == nil)
        guard case .batchGetItem(let request) = try #require(dynamoDB.requests.last) else { return }
        #expect(
            request.tables["notes"]?.projection?.map(\.description) == ["title", "_entity", "pk", "sk"])
    }
}
