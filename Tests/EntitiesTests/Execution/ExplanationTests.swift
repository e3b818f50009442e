import Foundation
import Testing

@testable import Entities

@Suite("Explanations")
struct ExplanationTests {
    @Test("A query is told with its index, its price and its body")
    func query() {
        let explanation = Note.due(tenantID: "t").where { $0.views > 1 }.descending().explain()
        #expect(
            explanation.description == """
                Note.due: Query on index gsi1 of notes
                Reads 0.5 units per 4 KB of what the key condition selects; what the filter drops is paid for as well.
                {
                  "TableName": "notes",
                  "IndexName": "gsi1",
                  "KeyConditionExpression": "#gsi1pk = :v0",
                  "FilterExpression": "#views > :v1",
                  "ExpressionAttributeNames": {
                    "#gsi1pk": "gsi1pk",
                    "#views": "views"
                  },
                  "ExpressionAttributeValues": {
                    ":v0": {"S": "T#t"},
                    ":v1": {"N": "1"}
                  },
                  "ScanIndexForward": false
                }
                """)
        #expect(explanation.operation == "Query")
        #expect(explanation.index == "gsi1")
        #expect(explanation.table == "notes")
        #expect(explanation.accessPattern == "Note.due")
    }

    @Test("Every request says what it costs")
    func capacity() {
        let key = Person.Key(personID: "a")
        let write =
            "Writes 1 unit per KB of the larger of the old and the new item, and of each index entry that changes."
        #expect(
            Get<Person>(key).explain().capacity
                == "Reads 0.5 units per 4 KB of the item, and as much for one that is not there.")
        #expect(Get<Person>(key).consistent().explain().capacity.hasPrefix("Reads 1 unit per 4 KB"))
        #expect(Person.put(.init(personID: "a")).explain().capacity == write)
        #expect(Note.update { $0.views.add(1) }.explain().capacity == write)
        #expect(Note.patch { $0.views.add(1) }.explain().capacity == write)
        #expect(Person.upsert(.init(personID: "a")).explain().capacity == write)
        #expect(Delete<Person>(key).explain().operation == "DeleteItem")
        #expect(Remove<Person>(key).explain().accessPattern == "Person.remove")
        #expect(Note.create(.init()).explain().operation == "TransactWriteItems")
        #expect(Note.create(.init()).explain().capacity == "Writes 2 units per KB of each item, in a transaction.")
        #expect(Note.scan().explain().capacity.hasPrefix("Reads 0.5 units per 4 KB of the whole table"))
        #expect(
            Note.lookup(tenantID: "t").explain().capacity.hasSuffix(
                "Then the items are read from the table by their keys, 100 at a time: 0.5 units per 4 KB of each."))
    }

    @Test("A request that cannot be sent says why")
    func invalid() {
        let bad = "\u{10FFFF}"
        for explanation in [
            Note.due(tenantID: bad).explain(), Get<Person>(.init(personID: bad)).explain(),
            Person.put(.init(personID: bad)).explain(),
            Note.update { $0.title.set("") }.explain(), Person.upsert(.init(personID: bad)).explain(),
        ] {
            #expect(explanation.body.hasPrefix("cannot be sent: "), "\(explanation)")
        }
        let empty = Note.due(
            tenantID: "t", dueAt: Date(timeIntervalSince1970: 1_000_000)...Date(timeIntervalSince1970: 0)
        ).explain()
        #expect(empty.capacity == "The range is empty: nothing is sent.")
    }

    @Test("A request can be had as running sends it, under the database's own table")
    func requests() async throws {
        let key = Person.Key(personID: "a")
        let dynamoDB = ScriptedDynamoDB()
        let db = dynamoDB.database.using(.notes.named("notes-staging"))
        let get = Get<Person>(key).consistent()
        let selection = get.select { $0.role }
        let query = Note.due(tenantID: "t").where { $0.views > 1 }.descending()
        let titles = query.select { ($0.title, $0.views) }
        let (lookup, scan) = (Note.lookup(tenantID: "t"), Note.scan())
        let put = Person.put(.init(personID: "a"))
        let silent = put.returningNothing()
        let upsert = Person.upsert(.init(personID: "a")).if { $0.role == "x" }
        let update = Note.update { $0.views.add(1) }
        let patch = Note.patch { $0.title.set("New") }.ifVersion(3)
        let (delete, remove) = (Delete<Person>(key), Remove<Person>(key))
        let create = Note.create(.init())
        let collection = CollectionQuery<Everything>(
            QueryShape("everything", partitionKey: "pk"), members: ["Note"], "T#t")
        let requests: [(any ExplainableRequest, () async throws -> Void)] = [
            (get, { _ = try await get.run(on: db) }), (selection, { _ = try await selection.run(on: db) }),
            (query, { _ = try await query.page(on: db) }), (titles, { _ = try await titles.page(on: db) }),
            (lookup, { _ = try await lookup.page(on: db) }), (scan, { _ = try await scan.page(on: db) }),
            (collection, { _ = try await collection.page(on: db) }),
            (collection.records, { _ = try await collection.records.page(on: db) }),
            (put, { try await put.run(on: db) }), (silent, { try await silent.run(on: db) }),
            (upsert, { try await upsert.run(on: db) }), (update, { try await update.run(on: db) }),
            (patch, { try await patch.run(on: db) }), (delete, { try await delete.run(on: db) }),
            (remove, { try await remove.run(on: db) }), (create, { try await create.run(on: db) }),
        ]
        for (request, run) in requests {
            let made = try request.request(on: db)
            #expect(try await failure { try await run() }.code == .internalServerError, "\(request)")
            var sent = try #require(dynamoDB.requests.last)
            if case .transactWriteItems(var transaction) = sent {
                #expect(transaction.clientRequestToken != nil)
                transaction.clientRequestToken = nil
                sent = .transactWriteItems(transaction)
            }
            #expect(made == sent)
            #expect(try #require(String(validating: made.body(), as: UTF8.self)).contains("notes-staging"))
        }
        #expect(dynamoDB.requests.count == requests.count)
    }

    @Test("A request that cannot be sent is an error, and so is one that is none")
    func noRequests() throws {
        let dynamoDB = ScriptedDynamoDB()
        let db = dynamoDB.database
        func failure(of request: any ExplainableRequest, on db: Database) throws -> DynamoDBError {
            try #require(throws: DynamoDBError.self) { try request.request(on: db) }
        }
        let bad = Get<Person>(.init(personID: "\u{10FFFF}"))
        #expect(try failure(of: bad, on: db).code == .invalidRequest)
        #expect(try failure(of: Note.update { $0.title.set("") }, on: db).code == .invalidValue)
        let range: SortKeyRange<Date> = Date(timeIntervalSince1970: 1_000_000)...Date(timeIntervalSince1970: 0)
        let empty = try failure(of: Note.due(tenantID: "t", dueAt: range), on: db)
        #expect(empty.code == .invalidRequest)
        #expect(empty.message == "the range is empty: it is answered without a request")
        #expect(empty.operation == "Query")
        let other = Database(
            dynamoDB, table: TableSchema("other", keys: KeySchema(partition: ["pk"]), attributeTypes: [:]))
        #expect(try failure(of: Note.scan(), on: other).code == .invalidRequest)
        #expect(dynamoDB.requests.isEmpty)
    }

    @Test(
        "JSON is indented, values stay on a line",
        arguments: [
            ("{}", "{}"), (#"{"a":{"S":"x"}}"#, "{\n  \"a\": {\"S\": \"x\"}\n}"),
            (#"{"a":1,"b":[]}"#, "{\n  \"a\": 1,\n  \"b\": []\n}"),
            (#"{"SS":["a","b"]}"#, "{\n  \"SS\": [\n    \"a\",\n    \"b\"\n  ]\n}"),
            (#"{"S":"{,:\"\\"}"#, #"{"S": "{,:\"\\"}"#), ("[1]", "[1]"),
        ])
    func indentation(json: String, text: String) {
        #expect(IndentedJSON.text(of: Array(json.utf8)) == text)
    }
}
