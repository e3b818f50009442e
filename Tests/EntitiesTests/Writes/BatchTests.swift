import Foundation
import Synchronization
import Testing

@testable import Entities

@Suite("Batches")
struct BatchTests {
    private func puts(_ count: Int) -> [Put<Person>] { (0..<count).map { Person.put(.init(personID: "\($0)")) } }

    /// Answers with this many of the request's writes left unprocessed.
    private func leaving(_ count: Int) -> ScriptedDynamoDB.Answer {
        .by { request in
            guard case .batchWriteItem(let batch) = request else { return .batchWriteItem(BatchWriteItemOutput()) }
            return .batchWriteItem(
                BatchWriteItemOutput(unprocessedItems: batch.tables.mapValues { Array($0.suffix(count)) }))
        }
    }

    private func batches(_ dynamoDB: ScriptedDynamoDB) -> [[String]] {
        dynamoDB.requests.map { request in
            guard case .batchWriteItem(let batch) = request else { return [] }
            return (batch.tables["notes"] ?? []).compactMap { write in
                switch write {
                case .put(let item): if case .string(let id) = item["personID"] { id } else { nil }
                case .delete(let key): if case .string(let id) = key["pk"] { "-" + id } else { nil }
                }
            }
        }
    }

    private func ids(_ range: Range<Int>) -> [String] { range.map { "\($0)" } }

    @Test("25 writes go into a request")
    func chunks() async throws {
        let done = leaving(0)
        let dynamoDB = ScriptedDynamoDB(done, done, done)
        try await dynamoDB.database.batchWrite(puts(60))
        #expect(batches(dynamoDB) == [ids(0..<25), ids(25..<50), ids(50..<60)])
        #expect(dynamoDB.pauses.isEmpty)
    }

    @Test("What is left unprocessed goes first into the next request, in order, after a pause")
    func unprocessed() async throws {
        let dynamoDB = ScriptedDynamoDB(leaving(3), leaving(25), leaving(0))
        try await dynamoDB.database.batchWrite(puts(40))
        #expect(batches(dynamoDB) == [ids(0..<25), ids(22..<40), ids(22..<40)])
        #expect(dynamoDB.pauses.count == 2)
    }

    @Test("Nothing is lost when every request leaves something")
    func nothingLost() async throws {
        let answers = Mutex(0)
        let written = Mutex<[String]>([])
        let dynamoDB = EndlessDynamoDB { request in
            guard case .batchWriteItem(let batch) = request else { return .batchWriteItem(BatchWriteItemOutput()) }
            let turn = answers.withLock {
                $0 += 1; return $0
            }
            let writes = batch.tables["notes"] ?? []
            let left = turn % 3 == 0 ? writes : writes.enumerated().filter { $0.offset % 3 == turn % 3 }.map(\.element)
            for case .put(let item) in writes where !left.contains(.put(item)) {
                if case .string(let id) = item["personID"] { written.withLock { $0.append(id) } }
            }
            return .batchWriteItem(BatchWriteItemOutput(unprocessedItems: left.isEmpty ? [:] : ["notes": left]))
        }
        try await Database(dynamoDB, table: .notes, backoff: Backoff(sleep: { _ in })).batchWrite(puts(130))
        #expect(written.withLock { $0 }.sorted() == ids(0..<130).sorted())
    }

    @Test("No progress for long is an error that says how much is left")
    func patience() async throws {
        let dynamoDB = EndlessDynamoDB { request in
            guard case .batchWriteItem(let batch) = request else { return .batchWriteItem(BatchWriteItemOutput()) }
            return .batchWriteItem(BatchWriteItemOutput(unprocessedItems: batch.tables))
        }
        let pauses = Mutex<[Duration]>([])
        let db = Database(
            dynamoDB, table: .notes, backoff: Backoff(sleep: { pause in pauses.withLock { $0.append(pause) } }))
        let error = try await failure { try await db.batchWrite(puts(30)) }
        #expect(error.code == .unprocessed)
        #expect(error.message == "30 items are not done, since the service left them out 9 times in a row")
        #expect(error.operation == "BatchWriteItem")
        #expect(error.unprocessedWrites.count == 30)
        let ceilings: [Duration] = [50, 100, 200, 400, 800, 1000, 1000, 1000].map { .milliseconds($0) }
        #expect(pauses.withLock { $0 }.count == 8)
        #expect(zip(pauses.withLock { $0 }, ceilings).allSatisfy { $0 >= .zero && $0 <= $1 })
    }

    @Test("An error says what is not done, for all that is known, and that can be written later")
    func rest() async throws {
        let dynamoDB = ScriptedDynamoDB(
            leaving(2), .error(DynamoDBError(.accessDenied, "no")), leaving(0), leaving(0))
        let error = try await failure { try await dynamoDB.database.batchWrite(puts(60)) }
        #expect(error.code == .accessDenied)
        // 23 of the first request are done.
        #expect(error.unprocessedWrites.count == 37)
        try await dynamoDB.database.batchWrite(error.unprocessedWrites)
        #expect(Array(batches(dynamoDB).suffix(2).joined()) == ids(23..<60))
    }

