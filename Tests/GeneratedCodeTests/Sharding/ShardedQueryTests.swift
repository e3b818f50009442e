import Entities
import Foundation
import GeneratedModel
import InMemoryDynamoDB
import Synchronization
import TestExecutors
import Testing

@Suite("Queries over all shards")
struct ShardedQueryTests {
    private static let day = Date(timeIntervalSince1970: 1_763_640_000)

    /// A database of so many offers, whose prices come up several times.
    private static func database(
        _ executor: TestExecutor = .standard, offers: Int = 60
    ) async throws -> (db: Database, offers: [Offer]) {
        let db = try executor.database(Spread.table)
        try await db.createTables()
        let offers = (0..<offers).map { offer($0) }
        _ = try await db.batchWrite(offers.map { Offer.put($0) })
        return (db, offers)
    }

    private static func offer(_ number: Int) -> Offer {
        Generators.$current.withValue(.fixed(now: day, seed: UInt64(number))) {
            Offer(
                Offer.Draft(
                    category: "bikes", title: "offer \(number)", priceCents: number * 7 % 11 * 100,
                    listedAt: day.addingTimeInterval(Double(number * 37 % 101))))
        }
    }

    /// The offers by price, and where that is equal by shard: what the shards hold, put together here.
    private func byPrice(_ db: Database) async throws -> [Offer] {
        var offers: [Offer] = []
        for shard in 0..<4 { offers += try await Offer.active(shard: shard).all(on: db) }
        return offers.enumerated().sorted { ($0.element.priceCents, $0.offset) < ($1.element.priceCents, $1.offset) }
            .map(\.element)
    }

    private func check<Request: PagedRequest>(
        _ request: Request, on db: Database, holds expected: [Request.Element],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws where Request.Element: Hashable {
        #expect(try await request.all(on: db) == expected, sourceLocation: sourceLocation)
        #expect(try await request.count(on: db) == expected.count, sourceLocation: sourceLocation)
        #expect(try await request.first(on: db) == expected.first, sourceLocation: sourceLocation)
        for (size, prefetch) in [(1, 0), (7, 2), (1000, 1)] {
            var streamed: [Request.Element] = []
            for try await element in request.stream(pageSize: size, prefetch: prefetch, on: db) {
                streamed.append(element)
            }
            #expect(streamed == expected, sourceLocation: sourceLocation)
            var (resumed, full): ([Request.Element], [Request.Element]) = ([], [])
            var cursor: Cursor?
            repeat {
                let page = try await request.page(limit: size, from: cursor.map { Cursor($0.text) }, on: db)
                #expect(page.items.count <= size, sourceLocation: sourceLocation)
                resumed += page.items
                cursor = page.cursor
            } while cursor != nil
            #expect(resumed == expected, sourceLocation: sourceLocation)
            repeat {
                let page = try await request.page(of: size, from: cursor.map { Cursor($0.text) }, on: db)
                #expect(page.items.count == size || page.cursor == nil, sourceLocation: sourceLocation)
                full += page.items
                cursor = page.cursor
            } while cursor != nil
            #expect(full == expected, sourceLocation: sourceLocation)
        }
    }

    @Test(
        "Whichever way they are read, all come once, in the order of the sort key, ties and empty shards included",
        arguments: TestExecutor.all, TestServer.current == nil ? [0, 3, 40] : [12])
    func ways(_ executor: TestExecutor, count: Int) async throws {
        let (db, offers) = try await Self.database(executor, offers: count)
        let byPrice = try await byPrice(db)
        #expect(Set(byPrice) == Set(offers))
        try await check(Offer.active(), on: db, holds: byPrice)
        try await check(Offer.active().descending(), on: db, holds: byPrice.reversed())
        try await check(
            Offer.active().where { $0.title >= "offer 2" }, on: db, holds: byPrice.filter { $0.title >= "offer 2" })
        try await check(Offer.active().where { $0.title == "none" }, on: db, holds: [])
        try await check(
            Offer.active(priceCents: 300...600), on: db, holds: byPrice.filter { (300...600).contains($0.priceCents) })
        try await check(Offer.active(priceCents: 500), on: db, holds: byPrice.filter { $0.priceCents == 500 })
        try await check(Offer.active(priceCents: 600...300), on: db, holds: [])
        try await check(Offer.active().select(\.title), on: db, holds: byPrice.map(\.title))
        let newest = offers.sorted { ($0.listedAt, $0.offerID.description) < ($1.listedAt, $1.offerID.description) }
        try await check(Offer.newest(category: "bikes"), on: db, holds: newest)
        try await check(Offer.newest(category: "cars"), on: db, holds: [])
        // An index that holds keys alone: the records are read behind it.
        let titles = offers.sorted { $0.title < $1.title }
        try await check(Offer.titles(), on: db, holds: titles)
        try await check(Offer.titles().descending(), on: db, holds: titles.reversed())
    }

    @Test("Pages without a filter are full, whatever shard their items are in")
    func fullPages() async throws {
        let (db, _) = try await Self.database()
        var sizes: [Int] = []
        for try await page in Offer.active().pages(limit: 25, on: db) { sizes.append(page.items.count) }
        #expect(sizes == [25, 25, 10])
    }

    // MARK: What is sent

    @Test("All are read with one request to each shard; with pages, no item is read twice")
    func readsOnce() async throws {
        let (base, _) = try await Self.database(offers: 60)
        let recorder = QueryRecorder(base.executor)
        let db = Database(recorder, tablesOf: base)
        _ = try await Offer.active().all(on: db)
        #expect(recorder.requests.count == 4)
        #expect(Set(recorder.requests.map(\.keyCondition)).count == 4)
        #expect(recorder.scanned == 60)
        recorder.clear()
        for try await _ in Offer.active().stream(pageSize: 6, on: db) {}
        #expect(recorder.scanned == 60)
        recorder.clear()
        // A page that stands alone reads more than it gives, and far less than the page of every shard.
        _ = try await Offer.active().page(limit: 20, on: db)
        #expect(recorder.scanned < 2 * 20 + 4)
        #expect(recorder.requests.allSatisfy { ($0.limit ?? .max) <= 10 })
        recorder.clear()
        _ = try await Offer.active(priceCents: 600...300).all(on: db)
        #expect(recorder.requests.isEmpty)
    }

    @Test("The shards are asked at the same time", .timeLimit(.minutes(1)))
    func concurrently() async throws {
        let (base, offers) = try await Self.database(offers: 20)
        // Nobody gets an answer before all have asked.
        let gate = Gate(base.executor, opensAt: 12)
        let found = try await Offer.newest(category: "bikes").all(on: Database(gate, tablesOf: base))
        #expect(Set(found) == Set(offers))
    }

    @Test("An explanation shows a shard's request, and says of how many")
    func explanation() {
        let explanation = Offer.active(priceCents: 100...).explain()
        #expect(explanation.body.contains(#""ACTIVE#0""#))
        #expect(explanation.capacity.contains("Shards 0 to 3 are read at once, each by such a request"))
        #expect(Offer.newest(category: "bikes").explain().body.contains(#""NEWEST#bikes#00""#))
    }

    // MARK: What goes wrong

    @Test("The error of one shard is that of the query, and ends the others", arguments: 1...4)
    func oneFails(_ number: Int) async throws {
        let (base, _) = try await Self.database()
        let rule = FaultRule(.internalServerError, operations: ["Query"], requests: number...number)
        let db = Database(Self.faulty(base.executor, try FaultPlan([rule])), tablesOf: base)
        await #expect { try await Offer.active().all(on: db) } throws: { error in
            (error as? DynamoDBError)?.code == .internalServerError
        }
    }

