import Entities
import GeneratedModel
import TestExecutors

/// A school with two students, who have visits and courses: what tests of deletions have in common.
struct SchoolFixture {
    /// Requests that may fail.
    let db: Database
    /// Requests of the test itself, which do not.
    let safe: Database
    static let dossierCount = 1 + 40 + 60

    init(_ executor: TestExecutor = .standard, faults: [FaultRule] = [], seed: UInt64 = 1) async throws {
        safe = try executor.database(Campus.table, backoff: Backoff(sleep: { _ in await Task.yield() }))
        db = try safe.faulty(faults, seed: seed)
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

    /// The same table, where somebody else does something right before the first request of a kind.
    func interposing(
        before operation: String, _ action: @escaping @Sendable () async throws -> Void
    ) -> Database {
        Database(InterposedExecutor(safe.executor, before: operation, action), tablesOf: safe)
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
