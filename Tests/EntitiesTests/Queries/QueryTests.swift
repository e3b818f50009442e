import Foundation
import Testing

@testable import Entities

@Suite("Queries as values")
struct QueryTests {
    static func page(_ notes: [Note], next: EncodedItem? = nil) throws -> ScriptedDynamoDB.Answer {
        .response(
            .query(
                PageOutput(
                    items: try notes.map { try EncodedItem($0) }, count: notes.count, scannedCount: notes.count,
                    lastEvaluatedKey: next)))
    }

    private func notes(_ ids: String...) -> [Note] { ids.map { Note(.init(noteID: $0)) } }

    @Test("Equal queries are equal, and a query that is kept does not change")
    func values() {
        let query = Note.due(tenantID: "t", dueAt: Date(timeIntervalSince1970: 0)...)
        let same = Note.due(tenantID: "t", dueAt: Date(timeIntervalSince1970: 0)...)
        #expect(query == same)
        #expect(query.hashValue == same.hashValue)
        let changed = [
            query.where { $0.views > 1 }, query.descending(), query.consistent(),
            Note.due(tenantID: "u", dueAt: Date(timeIntervalSince1970: 0)...),
            Note.due(tenantID: "t"),
        ]
        #expect(Set(changed).count == changed.count)
        #expect(!changed.contains(query))
        #expect(query == same)
        #expect(query.where { $0.views > 1 } == query.where { $0.views > 1 })
        #expect(query.descending().descending() == query.descending())
    }

