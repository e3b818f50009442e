import Testing

@testable import Entities

/// The second version of an entity in ElectroDB's format.
private struct Chore: ElectroDBEntity, Hashable {
    var taskID: String

    struct Key: EntityKey {
        var taskID: String
        func write(to item: inout ItemWriter) throws(AttributeError) {
            try item.write("pk", "$app#task_\(taskID)" as KeyText)
            try item.write("sk", "$task_2" as KeyText)
        }
    }
    struct Draft: EntityDraft { var taskID: String }
    struct Fields: FieldSet {}
    struct Changes: ChangeSet { init(key: Key) {} }

    init(_ draft: Draft) { taskID = draft.taskID }
    init(from item: inout ItemReader) throws(AttributeError) { taskID = try item.read("TaskID") }
    func write(to item: inout ItemWriter) throws(AttributeError) {
        try item.write("TaskID", taskID)
        item.write("__edb_e__", string: "Chore")
        item.write("__edb_v__", string: "2")
        try key.write(to: &item)
    }
    var key: Key { Key(taskID: taskID) }
    static let schema = EntitySchema(
        "Chore", table: .notes, entityAttribute: "__edb_e__", versionIdentifier: EntityIdentifier("__edb_v__", "2"))

    static let shape = QueryShape("open", index: "gsi1", partitionKey: "gsi1pk", sortKey: "gsi1sk", isShared: true)
    static func open(_ points: SortKeyRange<Int>) -> Query<Chore> {
        Query(
            shape, "$app",
            .range(after: "$Task_2#points_", points, before: "#id_", casing: .lowercased, within: "$task_2") {
                "\(raw: $0)"
            })
    }
}

@Suite("Entities with versions")
struct EntityVersionTests {
    private struct Work: ElectroDBCollection, Hashable {
        enum Record: ServiceRecord {
            case chore(Chore)
            case note(Note)

            init?(_ item: EncodedItem) throws(AttributeError) {
                if Chore.schema.owns(item) {
                    self = .chore(try item.decode())
                } else if Note.schema.owns(item) {
                    self = .note(try item.decode())
                } else {
                    return nil
                }
            }
            static var entities: [any Entity.Type] { [Chore.self, Note.self] }
            static var table: TableSchema { .notes }
        }
        struct Fields: FieldSet {}

        var tasks: [Chore] = []
        var notes: [Note] = []
        mutating func append(_ record: Record) {
            switch record {
            case .chore(let chore): tasks.append(chore)
            case .note(let note): notes.append(note)
            }
        }
    }

    private static let own: EncodedItem = ["pk": "a", "TaskID": "1", "__edb_e__": "Chore", "__edb_v__": "2"]
    private static let strangers: [EncodedItem] = [
        ["pk": "a", "TaskID": "1", "__edb_e__": "Chore", "__edb_v__": "1"],
        ["pk": "a", "TaskID": "1", "__edb_e__": "Chore"],
        ["pk": "a", "TaskID": "1", "__edb_e__": "Job", "__edb_v__": "2"], ["pk": "a", "__edb_v__": "2"], ["pk": "a"],
        ["pk": "a", "TaskID": "1", "__edb_e__": 7, "__edb_v__": "2"], ["pk": "a", "TaskID": 5, "__edb_e__": "Job"],
    ]