    private static func faulty(_ base: some DynamoDBExecutor, _ plan: FaultPlan) -> any DynamoDBExecutor {
        FaultyExecutor(base, FaultInjector(plan))
    }

    @Test("Cancelled, it ends with the requests that are on their way", .timeLimit(.minutes(1)))
    func cancelled() async throws {
        let (base, _) = try await Self.database(offers: 20)
        let gate = Gate(base.executor, opensAt: .max)
        let task = Task { try await Offer.active().all(on: Database(gate, tablesOf: base)) }
        await gate.waits(for: 4)
        task.cancel()
        await #expect { try await task.value } throws: { ($0 as? DynamoDBError)?.code == .cancelled }
    }

    @Test("A cursor goes on with its own query alone")
    func foreignCursors() async throws {
        let (db, _) = try await Self.database()
        let cursor = try #require(try await Offer.active().page(limit: 5, on: db).cursor)
        #expect(Offer.active().owns(cursor, on: db))
        for other in [Offer.active().descending(), Offer.active(priceCents: 0...), Offer.active(shard: 0)] {
            #expect(!other.owns(cursor, on: db))
        }
        let single = try #require(try await Offer.active(shard: 0).page(limit: 1, on: db).cursor)
        #expect(!Offer.active().owns(single, on: db))
        // One key is no place in four shards.
        let offer = try #require(try await Offer.active().first(on: db))
        #expect(throws: DynamoDBError.self) { try Offer.active().cursor(after: offer, on: db) }
        #expect(throws: DynamoDBError.self) { try Offer.active().startKey(of: cursor, on: db) }
        await #expect(throws: DynamoDBError.self) { try await Offer.active().page(limit: 0, on: db) }
        #expect(try await Offer.active().page(limit: .max, on: db).items.count == 60)
    }

