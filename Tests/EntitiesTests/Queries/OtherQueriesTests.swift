import Testing

@testable import Entities

@Suite("Lookups, collections and scans")
struct OtherQueriesTests {
    private func page(_ items: [EncodedItem], next: EncodedItem? = nil) -> ScriptedDynamoDB.Answer {
        .response(
            .query(PageOutput(items: items, count: items.count, scannedCount: items.count, lastEvaluatedKey: next)))
    }

    @Test("A lookup reads whole items in the order of the index, without other entities and without what is gone")
    func lookup() async throws {
        func entry(_ id: String) -> EncodedItem { ["pk": "T#t", "sk": .string("NOTE#\(id)"), "gsi1pk": "T#t"] }
        let stranger: EncodedItem = ["pk": "T#t", "sk": "NOTE#x", "_entity": "Other"]
        let found = [try EncodedItem(Note(.init(noteID: "b"))), stranger, try EncodedItem(Note(.init(noteID: "a")))]
        let dynamoDB = ScriptedDynamoDB(
            page([entry("a"), entry("gone"), entry("x"), entry("b")]),
            .response(.batchGetItem(BatchGetItemOutput(items: ["notes": found]))))
        let notes = try await Note.lookup(tenantID: "t").all(on: dynamoDB.database)
        #expect(notes.map(\.noteID) == ["a", "b"])
        guard case .batchGetItem(let batch) = try #require(dynamoDB.requests.last) else { return }
        #expect(batch.tables["notes"]?.keys.first == ["pk": "T#t", "sk": "NOTE#a"])
    }

    @Test("The first of a lookup is looked for entry by entry")
    func lookupFirst() async throws {
        let entry: EncodedItem = ["pk": "T#t", "sk": "NOTE#a", "gsi1pk": "T#t"]
        let dynamoDB = ScriptedDynamoDB(
            page([entry], next: entry), .response(.batchGetItem(BatchGetItemOutput(items: [:]))), page([entry]),
            .response(.batchGetItem(BatchGetItemOutput(items: ["notes": [try EncodedItem(Note(.init(noteID: "a")))]]))))
        #expect(try await Note.lookup(tenantID: "t").first(on: dynamoDB.database)?.noteID == "a")
    }

    @Test("A lookup is streamed and counted as a query is")
    func lookupStream() async throws {
        func entry(_ id: String) -> EncodedItem { ["pk": "T#t", "sk": .string("NOTE#\(id)"), "gsi1pk": "T#t"] }
        func found(_ id: String) throws -> ScriptedDynamoDB.Answer {
            .response(.batchGetItem(BatchGetItemOutput(items: ["notes": [try EncodedItem(Note(.init(noteID: id)))]])))
        }
        let dynamoDB = ScriptedDynamoDB(
            page([entry("a")], next: entry("a")), try found("a"), page([entry("b")]), try found("b"))
        var seen: [String] = []
        for try await note in Note.lookup(tenantID: "t").stream(prefetch: 1, on: dynamoDB.database) {
            seen.append(note.noteID)
        }
        #expect(seen == ["a", "b"])
        let counted = ScriptedDynamoDB(page([entry("a"), entry("b")]))
        #expect(try await Note.lookup(tenantID: "t").count(on: counted.database) == 2)
        #expect(counted.requests.count == 1)
    }

    @Test("A collection is streamed page by page, and counted")
    func collectionStream() async throws {
        let (note, person) = (Note(.init()), Person(.init(personID: "ada")))
        let key: EncodedItem = ["pk": "T#t", "sk": "x"]
        let answers = [page([try EncodedItem(note)], next: key), page([try EncodedItem(person)])]
        let query = CollectionQuery<Everything>(QueryShape("everything", partitionKey: "pk"), members: ["Note"], "T#t")
        var parts: [Everything] = []
        for try await part in query.stream(pageSize: 1, prefetch: 1, on: ScriptedDynamoDB(answers: answers).database) {
            parts.append(part)
        }
        #expect(parts.map(\.notes) == [[note], []])
        #expect(parts.map(\.people) == [[], [person]])
        var cursors: [Cursor?] = []
        for try await page in query.pages(limit: 1, on: ScriptedDynamoDB(answers: answers).database) {
            cursors.append(page.cursor)
        }
        #expect(cursors.map { $0 == nil } == [false, true])
        #expect(try await query.count(on: ScriptedDynamoDB(answers: answers).database) == 2)
    }

    @Test("A collection sorts the items of its members, page by page")
    func collection() async throws {
        let (note, person) = (Note(.init()), Person(.init(personID: "ada")))
        let dynamoDB = ScriptedDynamoDB(
            page([try EncodedItem(note), ["pk": "x", "_entity": "Other"]], next: ["pk": "x"]),
            page([try EncodedItem(person)]))
        let shape = QueryShape("everything", partitionKey: "pk", sortKey: "sk", isShared: true)
        let query = CollectionQuery<Everything>(shape, members: ["Note", "Person"], "T#t").descending()
        let all = try await query.all(on: dynamoDB.database)
        #expect(
            all
                == {
                    var all = Everything(); all.notes = [note]; all.people = [person]; return all
                }())
        guard case .query(let request) = try #require(dynamoDB.requests.first) else { return }
        #expect(request.filter == .isIn(.path(AttributePath("_entity")), [.value("Note"), .value("Person")]))
        #expect(!request.scanIndexForward)
    }

    @Test("An item of a member that cannot be read is an error")
    func collectionError() async throws {
        let dynamoDB = ScriptedDynamoDB(page([["pk": "x", "_entity": "Note"]]))
        let query = CollectionQuery<Everything>(QueryShape("everything", partitionKey: "pk"), members: ["Note"], "T#t")
        let error = try await failure { try await query.all(on: dynamoDB.database) }
        #expect(error.code == .undecodableResponse)
        #expect(error.origin == RequestOrigin(entity: "Note", accessPattern: "everything"))
    }

    @Test("A scan reads the records of its entity, in parts if that is wanted")
    func scan() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .response(
                .scan(
                    PageOutput(
                        items: [try EncodedItem(Note(.init()))], count: 1, scannedCount: 5, lastEvaluatedKey: nil))))
        let notes = try await Note.scan().where { $0.views == 0 }.segment(1, of: 4).consistent().all(
            on: dynamoDB.database)
        #expect(notes == [Note(.init())])
        #expect(
            dynamoDB.requests.first?.body == ##"""
                {"TableName":"notes","FilterExpression":"#_entity = :v0 AND #views = :v1",\##
                "ExpressionAttributeNames":{"#_entity":"_entity","#views":"views"},\##
                "ExpressionAttributeValues":{":v0":{"S":"Note"},":v1":{"N":"0"}},"Segment":1,"TotalSegments":4,"ConsistentRead":true}
                """##)
    }
}
