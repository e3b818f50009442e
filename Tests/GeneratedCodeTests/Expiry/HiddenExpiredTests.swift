import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// A read of logins in two forms: as it is, and with those that have expired.
struct LoginRead: Sendable, CustomTestStringConvertible {
    let name: String
    /// The logins that are shown.
    let shown: @Sendable (Database) async throws -> [String]
    let includingExpired: @Sendable (Database) async throws -> [String]

    var testDescription: String { name }

    init(
        _ name: String, _ shown: @escaping @Sendable (Database) async throws -> [String],
        includingExpired: @escaping @Sendable (Database) async throws -> [String]
    ) {
        self.name = name
        self.shown = shown
        self.includingExpired = includingExpired
    }

    /// A request that is read page by page.
    init<Read: PagedRequest>(
        _ name: String, _ read: Read, includingExpired: some PagedRequest<Read.Element>,
        _ id: @escaping @Sendable (Read.Element) -> String?
    ) {
        self.name = name
        shown = { try await read.all(on: $0).compactMap(id) }
        self.includingExpired = { try await includingExpired.all(on: $0).compactMap(id) }
    }

    private static let keys = ["a", "b", "c"].map { Login.Key(memberID: "ada", loginID: $0) }
    private static let gets = keys.map { Login.get($0) }
    private static let known = Login.Known(memberID: "ada", device: "phone")

    private static func id(_ login: Login) -> String? { login.loginID }
    private static func id(_ record: Theater.Record) -> String? {
        if case .login(let login) = record { login.loginID } else { nil }
    }
    private static func id(_ item: EncodedItem) -> String? { try? Login(ifOwned: item)?.loginID }

    static let byKey: [LoginRead] = [
        .init("get") { db in
            try await gets.concurrentMap { try await $0.run(on: db)?.loginID }
        } includingExpired: { db in
            try await gets.concurrentMap { try await $0.includingExpired().run(on: db)?.loginID }
        },
        .init("get, selected") { db in
            try await gets.concurrentMap { try await $0.select { $0.loginID }.run(on: db) }
        } includingExpired: { db in
            try await gets.concurrentMap { try await $0.select { $0.loginID }.includingExpired().run(on: db) }
        },
        .init("batchGet") { db in
            try await db.batchGet(gets).compactMap { $0?.loginID }
        } includingExpired: { db in
            try await db.batchGet(gets.map { $0.includingExpired() }).compactMap { $0?.loginID }
        },
        .init("batchGet, selected") { db in
            try await db.batchGet(gets.map { $0.select { $0.loginID } }).compactMap { $0 }
        } includingExpired: { db in
            try await db.batchGet(gets.map { $0.includingExpired().select { $0.loginID } }).compactMap { $0 }
        },
        .init("batchGet of several entities") { db in
            let (a, b, c, _) = try await db.batchGet(gets[0], gets[1], gets[2], Member.get(memberID: "ada"))
            return [a, b, c].compactMap { $0?.loginID }
        } includingExpired: { db in
            let (a, b) = try await db.batchGet(gets[0].includingExpired(), gets[1].includingExpired())
            return [a, b].compactMap { $0?.loginID } + ["c"]
        },
        .init("batchGet of records") { db in
            try await db.batchGet(gets, as: Theater.Record.self).compactMap { $0.flatMap(id) }
        } includingExpired: { db in
            try await db.batchGet(gets.map { $0.includingExpired() }, as: Theater.Record.self).compactMap {
                $0.flatMap(id)
            }
        },
        .init("batchGetItems") { db in
            try await db.batchGetItems(gets).compactMap { $0.flatMap(id) }
        } includingExpired: { db in
            try await db.batchGetItems(gets.map { $0.includingExpired() }).compactMap { $0.flatMap(id) }
        },
        .init("transactGet") { db in
            try await db.transactGet(gets).compactMap { $0?.loginID }
        } includingExpired: { db in
            try await db.transactGet(gets.map { $0.includingExpired() }).compactMap { $0?.loginID }
        },
    ]