    @Test("An item belongs to the entity and version that it carries")
    func owns() {
        #expect(Chore.schema.owns(Self.own))
        for item in Self.strangers { #expect(!Chore.schema.owns(item), "\(item)") }
        #expect(Note.schema.owns(["_entity": "Note"]))
        #expect(!Note.schema.owns(["_entity": "Notes"]))
    }

    @Test("What is read by its key is nothing where the item is another entity's or another version's")
    func reads() async throws {
        let get = Chore.get(Chore.Key(taskID: "1"))
        for (item, record) in [(Self.own, Chore(.init(taskID: "1")))] + Self.strangers.map({ ($0, nil) }) {
            let single = ScriptedDynamoDB(.response(.getItem(GetItemOutput(item: item))))
            #expect(try await get.run(on: single.database) == record, "\(item)")
            let transaction = ScriptedDynamoDB(.response(.transactGetItems(TransactGetItemsOutput(items: [item]))))
            #expect(try await transaction.database.transactGet(get) == record, "\(item)")
            let stored = item.replacing(["pk": .string("$app#task_1"), "sk": .string("$task_2")])
            let batch = ScriptedDynamoDB(.response(.batchGetItem(BatchGetItemOutput(items: ["notes": [stored]]))))
            #expect(try await batch.database.batchGet([get]) == [record], "\(item)")
            let entry: EncodedItem = ["pk": "$app#task_1", "sk": "$task_2", "gsi1pk": "x"]
            let entries = PageOutput(items: [entry], count: 1, scannedCount: 1, lastEvaluatedKey: nil)
            let lookup = ScriptedDynamoDB(
                .response(.query(entries)), .response(.batchGetItem(BatchGetItemOutput(items: ["notes": [stored]]))))
            let query = LookupQuery<Chore>(QueryShape("lookup", index: "gsi2", partitionKey: "gsi1pk"), "x")
            #expect(try await query.all(on: lookup.database) == (record.map { [$0] } ?? []), "\(item)")
        }
    }

    @Test(
        "The identifiers are found wherever they stand in the JSON of an answer",
        arguments: [
            #"{"TaskID":{"S":"1"},"__edb_e__":{"S":"Chore"},"__edb_v__":{"S":"2"}}"#,
            #"{"__edb_v__":{"S":"2"},"TaskID":{"S":"1"},"pk":{"S":"x"},"__edb_e__":{"S":"Chore"}}"#,
            #"{"__edb_e__":{"S":"Chore"},"__edb_v__":{"S":"2"},"a":{"L":[{"N":"1"}]},"TaskID":{"S":"1"}}"#,
        ])
    func json(item: String) throws {
        func read(_ item: String) throws -> Chore? {
            try JSONReader.read(Array(#"{"Item":\#(item)}"#.utf8)) { (json) throws(AttributeError) in
                try GetItemOutput<OwnRecord<Chore>>(json: &json).item?.record
            }
        }
        #expect(try read(item) == Chore(.init(taskID: "1")))
        #expect(try read(item.replacing(#""S":"2""#, with: #""S":"3""#)) == nil)
        #expect(try read(item.replacing(#""S":"Chore""#, with: #""NULL":true"#)) == nil)
    }

    @Test("A query asks for name and version")
    func filter() throws {
        #expect(
            Chore.open(5...).plan.filter
                == .and(
                    .compare(.path(AttributePath("__edb_e__")), .equal, .value("Chore")),
                    .compare(.path(AttributePath("__edb_v__")), .equal, .value("2"))))
    }

    @Test("A range compares values, or the texts of keys as ElectroDB does")
    func comparing() throws {
        let query = Chore.open(.above(5))
        func range(_ query: Query<Chore>) -> KeyCondition.Range? {
            query.plan.read.keyCondition?.range?.range
        }
        let byKeys = query.comparing(.keys)
        #expect(
            range(query)
                == .between(.value("$task_2#points_5#id_\u{10FFFF}"), .value("$task_2#points_\u{10FFFF}")))
        #expect(range(byKeys) == .between(.value("$task_2#points_5\0"), .value("$task_2\u{10FFFF}")))
        #expect(byKeys.comparing(.values) == query)
        #expect(byKeys != query)
        let empty = Chore.open(.above(5, through: 5))
        #expect(empty.plan.isEmpty)
        #expect(empty.comparing(.keys).plan.isEmpty)
        let lookup = LookupQuery<Chore>(Chore.shape, "$app", .beginning("$task_2#", keys: "$task_2"))
        #expect(lookup.comparing(.keys).plan.read.keyCondition?.range?.range == .beginsWith(.value("$task_2")))
    }