    @Test("A query asks for exactly what it says")
    func request() async throws {
        let dynamoDB = ScriptedDynamoDB(try Self.page(notes("a", "b")))
        let page = try await Note.notes(tenantID: "t").where { $0.views > 1 }.where { $0.alias == nil || $0.views < 9 }
            .descending().consistent().page(limit: 2, on: dynamoDB.database)
        #expect(page.items == notes("a", "b"))
        #expect(page.cursor == nil)
        #expect(
            dynamoDB.requests.first?.body == ##"""
                {"TableName":"notes","KeyConditionExpression":"#pk = :v0 AND begins_with(#sk, :v1)",\##
                "FilterExpression":"#_entity = :v2 AND #views > :v3 AND (attribute_not_exists(#alias) OR #views < :v4)",\##
                "ExpressionAttributeNames":{"#pk":"pk","#sk":"sk","#_entity":"_entity","#views":"views","#alias":"alias"},\##
                "ExpressionAttributeValues":{":v0":{"S":"T#t"},":v1":{"S":"NOTE#"},":v2":{"S":"Note"},":v3":{"N":"1"},":v4":{"N":"9"}},\##
                "ScanIndexForward":false,"ConsistentRead":true,"Limit":2}
                """##)
    }

    @Test("All pages are read, empty ones too")
    func all() async throws {
        let next: EncodedItem = ["pk": "x", "sk": "y"]
        let dynamoDB = ScriptedDynamoDB(
            try Self.page(notes("a"), next: next), try Self.page([], next: next), try Self.page(notes("b")))
        #expect(try await Note.due(tenantID: "t").all(on: dynamoDB.database).map(\.noteID) == ["a", "b"])
        let starts = dynamoDB.requests.map { $0.query?.exclusiveStartKey }
        #expect(starts == [nil, next, next])
    }

    @Test("The first item is looked for behind empty pages, one by one only without a filter")
    func first() async throws {
        let next: EncodedItem = ["pk": "x", "sk": "y"]
        let dynamoDB = ScriptedDynamoDB(
            try Self.page([], next: next), try Self.page(notes("b", "c")), try Self.page(notes("a"), next: next),
            try Self.page([]))
        let db = dynamoDB.database
        #expect(try await Note.due(tenantID: "t").where { $0.views > 1 }.first(on: db)?.noteID == "b")
        #expect(try await Note.due(tenantID: "t").first(on: db)?.noteID == "a")
        #expect(try await Note.due(tenantID: "t").first(on: db) == nil)
        let limits = dynamoDB.requests.map { $0.query?.limit }
        #expect(limits == [nil, nil, 1, 1])
    }

    @Test("Counting reads no items and adds up the pages")
    func count() async throws {
        func answer(_ count: Int, next: EncodedItem?) -> ScriptedDynamoDB.Answer {
            .response(.query(PageOutput(items: [], count: count, scannedCount: 9, lastEvaluatedKey: next)))
        }
        let dynamoDB = ScriptedDynamoDB(answer(3, next: ["pk": "x"]), answer(4, next: nil))
        #expect(try await Note.due(tenantID: "t").count(on: dynamoDB.database) == 7)
        #expect(dynamoDB.requests.allSatisfy { $0.query?.select == .count })
    }

    @Test("A stream reads a page when it needs one")
    func stream() async throws {
        let next: EncodedItem = ["pk": "x", "sk": "y"]
        let dynamoDB = ScriptedDynamoDB(
            try Self.page(notes("a", "b"), next: next), try Self.page([], next: next), try Self.page(notes("c")))
        var seen: [String] = []
        for try await note in Note.due(tenantID: "t").stream(pageSize: 2, on: dynamoDB.database) {
            if seen.isEmpty { #expect(dynamoDB.requests.count == 1) }
            seen.append(note.noteID)
        }
        #expect(seen == ["a", "b", "c"])
        #expect(dynamoDB.requests.count == 3)
    }

    @Test("A stream can be used on an actor")
    @MainActor
    func streamOnActor() async throws {
        let dynamoDB = ScriptedDynamoDB(try Self.page(notes("a")))
        var count = 0
        for try await _ in Note.due(tenantID: "t").stream(on: dynamoDB.database) { count += 1 }
        #expect(count == 1)
    }

    @Test("A cancelled task stops between pages")
    func cancellation() async throws {
        let next: EncodedItem = ["pk": "x", "sk": "y"]
        let dynamoDB = ScriptedDynamoDB(try Self.page(notes("a"), next: next), try Self.page(notes("b")))
        let db = dynamoDB.database
        let task = Task {
            var seen: [String] = []
            do {
                for try await note in Note.due(tenantID: "t").stream(on: db) {
                    seen.append(note.noteID)
                    withUnsafeCurrentTask { $0?.cancel() }
                }
            } catch {
                return (seen, (error as? DynamoDBError)?.code)
            }
            return (seen, nil)
        }
        let (seen, code) = await task.value
        #expect(seen == ["a"])
        #expect(code == .cancelled)
        #expect(dynamoDB.requests.count == 1)
    }

    @Test("An empty range asks nothing and finds nothing")
    func emptyRange() async throws {
        let (late, early) = (Date(timeIntervalSince1970: 1_000_000), Date(timeIntervalSince1970: 0))
        let dynamoDB = ScriptedDynamoDB()
        let query = Note.due(tenantID: "t", dueAt: late...early)
        #expect(try await query.all(on: dynamoDB.database).isEmpty)
        #expect(try await query.first(on: dynamoDB.database) == nil)
        #expect(try await query.count(on: dynamoDB.database) == 0)
        #expect(try await query.page(limit: 1, on: dynamoDB.database).cursor == nil)
        #expect(dynamoDB.requests.isEmpty)
    }

    @Test("A page of no items is refused", arguments: [0, -1])
    func limit(limit: Int) async throws {
        let dynamoDB = ScriptedDynamoDB()
        let error = try await failure { try await Note.due(tenantID: "t").page(limit: limit, on: dynamoDB.database) }
        #expect(error.code == .invalidRequest)
        #expect(error.origin == RequestOrigin(entity: "Note", accessPattern: "due"))
        #expect(dynamoDB.requests.isEmpty)
    }

    @Test("An item that is not the record is an error that names it")
    func undecodable() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .response(.query(PageOutput(items: [["pk": "x"]], count: 1, scannedCount: 1, lastEvaluatedKey: nil))))
        let error = try await failure { try await Note.due(tenantID: "t").all(on: dynamoDB.database) }
        #expect(error.code == .undecodableResponse)
        #expect(error.underlying?.path == "labels")
    }
}
