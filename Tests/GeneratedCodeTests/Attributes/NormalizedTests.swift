import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

@Suite("Normalized attributes")
struct NormalizedTests {
    private let seenAt = Date(timeIntervalSince1970: 1_763_640_000)

    private func draft(_ email: String = "Ada@X.org", city: String? = "WIEN") -> Visitor.Draft {
        Visitor.Draft(domain: "X.ORG", email: email, city: city, discount: 17, seenAt: seenAt)
    }

    @Test("A draft's values are kept, and stored, normalized", arguments: TestExecutor.all)
    func drafts(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let visitor = try await Visitor.create(draft()).run(on: db)
        #expect([visitor.domain, visitor.email, visitor.city] == ["x.org", "ada@x.org", "wien"])
        #expect(visitor.discount == 15)
        #expect(try await Visitor.get(visitor.key).run(on: db) == visitor)
    }

    @Test("Every request by key finds what was written in another spelling", arguments: TestExecutor.all)
    func keys(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let visitor = try await Visitor.create(draft()).run(on: db)
        #expect(Visitor.Key(domain: "X.org", email: "ADA@x.org") == visitor.key)
        #expect(try await Visitor.get(domain: "X.Org", email: "ADA@X.ORG").run(on: db) == visitor)
        let patched = try await Visitor.patch(domain: "X.Org", email: "ADA@X.ORG") { $0.discount.set(23) }
            .if { $0.city == "Wien" && $0.email.begins(with: "ADA") && $0.discount == 16 }.run(on: db)
        #expect(patched.discount == 20)
        try await Visitor.remove(domain: "X.ORG", email: "ADA@X.ORG").run(on: db)
        #expect(try await Visitor.get(visitor.key).run(on: db) == nil)
    }

    @Test(
        "Queries and their ranges are asked in any spelling: of key texts, and of native keys",
        arguments: TestExecutor.all)
    func queries(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let ada = try await Visitor.create(draft()).run(on: db)
        let bob = try await Visitor.create(draft("bob@x.org")).run(on: db)
        #expect(try await Visitor.visitor(domain: "X.org", email: "ADA@X.ORG").all(on: db) == [ada])
        #expect(try await Visitor.visitor(domain: "X.org", email: "AZ"...).all(on: db) == [bob])
        #expect(try await Visitor.visitor(domain: "X.org", email: .beginning(with: "AD")).all(on: db) == [ada])
        #expect(try await Visitor.inCity(city: "Wien", email: "B"..."C").all(on: db) == [bob])
        #expect(try await Visitor.inCity(city: "Wien", email: "BOB@x.org", seenAt: seenAt).all(on: db) == [bob])
        #expect(try await Visitor.byCity(city: "WieN", email: "ADA@X.ORG").all(on: db) == [ada])
        #expect(try await Visitor.byCity(city: "WieN", email: "A"..<"BOB@X.ORG").all(on: db) == [ada])
        #expect(try await Visitor.byCity(city: "WieN", email: .beginning(with: "BO")).all(on: db) == [bob])
    }

    @Test("An update rewrites the keys as a draft would have written them", arguments: TestExecutor.all)
    func updates(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let visitor = try await Visitor.create(draft()).run(on: db)
        let moved = try await Visitor.patch(visitor.key) { $0.set(city: "LINZ") }.run(on: db)
        #expect(moved.city == "linz")
        #expect(try await Visitor.inCity(city: "Linz").all(on: db) == [moved])
        #expect(try await Visitor.byCity(city: "Linz").all(on: db) == [moved])
        #expect(try await Visitor.inCity(city: "wien").all(on: db) == [])
    }

    @Test("A unique value is one in any spelling", arguments: TestExecutor.all)
    func uniqueness(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        try await Visitor.create(draft()).run(on: db)
        var other = draft("ADA@x.ORG")
        other.domain = "elsewhere"
        let error = await #expect(throws: DynamoDBError.self) { try await Visitor.create(other).run(on: db) }
        #expect(error?.code == .notUnique)
    }

    @Test("A record, its key and a nested map keep what is assigned to them normalized")
    func assignments() {
        var visitor = Visitor(draft())
        visitor.city = "LINZ"
        #expect(visitor.city == "linz")
        var key = visitor.key
        key.email = "BOB"
        #expect(key.email == "bob")
        var badge = Badge(colour: "RED")
        #expect(badge.colour == "red")
        badge.colour = "Blue"
        #expect(badge.colour == "blue")
    }

    @Test("Rules are about what is stored", arguments: TestExecutor.all)
    func rules(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        var draft = draft()
        draft.badge = Badge(colour: "RED")
        let visitor = try await Visitor.create(draft).run(on: db)
        let patched = try await Visitor.patch(visitor.key) { $0.badge.colour.set("GREEN") }
            .if { $0.badge.colour == "Red" }.run(on: db)
        #expect(patched.badge?.colour == "green")
        let error = await #expect(throws: DynamoDBError.self) {
            try await Visitor.patch(visitor.key) { $0.badge.colour.set("GREEN 2") }.run(on: db)
        }
        #expect(error?.code == .invalidValue)
    }
}