    static let paged: [LoginRead] = [
        .init(
            "query", Login.login(memberID: "ada"), includingExpired: Login.login(memberID: "ada").includingExpired(), id
        ),
        .init(
            "query of the index whose key is the expiry", Login.ending(device: "phone"),
            includingExpired: Login.ending(device: "phone").includingExpired(), id),
        .init(
            "items", Login.login(memberID: "ada").items,
            includingExpired: Login.login(memberID: "ada").includingExpired().items, id),
        .init(
            "selection", Login.ending(device: "phone").select { $0.loginID },
            includingExpired: Login.ending(device: "phone").select { $0.loginID }.includingExpired()
        ) { $0 },
        .init(
            "lookup", Login.byDevice(device: "phone"),
            includingExpired: Login.byDevice(device: "phone").includingExpired(), id),
        .init(
            "lookup, selected", Login.byDevice(device: "phone").select { $0.loginID },
            includingExpired: Login.byDevice(device: "phone").includingExpired().select { $0.loginID }
        ) { $0 },
        .init(
            "lookup of an index that holds the expiry", Login.onDevice(device: "phone"),
            includingExpired: Login.onDevice(device: "phone").includingExpired(), id),
        .init(
            "entries", Login.onDevice(device: "phone").entries(),
            includingExpired: Login.onDevice(device: "phone").entries().includingExpired()
        ) { $0.key.loginID },
        .init(
            "hydrated entries", Login.byDevice(device: "phone").entries().hydrated(),
            includingExpired: Login.byDevice(device: "phone").entries().includingExpired().hydrated(), id),
        .init("scan", Login.scan(), includingExpired: Login.scan().includingExpired(), id),
        .init(
            "scan of an index", Login.scan(.byDevice), includingExpired: Login.scan(.byDevice).includingExpired(), id),
        .init(
            "find", Login.find(.init(memberID: "ada")),
            includingExpired: Login.find(.init(memberID: "ada")).includingExpired(), id),
        .init("match", Login.match(known), includingExpired: Login.match(known).includingExpired(), id),
        .init(
            "match of an index that does not hold whole items", Login.match(known).using(.byDevice),
            includingExpired: Login.match(known).using(.byDevice).includingExpired(), id),
        .init("service", Theater.scan(), includingExpired: Theater.scan().includingExpired(), id),
        .init(
            "collection", Theater.account(memberID: "ada").records,
            includingExpired: Theater.account(memberID: "ada").includingExpired().records, id),
    ]

    static let others: [LoginRead] = [
        .init("parallel scan") { db in
            try await Login.scan().parallel(segments: 3).all(on: db).map(\.loginID)
        } includingExpired: { db in
            try await Login.scan().parallel(segments: 3).includingExpired().all(on: db).map(\.loginID)
        },
        .init("collection, by entity") { db in
            try await Theater.account(memberID: "ada").all(on: db).logins.map(\.loginID)
        } includingExpired: { db in
            try await Theater.account(memberID: "ada").includingExpired().all(on: db).logins.map(\.loginID)
        },
        .init("stream, read ahead") { db in
            var ids: [String] = []
            for try await login in Login.login(memberID: "ada").stream(pageSize: 1, prefetch: 2, on: db) {
                ids.append(login.loginID)
            }
            return ids
        } includingExpired: { db in
            var ids: [String] = []
            let all = Login.login(memberID: "ada").includingExpired()
            for try await login in all.stream(pageSize: 1, prefetch: 2, on: db) { ids.append(login.loginID) }
            return ids
        },
        .init("full page") { db in
            try await Login.login(memberID: "ada").page(of: 2, on: db).items.map(\.loginID)
        } includingExpired: { db in
            try await Login.login(memberID: "ada").includingExpired().page(of: 3, on: db).items.map(\.loginID)
        },
    ]
}

extension Array where Element: Sendable {
    /// The results, in order, without those that are nothing.
    fileprivate func concurrentMap(_ convert: (Element) async throws -> String?) async throws -> [String] {
        var results: [String] = []
        for element in self { if let result = try await convert(element) { results.append(result) } }
        return results
    }
}

/// What has expired is there until DynamoDB deletes it, and no read shows it.
@Suite("Expired records")
struct HiddenExpiredTests {
    /// Of three logins, `a` has expired a second ago, `b` expires in a second, `c` never.
    private func theater(_ executor: TestExecutor) async throws -> TheaterFixture {
        let theater = try await TheaterFixture(executor)
        try await theater.run { () async throws in
            try await Member.put(.init(memberID: "ada", name: "Ada")).run(on: theater.db)
            for (id, seconds) in [("a", 9), ("b", 11), ("c", nil)] { try await theater.login(id, until: seconds) }
        }
        theater.clock.advance(by: 10)
        return theater
    }

