import Entities
import GeneratedModel
import TestExecutors
import Testing

@Suite("A database for one tenant")
struct TenancyTests {
    /// What a program does with its own school, and should not be able to do with another.
    private static let requests: [@Sendable (String, Database) async throws -> Void] = [
        { try await Course.put(.init(schoolID: $0, courseID: "x", title: "X")).run(on: $1) },
        { _ = try await Course.get(schoolID: $0, courseID: "x").run(on: $1) },
        { try await Course.update(schoolID: $0, courseID: "x") { $0.seats.set(3) }.run(on: $1) },
        { try await Course.delete(schoolID: $0, courseID: "x").run(on: $1) },
        { _ = try await Course.courses(schoolID: $0).all(on: $1) },
        { _ = try await Student.match(.init(schoolID: $0, name: "Ada")).all(on: $1) },
        { _ = try await Student.find(.init(schoolID: $0, studentID: "ada")).all(on: $1) },
        { _ = try await Visit.register(schoolID: $0).all(on: $1) },
        { _ = try await Visit.register(schoolID: $0).entries().all(on: $1) },
        { _ = try await Campus.dossier(schoolID: $0, studentID: "ada").all(on: $1) },
        { _ = try await $1.batchGet([Course.get(schoolID: $0, courseID: "x")]) },
        { _ = try await $1.transactGet([Course.get(schoolID: $0, courseID: "x")]) },
        { try await $1.batchWrite([Enrolment.put(.init(schoolID: $0, studentID: "ada", courseID: "x"))]) },
        { school, db in
            let new = try await Student.create(
                .init(schoolID: school, studentID: "new", name: "New", email: "new@s")
            ).run(on: db)
            let changed = try await new.patch { $0.set(email: "newer@s", replacing: "new@s") }.run(on: db)
            try await changed.remove().run(on: db)
        },
        { school, db in
            try await db.transact {
                Course.create(.init(schoolID: school, courseID: "y", title: "Y"))
                Course.check(schoolID: school, courseID: "x") { $0.seats >= 0 || $0.title == "none" }
            }
        },
        { try await Campus.dossier(schoolID: $0, studentID: "ada").deleteAll(on: $1) },
    ]

    private func school() async throws -> Database {
        let db = try TestExecutor.standard.database(Campus.table)
        try await db.createTables()
        for school in ["s", "t"] {
            try await Course.create(.init(schoolID: school, courseID: "x", title: "X")).run(on: db)
            try await Student.create(.init(schoolID: school, studentID: "ada", name: "Ada", email: "ada@s")).run(on: db)
            try await Visit.put(.init(schoolID: school, studentID: "ada", number: 1)).run(on: db)
        }
        return db
    }

    @Test("All that is the tenant's works, and nothing of another's", arguments: 0..<requests.count)
    func eachRequest(_ number: Int) async throws {
        let db = try await school()
        let (own, request) = (db.narrowed(to: Campus.tenant("s")), Self.requests[number])
        try await request("s", own)
        let before = try await Campus.scan().all(on: db)
        let error = await #expect(throws: DynamoDBError.self) { try await request("t", own) }
        #expect(error?.code == .outsideTenant)
        #expect(try await Campus.scan().all(on: db) == before)
        // Without it, nothing keeps the request from it.
        try await request("t", db)
    }

    @Test("What is nobody's, and what is everybody's, is outside")
    func shared() async throws {
        let db = try await school()
        let own = db.narrowed(to: Campus.tenant("s"))
        try await Notice.put(.init(noticeID: "1", text: "closed")).run(on: db)
        for request: @Sendable () async throws -> Void in [
            { _ = try await Notice.get(noticeID: "1").run(on: own) }, { _ = try await Notice.notices().all(on: own) },
            { _ = try await Campus.scan().all(on: own) }, { _ = try await Notice.scan().all(on: own) },
            { try await own.createTables() },
        ] {
            let error = await #expect(throws: DynamoDBError.self) { try await request() }
            #expect(error?.code == .outsideTenant)
        }
        let inner = own.narrowed(to: Campus.tenant("t"))
        for school in ["s", "t"] {
            let error = await #expect(throws: DynamoDBError.self) {
                _ = try await Course.get(schoolID: school, courseID: "x").run(on: inner)
            }
            #expect(error?.code == .outsideTenant)
        }
    }

    @Test("Two tenants may have the same unique value, and run an operation under the same key")
    func apart() async throws {
        let db = try await school()
        for school in ["s", "t"] {
            let own = db.narrowed(to: Campus.tenant(school))
            for _ in 0..<2 {
                let told = try await own.once("open") {
                    Commit(school) { Course.create(.init(schoolID: school, courseID: "z", title: "Z")) }
                }
                #expect(told == school)
            }
        }
        let claim: EncodedItem = ["pk": "SCHOOL#t#UNIQUE#Student#email#ada@s", "sk": "UNIQUE"]
        let once: EncodedItem = ["pk": "SCHOOL#t#IDEMPOTENCY#open", "sk": "IDEMPOTENCY"]
        for key in [claim, once] {
            let read = GetItemOperation<EncodedItem>(GetItemRequest(tableName: db.tableName, key: key))
            #expect(try await db.executor.execute(read).item != nil)
        }
    }

    @Test("Many tenants at once see their own only")
    func concurrency() async throws {
        let db = try await school()
        try await withThrowingTaskGroup { group in
            for number in 0..<32 {
                let own = db.narrowed(to: Campus.tenant("school-\(number)"))
                group.addTask {
                    for course in 0..<10 {
                        // Half of what they try is another's.
                        let school = course % 2 == 0 ? "school-\(number)" : "school-\((number + 1) % 32)"
                        do {
                            try await Course.create(.init(schoolID: school, courseID: "\(course)", title: "\(number)"))
                                .run(on: own)
                            #expect(course % 2 == 0)
                        } catch let error as DynamoDBError where error.code == .outsideTenant {
                            #expect(course % 2 == 1)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        for number in 0..<32 {
            let own = db.narrowed(to: Campus.tenant("school-\(number)"))
            let courses = try await Course.courses(schoolID: "school-\(number)").all(on: own)
            #expect(courses.map(\.title) == Array(repeating: "\(number)", count: 5))
        }
    }
}