    @Test("A collection of versions keeps the members' items only, of their versions")
    func collection() async throws {
        let shape = QueryShape("work", index: "gsi1", partitionKey: "gsi1pk", sortKey: "gsi1sk", isShared: true)
        let query = CollectionQuery<Work>(
            shape, members: [Chore.schema, Note.schema], "$app", .beginning("$work#", keys: "$work"))
        let page = PageOutput(items: [Self.own] + Self.strangers, count: 8, scannedCount: 8, lastEvaluatedKey: nil)
        let dynamoDB = ScriptedDynamoDB(.response(.query(page)))
        #expect(try await query.comparing(.keys).all(on: dynamoDB.database).tasks == [Chore(.init(taskID: "1"))])
        guard case .query(let request) = try #require(dynamoDB.requests.first) else { return }
        func equal(_ name: String, _ value: String) -> Condition {
            .compare(.path(AttributePath(name)), .equal, .value(.string(value)))
        }
        #expect(
            request.filter
                == .or(.and(equal("__edb_e__", "Chore"), equal("__edb_v__", "2")), equal("_entity", "Note")))
        #expect(request.keyCondition.range?.range == .beginsWith(.value("$work")))
    }

    @Test("A collection without versions asks for the names together")
    func collectionWithoutVersions() {
        let shape = QueryShape("work", partitionKey: "pk", isShared: true)
        let schemas = CollectionQuery<Work>(shape, members: [Note.schema, Person.schema], "$app")
        #expect(
            schemas.plan.filter == .isIn(.path(AttributePath("_entity")), [.value("Note"), .value("Person")]))
        let native = CollectionQuery<Work>(
            shape, members: [Note.schema, Person.schema], equalities: [.init("pk", .value("$app"))])
        #expect(native == schemas)
    }

    @Test("A scan of an index asks for what the keys of the entity begin with")
    func indexScan() async throws {
        let scan = Scan<Chore>(
            QueryShape(
                "open", index: "gsi1", partitionKey: "gsi1pk", sortKey: "gsi1sk", partitionPrefix: "$app#task_",
                sortPrefix: "$task_2#"))
        let next: EncodedItem = ["pk": "a", "sk": "b", "gsi1pk": "$app#task_1", "gsi1sk": "$task_2#"]
        let page = PageOutput(items: [Self.own], count: 1, scannedCount: 1, lastEvaluatedKey: next)
        let dynamoDB = ScriptedDynamoDB(.response(.scan(page)), .response(.scan(page)))
        let first = try await scan.page(on: dynamoDB.database)
        #expect(first.items == [Chore(.init(taskID: "1"))])
        #expect(
            dynamoDB.requests.first?.body == ##"""
                {"TableName":"notes","IndexName":"gsi1","FilterExpression":\##
                "begins_with(#gsi1pk, :v0) AND begins_with(#gsi1sk, :v1) AND #__edb_e__ = :v2 AND #__edb_v__ = :v3",\##
                "ExpressionAttributeNames":{"#gsi1pk":"gsi1pk","#gsi1sk":"gsi1sk","#__edb_e__":"__edb_e__",\##
                "#__edb_v__":"__edb_v__"},"ExpressionAttributeValues":{":v0":{"S":"$app#task_"},":v1":{"S":"$task_2#"},\##
                ":v2":{"S":"Chore"},":v3":{"S":"2"}}}
                """##)
        #expect(scan.explain().description.contains("of the whole index"))
        // A cursor has the index's keys too, and fits no other scan.
        _ = try await scan.page(from: first.cursor, on: dynamoDB.database)
        guard case .scan(let second) = try #require(dynamoDB.requests.last) else { return }
        #expect(second.exclusiveStartKey == next)
        let error = try await failure { try await Chore.scan().page(from: first.cursor, on: dynamoDB.database) }
        #expect(error.code == .invalidCursor)
    }
}