    @Test(
        "No read shows them unless it is told to",
        arguments: TestExecutor.all, LoginRead.byKey + LoginRead.paged + LoginRead.others)
    func hidden(_ executor: TestExecutor, _ read: LoginRead) async throws {
        let theater = try await theater(executor)
        try await theater.run { () async throws in
            // The index by expiry does not have what never expires.
            let rest = try await read.includingExpired(theater.db).sorted().filter { $0 != "a" }
            #expect(rest == ["b", "c"] || rest == ["b"])
            #expect(try await read.includingExpired(theater.db).contains("a"))
            #expect(try await read.shown(theater.db).sorted() == rest)
        }
    }

    @Test("They are not counted", arguments: TestExecutor.all)
    func count(_ executor: TestExecutor) async throws {
        let theater = try await theater(executor)
        let db = theater.db
        try await theater.run { () async throws in
            #expect(try await Login.login(memberID: "ada").count(on: db) == 2)
            #expect(try await Login.ending(device: "phone").count(on: db) == 1)
            #expect(try await Login.byDevice(device: "phone").count(on: db) == 2)
            #expect(try await Login.onDevice(device: "phone").count(on: db) == 2)
            #expect(try await Login.scan().parallel(segments: 2).count(on: db) == 2)
            #expect(try await Theater.account(memberID: "ada").count(on: db) == 3)
            #expect(try await Login.byDevice(device: "phone").includingExpired().count(on: db) == 3)
        }
    }

    @Test(
        "Entries of an index that does not hold the expiry are shown: nothing there tells",
        arguments: TestExecutor.all)
    func unknown(_ executor: TestExecutor) async throws {
        let theater = try await theater(executor)
        try await theater.run { () async throws in
            let entries = try await Login.byDevice(device: "phone").entries().all(on: theater.db)
            #expect(entries.map(\.key.loginID) == ["a", "b", "c"])
        }
    }

    @Test("It is the time at which a request runs that counts, in whole seconds")
    func time() async throws {
        let theater = try await theater(.standard)
        let (query, get) = (Login.login(memberID: "ada"), Login.get(memberID: "ada", loginID: "b"))
        try await theater.run { () async throws in
            theater.clock.advance(by: 0.999)
            #expect(try await query.all(on: theater.db).map(\.loginID) == ["b", "c"])
            #expect(try await get.run(on: theater.db)?.isExpired() == false)
            theater.clock.advance(by: 0.001)
            #expect(try await query.all(on: theater.db).map(\.loginID) == ["c"])
            #expect(try await get.run(on: theater.db) == nil)
            #expect(try await get.includingExpired().run(on: theater.db)?.isExpired() == true)
        }
    }

    @Test("A cursor goes on later, where others have expired meanwhile", arguments: TestExecutor.all)
    func cursor(_ executor: TestExecutor) async throws {
        let theater = try await TheaterFixture(executor)
        try await theater.run { () async throws in
            for number in 0..<6 { try await theater.login("\(number)", until: number < 4 ? 10 : nil) }
            let query = Login.login(memberID: "ada")
            let first = try await query.page(limit: 2, on: theater.db)
            #expect(first.items.map(\.loginID) == ["0", "1"])
            theater.clock.advance(by: 10)
            let cursor = try #require(first.cursor)
            #expect(try await query.page(limit: 3, from: cursor, on: theater.db).items.map(\.loginID) == ["4"])
            #expect(try await query.page(of: 2, from: cursor, on: theater.db).items.map(\.loginID) == ["4", "5"])
            #expect(try await query.first(on: theater.db)?.loginID == "4")
        }
    }

    @Test("The filter is in what is sent, and in what explains it")
    func explanation() {
        let clock = Generators.fixed(now: TheaterFixture.start)
        Generators.$current.withValue(clock) {
            let text = Login.login(memberID: "ada").explain().description
            #expect(
                text.contains(#""FilterExpression": "attribute_not_exists(#expiresAt) OR #expiresAt > :v2""#), "\(text)"
            )
            #expect(text.contains("\(TheaterFixture.opening)"))
            #expect(!Login.login(memberID: "ada").includingExpired().explain().description.contains("FilterExpression"))
            // DynamoDB does not filter by an index's own keys: what is read is looked at here.
            #expect(!Login.ending(device: "phone").explain().description.contains("FilterExpression"))
            #expect(!Member.member(memberID: "ada").explain().description.contains("expiresAt"))
        }
    }

    @Test("Requests are equal whatever the time, since it is no part of them")
    func equality() {
        let requests = [0.0, 10].map { seconds in
            Generators.$current.withValue(.fixed(now: TheaterFixture.start + seconds)) { Login.login(memberID: "ada") }
        }
        #expect(requests[0] == requests[1])
    }
}