    @Test("A cursor that was changed is refused, or reads from a place that there is")
    func changedCursors() async throws {
        let (db, _) = try await Self.database()
        let query = Offer.active()
        let cursor = try #require(try await query.page(limit: 5, on: db).cursor)
        for json in [
            #"{"0":{"S":"begin"}}"#, #"{"4":{"S":"end"}}"#, #"{"x":{"S":"end"}}"#, #"{"0":{"M":{}}}"#,
            #"{"0":{"M":{"gsi1pk":{"S":"ACTIVE#0"}}}}"#, #"{"0":{"N":"1"}}"#, "[]", "{",
        ] {
            await #expect { try await query.page(from: cursor.holding(json), on: db) } throws: {
                ($0 as? DynamoDBError)?.code == .invalidCursor
            }
        }
        let ended = #"{"0":{"S":"end"},"1":{"S":"end"},"2":{"S":"end"},"3":{"S":"end"}}"#
        let page = try await query.page(from: cursor.holding(ended), on: db)
        #expect(page.items.isEmpty && page.cursor == nil)
        // Sealed, none of that can be made up.
        let sealed = Database(
            db.executor, table: try #require(db.allTables.first),
            cursorKeys: try CursorKeys(current: [UInt8](repeating: 7, count: 32)))
        let own = try #require(try await query.page(limit: 5, on: sealed).cursor)
        let both = try await query.page(limit: 5, on: sealed).items + query.page(from: own, on: sealed).items
        #expect(try await query.all(on: sealed) == both)
        #expect(!query.owns(cursor, on: sealed))
        #expect(!query.owns(own.holding(ended, seal: 16), on: sealed))
    }

    @Test("What was there before is read once, while many tasks write")
    func concurrentWrites() async throws {
        let (db, offers) = try await Self.database(offers: 100)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    for number in 0..<25 {
                        _ = try await Offer.put(Self.offer(1000 + writer * 25 + number)).run(on: db)
                    }
                }
            }
            for reader in 0..<8 {
                group.addTask {
                    var seen: [Offer] = []
                    for try await offer in Offer.active().stream(pageSize: 3 + reader, prefetch: reader % 3, on: db) {
                        seen.append(offer)
                    }
                    #expect(Set(seen).count == seen.count)
                    #expect(Set(seen).isSuperset(of: offers))
                    #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.priceCents <= $1.priceCents })
                }
            }
            try await group.waitForAll()
        }
        #expect(try await Offer.active().count(on: db) == 300)
    }

    // MARK: Random shards

    @Test("A draft that names no shard gets one by lot, which the key holds with all digits and no update changes")
    func randomShards() async throws {
        let (db, offers) = try await Self.database()
        #expect(Set(offers.map(\.shard)).isSubset(of: Set(0..<12)))
        #expect(Set(offers.map(\.shard)).count > 8)
        #expect(Self.offer(7) == Self.offer(7))
        let offer = try #require(offers.first { $0.shard < 10 })
        let item = try EncodedItem(offer)
        #expect(item["gsi2pk"] == .string("NEWEST#bikes#0\(offer.shard)"))
        let changed = try await offer.patch {
            $0.set(title: "new")
            $0.set(priceCents: 1)
        }.run(on: db)
        #expect(changed.shard == offer.shard)
        #expect(try await Offer.newest(category: "bikes", shard: offer.shard).all(on: db).contains(changed))
    }

    @Test("A draft may name its shard, and none that there is not")
    func givenShards() async throws {
        let (db, _) = try await Self.database(offers: 0)
        var draft = Offer.Draft(
            category: "bikes", title: "a", priceCents: 1, listedAt: Self.day, shard: 11)
        #expect(try await Offer.create(draft).run(on: db).shard == 11)
        for shard in [12, -1] {
            draft.shard = shard
            await #expect(throws: DynamoDBError.self) { try await Offer.create(draft).run(on: db) }
            await #expect(throws: DynamoDBError.self) {
                try await Offer.newest(category: "bikes", shard: shard).all(on: db)
            }
        }
    }
}

/// Answers queries when so many are waiting.
private final class Gate: DynamoDBExecutor {
    private struct State {
        var waiting: [CheckedContinuation<Void, Never>] = []
        var arrived = 0
        var isOpen = false
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let base: any DynamoDBExecutor
    private let count: Int
    private let state = Mutex(State())

    init(_ base: any DynamoDBExecutor, opensAt count: Int) {
        self.base = base
        self.count = count
    }

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        guard case .query = operation.request else { return try await base.execute(operation) }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let ready = state.withLock { state in
                    state.arrived += 1
                    state.waiting.append(continuation)
                    if state.arrived >= count { state.isOpen = true }
                    let watchers = state.watchers.filter { $0.count <= state.arrived }.map(\.continuation)
                    state.watchers.removeAll { $0.count <= state.arrived }
                    return watchers + Self.released(&state)
                }
                for continuation in ready { continuation.resume() }
            }
        } onCancel: {
            let ready = state.withLock { state in
                state.isOpen = true
                return Self.released(&state)
            }
            for continuation in ready { continuation.resume() }
        }
        if Task.isCancelled { throw .cancelled }
        return try await base.execute(operation)
    }

    /// Comes back when so many queries have arrived.
    func waits(for count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.arrived < count { state.watchers.append((count, continuation)) }
                return state.arrived >= count
            }
            if isThere { continuation.resume() }
        }
    }

    private static func released(_ state: inout State) -> [CheckedContinuation<Void, Never>] {
        guard state.isOpen else { return [] }
        defer { state.waiting = [] }
        return state.waiting
    }
}
