import Entities
import GeneratedModel
import TestExecutors
import Testing

@Suite("Deleting while others write")
struct DeletionConcurrencyTests {
    private static let faults = [
        FaultRule(.connectionLost(isCarriedOut: true), probability: 0.05),
        FaultRule(.throttle(), probability: 0.1),
        FaultRule(.transactionConflict(), operations: ["TransactWriteItems", "DeleteItem"], probability: 0.2),
        FaultRule(.cutBatch(share: 0.4), operations: ["BatchWriteItem"], probability: 0.3),
    ]

    @Test(
        "Many delete at once, with faults: nothing is left, and no unique value",
        arguments: TestExecutor.sample([1, 2, 3, 4] as [UInt64]))
    func manyDeletions(seed: UInt64) async throws {
        let school = try await SchoolFixture(faults: Self.faults, seed: seed)
        try await withThrowingTaskGroup { group in
            for _ in 0..<16 {
                group.addTask {
                    while true {
                        do {
                            try await school.dossier().deleteAll(on: school.db, concurrency: 3)
                            return
                        } catch let error as DynamoDBError where error.isRetryable {
                            continue
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await school.count() == 0)
        #expect(try await school.isFree("ada@s"))
        #expect(try await school.count("bob") == SchoolFixture.dossierCount)
    }

    @Test(
        "Records that are created meanwhile are deleted or left whole, with their unique values",
        arguments: TestExecutor.sample(Array(1...4)))
    func creations(_ round: Int) async throws {
        let school = try await SchoolFixture()
        let deleted = try await withThrowingTaskGroup { group in
            for task in 0..<8 {
                group.addTask {
                    for number in 0..<25 {
                        let number = 1000 + task * 100 + number
                        try await Visit.put(.init(schoolID: "s", studentID: "ada", number: number)).run(on: school.safe)
                    }
                    return 0
                }
                group.addTask {
                    for _ in 0..<10 {
                        // Refused while there is a student, or while somebody has the address.
                        _ = try? await Student.create(
                            .init(schoolID: "s", studentID: "ada", name: "Ada", email: "ada@s")
                        ).run(on: school.safe)
                    }
                    return 0
                }
            }
            group.addTask {
                var deleted = 0
                for _ in 0..<10 {
                    deleted += try await school.dossier().only(\.visits).deleteAll(on: school.db).deleted
                    try await school.dossier().only(\.students).deleteAll(on: school.db)
                }
                return deleted
            }
            return try await group.reduce(0, +)
        }
        let left = try await school.dossier().consistent().all(on: school.safe)
        #expect(left.visits.count + deleted == 60 + 200)
        #expect(try await school.isFree("ada@s") == left.students.isEmpty)
        try await school.dossier().deleteAll(on: school.db)
        #expect(try await school.isFree("ada@s"))
    }
}
