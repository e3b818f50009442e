import Entities
import Foundation
import GeneratedModel
import InMemoryDynamoDB
import TestExecutors
import Testing

/// What has expired is not in the way, and what its unique values were can be had by others.
@Suite("In the place of expired records")
struct CreateOverExpiredTests {
    @Test(
        "create takes the place of an expired record, not of one that lasts",
        arguments: TestExecutor.all)
    func create(_ executor: TestExecutor) async throws {
        let theater = try await TheaterFixture(executor)
        try await theater.run { () async throws in
            let first = try await theater.login("a", until: 10)
            let error = await #expect(throws: DynamoDBError.self) { try await theater.login("a", until: 20) }
            #expect(error?.code == .conditionalCheckFailed)
            theater.clock.advance(by: 10)
            let second = try await theater.login("a", until: 20)
            #expect(second != first)
            #expect(try await Login.get(second.key).run(on: theater.db) == second)
            // The same once more, with a token that is its own.
            theater.clock.advance(by: 10)
            try await theater.login("a", until: 30)
            #expect(try await theater.items().count == 2)
        }
    }

    @Test("A record without an expiry stays in the way for ever")
    func endless() async throws {
        let theater = try await TheaterFixture()
        try await theater.run { () async throws in
            try await theater.login("a", until: nil)
            theater.clock.advance(by: 1_000_000)
            let error = await #expect(throws: DynamoDBError.self) { try await theater.login("a", until: nil) }
            #expect(error?.code == .conditionalCheckFailed)
            let taken = await #expect(throws: DynamoDBError.self) {
                try await theater.login("b", token: "token-a", until: nil)
            }
            #expect(taken?.code == .notUnique)
        }
    }

    @Test("A write built before another expires, and sent later, is the same write")
    func timeOfBuilding() async throws {
        let theater = try await TheaterFixture()
        try await theater.run { () async throws in
            try await theater.login("a", until: 10)
            let early = Login.create(theater.draft("a", until: 20))
            theater.clock.advance(by: 10)
            let error = await #expect(throws: DynamoDBError.self) { try await early.run(on: theater.db) }
            #expect(error?.code == .conditionalCheckFailed)
            #expect(early.explain().description.contains("\(TheaterFixture.opening)"))
        }
    }

    @Test("A unique value is free when its record has expired", arguments: TestExecutor.all)
    func claim(_ executor: TestExecutor) async throws {
        let theater = try await TheaterFixture(executor)
        try await theater.run { () async throws in
            let first = try await theater.login("a", token: "x", until: 10)
            let error = await #expect(throws: DynamoDBError.self) {
                try await theater.login("b", token: "x", until: nil)
            }
            #expect(error?.code == .notUnique)
            theater.clock.advance(by: 10)
            try await theater.login("b", token: "x", until: nil)

            // The first is there still, but what was its own is not any more.
            #expect(try await Login.get(first.key).includingExpired().run(on: theater.db) == first)
            #expect(try await Login.delete(memberID: "ada", loginID: "a", token: "x").run(on: theater.db) == nil)
            let removal = await #expect(throws: DynamoDBError.self) { try await first.remove().run(on: theater.db) }
            #expect(removal?.code == .conditionalCheckFailed)
            #expect(removal?.item == nil)
            #expect(
                try await Login.update(first.key) {
                    $0.set(token: "y", expiresAt: nil, replacing: "x")
                }.run(on: theater.db) == nil)
            let third = await #expect(throws: DynamoDBError.self) {
                try await theater.login("c", token: "x", until: nil)
            }
            #expect(third?.code == .notUnique)
        }
    }

    @Test("A clock that is behind gives back nothing that is another's")
    func skew() async throws {
        let theater = try await TheaterFixture()
        let db = theater.db
        let first = try await theater.run { try await theater.login("a", token: "x", until: 10) }
        let ahead = Generators.fixed(now: TheaterFixture.start + 11)
        try await Generators.$current.withValue(ahead) {
            try await theater.login("b", token: "x", until: 100)
        }
        try await theater.run { () async throws in
            let error = await #expect(throws: DynamoDBError.self) { try await first.remove().run(on: db) }
            #expect(error?.code == .conditionalCheckFailed)
            let change = await #expect(throws: DynamoDBError.self) {
                try await first.patch { $0.set(token: "y", expiresAt: nil, replacing: "x") }.run(on: db)
            }
            #expect(change?.code == .conditionalCheckFailed)
            let longer = await #expect(throws: DynamoDBError.self) {
                try await first.patch { $0.set(token: "x", expiresAt: nil, replacing: "x") }.run(on: db)
            }
            #expect(longer?.code == .notUnique)
            let third = await #expect(throws: DynamoDBError.self) {
                try await theater.login("c", token: "x", until: 50)
            }
            #expect(third?.code == .notUnique)
        }
    }

    @Test("A longer life is one of its unique values as well", arguments: TestExecutor.all)
    func renewal(_ executor: TestExecutor) async throws {
        let theater = try await TheaterFixture(executor)
        let db = theater.db
        try await theater.run { () async throws in
            let login = try await theater.login("a", token: "x", until: 10)
            let renewed = try await login.patch {
                $0.set(token: "x", expiresAt: TheaterFixture.opening + 20, replacing: "x")
            }.run(on: db)
            theater.clock.advance(by: 10)
            #expect(try await Login.byToken(token: "x").first(on: db) == renewed)
            let early = await #expect(throws: DynamoDBError.self) {
                try await theater.login("b", token: "x", until: nil)
            }
            #expect(early?.code == .notUnique)
            theater.clock.advance(by: 10)
            try await theater.login("b", token: "x", until: nil)
        }
    }

    @Test(
        "Claims are deleted with their records",
        .enabled(if: TestServer.current == nil, "a server deletes when its own clock says so"))
    func deletion() async throws {
        let clock = MovableClock(TheaterFixture.start)
        var options = InMemoryDynamoDB.Options()
        options.expiry = .delayed(by: 1_000_000_000)
        let engine = InMemoryDynamoDB(options: options, clock: { clock.now })
        let theater = try await TheaterFixture(Database(engine, table: Theater.table), clock)
        let db = theater.db
        try await theater.run { () async throws in
            let login = try await theater.login("a", token: "x", until: 10)
            try await login.patch { $0.set(token: "y", expiresAt: TheaterFixture.opening + 15, replacing: "x") }.run(
                on: db)
            try await Voucher.create(
                .init(voucherID: "1", code: "c", label: "l", validUntil: TheaterFixture.start + 20)
            ).run(on: db)
            #expect(try await theater.items().count == 5)
            theater.clock.advance(by: 16)
            #expect(await engine.purgeExpiredItems() == 2)
            theater.clock.advance(by: 5)
            #expect(await engine.purgeExpiredItems() == 3)
            #expect(try await theater.items().isEmpty)
        }
    }

    @Test("What has expired is deleted with the others, and the claim that another has by now stays")
    func deleteAll() async throws {
        let theater = try await TheaterFixture()
        let db = theater.db
        try await theater.run { () async throws in
            for (id, end) in [("a", 10), ("b", 20)] { try await theater.login(id, token: "x\(id)", until: end) }
            theater.clock.advance(by: 10)
            try await theater.login("c", token: "xa", until: nil, member: "bob")
            let logins = Login.login(memberID: "ada")
            #expect(try await logins.deleteAll(on: db).deleted == 2)
            #expect(try await logins.includingExpired().all(on: db).isEmpty)
            // Bob's, and his claim.
            #expect(try await theater.items().count == 2)
        }
    }

    @Test("An end that never changes is given as it is when a unique value changes")
    func fixedEnd() async throws {
        let theater = try await TheaterFixture()
        let db = theater.db
        let end = TheaterFixture.start + 20
        try await theater.run { () async throws in
            try await Voucher.create(.init(voucherID: "1", code: "c", label: "l", validUntil: end)).run(on: db)
            let wrong = await #expect(throws: DynamoDBError.self) {
                try await Voucher.patch(voucherID: "1") {
                    $0.set(label: "m", validUntil: end + 1, replacing: "l")
                }.run(on: db)
            }
            #expect(wrong?.code == .conditionalCheckFailed)
            try await Voucher.patch(voucherID: "1") { $0.set(label: "m", validUntil: end, replacing: "l") }.run(on: db)
            try await Voucher.create(.init(voucherID: "2", code: "d", label: "l", validUntil: end)).run(on: db)
            theater.clock.advance(by: 20)
            try await Voucher.create(.init(voucherID: "3", code: "d", label: "m", validUntil: end + 20)).run(on: db)
        }
    }

    @Test("Writes that take no unique value see what is stored, unless they are told not to")
    func unlessExpired() async throws {
        let theater = try await TheaterFixture()
        let db = theater.db
        let draft = Voucher.Draft(voucherID: "1", code: "c", validUntil: TheaterFixture.start + 10)
        try await theater.run { () async throws in
            try await Voucher.create(draft).run(on: db)
            #expect(
                try await Voucher.update(voucherID: "1") { $0.value.add(1) }.unlessExpired().run(on: db)?.value == 1)
            theater.clock.advance(by: 10)
            #expect(try await Voucher.update(voucherID: "1") { $0.value.add(1) }.run(on: db)?.value == 2)
            let update = Voucher.update(voucherID: "1") { $0.value.add(1) }.unlessExpired()
            #expect(try await update.run(on: db) == nil)
            let patch = Voucher.patch(voucherID: "1") { $0.value.add(1) }.unlessExpired()
            let error = await #expect(throws: DynamoDBError.self) { try await patch.run(on: db) }
            #expect(error?.code == .conditionalCheckFailed)
            #expect(error?.item == nil)
            #expect(error?.message.contains("has expired") == true)
            guard case .rejected(nil) = try await patch.attempt(on: db) else {
                Issue.record("an expired record is no record")
                return
            }
        }
    }
}
