import Entities
import GeneratedModel
import InMemoryDynamoDB

/// A school with two students, who have visits and courses: what tests of deletions have in common.
struct SchoolFixture {
    let engine: InMemoryDynamoDB
    /// Requests that may fail.
    let db: Database
    /// Requests of the test itself, which do not.
    let safe: Database
    static let dossierCount = 1 + 40 + 60

    init(_ transport: InMemoryDynamoDB.Transport = .values, faults: [FaultRule] = [], seed: UInt64 = 1) async throws {
        engine = InMemoryDynamoDB(transport: transport)
        let faulty = FaultyExecutor(engine, FaultInjector(try FaultPlan(faults, seed: seed)))
        db = Self.database(faulty)
        safe = Self.database(engine)
        try await safe.createTables()
        for student in ["ada", "bob"] {
            try await Student.create(
                .init(schoolID: "s", studentID: student, name: student, email: "\(student)@s")
            ).run(on: safe)
            try await safe.batchWrite(
                (1...60).map { Visit.put(.init(schoolID: "s", studentID: student, number: $0)) }
                    + (1...40).map { Enrolment.put(.init(schoolID: "s", studentID: student, courseID: "c\($0)")) })
        }
    }

    static func database(_ executor: some DynamoDBExecutor) -> Database {
        Database(executor, table: Campus.table, backoff: Backoff(sleep: { _ in await Task.yield() }))
    }

    func dossier(_ student: String = "ada") -> CollectionQuery<Campus.Dossier> {
        Campus.dossier(schoolID: "s", studentID: student)
    }

    /// How many items are left of a student.
    func count(_ student: String = "ada") async throws -> Int {
        try await dossier(student).consistent().count(on: safe)
    }

    /// Whether nobody has the address any more.
    func isFree(_ email: String) async throws -> Bool {
        do {
            let other = try await Student.create(.init(schoolID: "s", studentID: "new", name: "New", email: email))
                .run(on: safe)
            try await other.remove().run(on: safe)
            return true
        } catch let error as DynamoDBError where error.code == .notUnique {
            return false
        }
    }
}