    @Test("What is left of one table is not written to a database without it")
    func foreignTable() async throws {
        let dynamoDB = ScriptedDynamoDB(.error(DynamoDBError(.accessDenied, "no")))
        let error = try await failure { try await dynamoDB.database.batchWrite(puts(2)) }
        let other = dynamoDB.database.using(TableSchema.notes.named("other"))
        let refused = try await failure { try await other.batchWrite(error.unprocessedWrites) }
        #expect(refused.message == "nothing was sent: this Database has no table of the name notes")
    }

    @Test("Several requests are on their way at a time, and no more than that", arguments: [1, 2, 3, 9])
    func concurrency(_ concurrency: Int) async throws {
        let gate = GatedDynamoDB(ScriptedDynamoDB(answers: Array(repeating: leaving(0), count: 5)), free: 0)
        let counter = CountingDynamoDB(gate)
        let (db, writes) = (Database(counter, tablesOf: gate.database), puts(110))
        async let written: Void = db.batchWrite(writes, concurrency: concurrency)
        var arrivals = gate.arrivals.makeAsyncIterator()
        // As many as may be on their way arrive without that one of them is answered.
        var waiting: [Int] = []
        for _ in 0..<min(concurrency, 5) { waiting.append(try #require(await arrivals.next())) }
        waiting.forEach(gate.open)
        for _ in min(concurrency, 5)..<5 { gate.open(try #require(await arrivals.next())) }
        try await written
        #expect(counter.most == min(concurrency, 5))
    }

    @Test("The first error ends the other requests, and what they had left is told with it")
    func firstError() async throws {
        let failing = EndlessDynamoDB { _ in
            .batchWriteItem(BatchWriteItemOutput(unprocessedItems: ["notes": [.delete([:])]]))
        }
        let gate = GatedDynamoDB(failing, free: 1)
        let error = try await failure { try await gate.database.batchWrite(puts(75), concurrency: 3) }
        #expect(error.code == .undecodableResponse)
        #expect(error.unprocessedWrites.count == 75)
    }

    @Test("A concurrency below 1 is refused")
    func noConcurrency() async throws {
        let dynamoDB = ScriptedDynamoDB()
        let error = try await failure { try await dynamoDB.database.batchWrite(puts(1), concurrency: 0) }
        #expect(error.message == "nothing was sent: the concurrency is 0, and has to be 1 or more")
        let reads = try await failure { try await dynamoDB.database.batchGet([Get<Person>](), concurrency: -1) }
        #expect(reads.code == .invalidRequest)
    }

    @Test("Something unprocessed that was not asked for is an error, since something else may be lost")
    func foreign() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .response(
                .batchWriteItem(BatchWriteItemOutput(unprocessedItems: ["notes": [.delete(["pk": "x", "sk": "y"])]]))))
        #expect(try await failure { try await dynamoDB.database.batchWrite(puts(1)) }.code == .undecodableResponse)
    }

    @Test("A key twice, a condition and a unique value are refused before anything is sent")
    func refused() async throws {
        let dynamoDB = ScriptedDynamoDB()
        let db = dynamoDB.database
        let twice = try await failure {
            try await db.batchWrite {
                Person.put(.init(personID: "a"))
                Delete<Person>(.init(personID: "a"))
            }
        }
        #expect(twice.code == .invalidRequest)
        #expect(twice.message.contains("is in it twice"))
        for write: any BatchWrite in [
            Person.put(.init(personID: "a")).if { $0.role == "x" },
            Delete<Person>(.init(personID: "a")).if { $0.role == "x" },
            Delete<Note>(Note.key, holding: Note.held), Put(Note(.init())),
        ] {
            #expect(
                try await failure { try await db.batchWrite([write]) }.message.hasPrefix(
                    "DynamoDB has no conditions in a batch"))
        }
        #expect(dynamoDB.requests.isEmpty)
    }

    @Test("An empty batch sends nothing")
    func empty() async throws {
        let dynamoDB = ScriptedDynamoDB()
        try await dynamoDB.database.batchWrite([])
        #expect(try await dynamoDB.database.batchGet([Get<Person>]()).isEmpty)
    }

    @Test("A cancelled task sends no other request")
    func cancelled() async throws {
        let dynamoDB = ScriptedDynamoDB(leaving(0), leaving(0))
        let (db, writes) = (dynamoDB.database, puts(60))
        let task = Task { try await db.batchWrite(writes) }
        task.cancel()
        let error = try await failure { try await task.value }
        #expect(error.code == .cancelled)
        #expect(dynamoDB.requests.isEmpty)
    }

    // MARK: Reading

    private func read(_ request: DynamoDBRequest, unprocessed: (Int, Int) -> Bool) -> DynamoDBResponse {
        guard case .batchGetItem(let batch) = request, let keys = batch.tables["notes"]?.keys else {
            return .batchGetItem(BatchGetItemOutput(items: [:]))
        }
        var (items, left) = ([EncodedItem](), [EncodedItem]())
        for (index, key) in keys.enumerated() {
            guard case .string(let pk) = key["pk"] else { continue }
            let id = String(pk.dropFirst(7))
            if unprocessed(index, keys.count) {
                left.append(key)
            } else if id != "7", let item = try? EncodedItem(Person(.init(personID: id))) {
                items.append(item)
            }
        }
        return .batchGetItem(
            BatchGetItemOutput(
                items: ["notes": items.reversed()], unprocessedKeys: left.isEmpty ? [:] : ["notes": .init(keys: left)]))
    }

    @Test("Records come in the order of the requests, 100 at a time, whatever is left out at first")
    func batchGet() async throws {
        let sizes = Mutex<[Int]>([])
        let dynamoDB = EndlessDynamoDB { request in
            guard case .batchGetItem(let batch) = request else { return .batchGetItem(BatchGetItemOutput(items: [:])) }
            sizes.withLock { $0.append(batch.tables["notes"]?.keys.count ?? 0) }
            return read(request) { index, count in count > 3 && index % 4 == 1 }
        }
        let db = Database(dynamoDB, table: .notes, backoff: Backoff(sleep: { _ in }))
        let ids = (0..<230).map { $0 % 220 }
        let people = try await db.batchGet(ids.map { Get<Person>(.init(personID: "\($0)")) })
        #expect(people.map { $0?.personID } == ids.map { $0 == 7 ? nil : "\($0)" })
        #expect(sizes.withLock { $0.max() } == 100)
    }

    @Test("A read is consistent as soon as one of the requests is")
    func consistent() async throws {
        let dynamoDB = ScriptedDynamoDB(.response(.batchGetItem(BatchGetItemOutput(items: [:]))))
        _ = try await dynamoDB.database.batchGet([
            Get<Person>(.init(personID: "a")), Get<Person>(.init(personID: "b")).consistent(),
        ])
        guard case .batchGetItem(let request) = try #require(dynamoDB.requests.first) else { return }
        #expect(request.tables["notes"]?.consistentRead == true)
    }

    @Test("Keys that the service never reads are an error")
    func neverRead() async throws {
        let dynamoDB = EndlessDynamoDB { request in read(request) { _, _ in true } }
        let db = Database(dynamoDB, table: .notes, backoff: Backoff(sleep: { _ in }))
        let error = try await failure { try await db.batchGet([Get<Person>(.init(personID: "a"))]) }
        #expect(error.code == .unprocessed)
        #expect(error.origin == RequestOrigin(entity: "Person", accessPattern: "batchGet"))
        #expect(error.unprocessedKeys == [ItemAddress(table: "notes", key: ["pk": "PERSON#a", "sk": "PERSON"])])
    }

    @Test("Several entities are read by one request, each key once")
    func mixed() async throws {
        let (note, person) = (Note(.init()), Person(.init(personID: "ada")))
        let items = [try EncodedItem(person), try EncodedItem(note)]
        let dynamoDB = ScriptedDynamoDB(.response(.batchGetItem(BatchGetItemOutput(items: ["notes": items]))))
        let (first, second, third) = try await dynamoDB.database.batchGet(
            Get<Note>(Note.key), Get<Person>(.init(personID: "bob")), Get<Person>(.init(personID: "ada")))
        #expect(first == note)
        #expect(second == nil)
        #expect(third == person)
        #expect(
            dynamoDB.requests.map(\.body) == [
                #"""
                {"RequestItems":{"notes":{"Keys":[{"pk":{"S":"T#t"},"sk":{"S":"NOTE#n"}},\#
                {"pk":{"S":"PERSON#bob"},"sk":{"S":"PERSON"}},{"pk":{"S":"PERSON#ada"},"sk":{"S":"PERSON"}}]}}}
                """#
            ])
    }
}

/// An executor that answers every request by a function.
private struct EndlessDynamoDB: DynamoDBExecutor {
    let answer: @Sendable (DynamoDBRequest) -> DynamoDBResponse

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        do throws(AttributeError) {
            return try Operation.Output(answer(operation.request))
        } catch {
            throw DynamoDBError(.undecodableResponse, "\(error)")
        }
    }
}

/// An executor that counts how many requests are on their way at a time.
private final class CountingDynamoDB: DynamoDBExecutor {
    private let inner: any DynamoDBExecutor
    private let counts = Mutex((now: 0, most: 0))
    var most: Int { counts.withLock { $0.most } }

    init(_ inner: some DynamoDBExecutor) { self.inner = inner }

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        defer { counts.withLock { $0.now -= 1 } }
        return try await inner.execute(operation)
    }
}
