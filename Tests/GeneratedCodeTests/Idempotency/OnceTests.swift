import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

@Suite("Writes that happen once")
struct OnceTests {
    @Test("A repeat gets the stored result and writes nothing", arguments: TestExecutor.all)
    func repeats(_ executor: TestExecutor) async throws {
        let fixture = try await OnceFixture(executor)
        var results: [ULID] = []
        for _ in 0..<3 {
            results.append(
                try await fixture.db.once("enrol-ada") {
                    Commit(Generators.current.ulid()) { fixture.enrolment(of: "ada") }
                })
        }
        #expect(Set(results).count == 1)
        #expect(try await fixture.taken() == 1)
        // Another key is another operation.
        _ = try await fixture.db.once("enrol-bob") { Commit(1) { fixture.enrolment(of: "bob") } }
        #expect(try await fixture.taken() == 2)
    }

    @Test("Results of every kind come back as they were")
    func results() async throws {
        struct Receipt: Codable, Hashable {
            var lines = ["a", "b"]
            var total: Int? = 3
        }
        let db = try await OnceFixture().db
        let student = Student(.init(schoolID: "s", studentID: "ada", name: "Ada"))
        for _ in 0..<2 {
            #expect(try await db.once("text") { Commit("x") {} } == "x")
            #expect(try await db.once("optional") { Commit(Int?.none) {} } == nil)
            #expect(try await db.once("set") { Commit(Set<String>()) {} } == [])
            #expect(try await db.once("coded") { Commit(Receipt()) {} } == Receipt())
            #expect(try await db.once("record") { Commit(student) {} } == student)
            try await db.once("nothing") { Commit {} }
        }
        // A result of another kind than the one that was stored is an error, not a made-up value.
        await #expect(throws: DynamoDBError.self) { try await db.once("text") { Commit(1) {} } }
        await #expect(throws: DynamoDBError.self) { try await db.once("nothing") { Commit("x") {} } }
    }

    @Test("A repeat with another input is refused, and one with the same is not")
    func input() async throws {
        let fixture = try await OnceFixture()
        func enrol(_ input: [String: Int]?) async throws -> Int {
            try await fixture.db.once("enrol", input: input) { Commit(1) { fixture.enrolment(of: "ada") } }
        }
        _ = try await enrol(["a": 1, "b": 2])
        _ = try await enrol(["b": 2, "a": 1])
        for other in [["a": 1], nil] {
            let error = await #expect(throws: DynamoDBError.self) { _ = try await enrol(other) }
            #expect(error?.code == .idempotentParameterMismatch)
        }
        #expect(try await fixture.taken() == 1)
    }

    @Test("A failure is not remembered")
    func failure() async throws {
        let fixture = try await OnceFixture()
        struct Refusal: Error {}
        await #expect(throws: Refusal.self) {
            _ = try await fixture.db.once("enrol") { () async throws -> Commit<Int> in throw Refusal() }
        }
        // A condition that does not hold is told as that of a transaction is, with the action that was at fault.
        let refused = await #expect(throws: DynamoDBError.self) {
            try await fixture.db.once("enrol") {
                Commit { Course.patch(fixture.course.key) { $0.seats.subtract(5000) } }
            }
        }
        #expect(refused?.cancellationReasons.first?.action == "Course.patch")
        #expect(try await fixture.db.once("enrol") { Commit("done") { fixture.enrolment(of: "ada") } } == "done")
        #expect(try await fixture.taken() == 1)
    }

    @Test("What is forgotten runs again, and the table is told when that is")
    func forgetting() async throws {
        let clock = StandingClock()
        let fixture = try await OnceFixture()
        func count(_ student: String) async throws -> String {
            try await Generators.$current.withValue(clock.generators) {
                try await fixture.db.once("enrol", for: .seconds(60)) {
                    Commit(student) { fixture.enrolment(of: student) }
                }
            }
        }
        #expect(try await count("ada") == "ada")
        clock.advance(by: 59)
        #expect(try await count("bob") == "ada")
        let key: EncodedItem = ["pk": "IDEMPOTENCY#enrol", "sk": "IDEMPOTENCY"]
        let read = GetItemOperation<EncodedItem>(GetItemRequest(tableName: fixture.safe.tableName, key: key))
        #expect(try await fixture.safe.executor.execute(read).item?["forgottenAt"] == .number(4_102_444_860))
        clock.advance(by: 1)
        #expect(try await count("bob") == "bob")
    }

    @Test("Of many at once one is carried out, and all are told of it", arguments: TestExecutor.all)
    func concurrency(_ executor: TestExecutor) async throws {
        let fixture = try await OnceFixture(executor)
        let results = try await withThrowingTaskGroup { group in
            for number in 0..<64 {
                group.addTask {
                    try await fixture.db.once("seat") {
                        // Each run would enrol somebody else: nothing but the item that remembers stops the second.
                        Commit("student-\(number)") { fixture.enrolment(of: "student-\(number)") }
                    }
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(results.count == 1)
        #expect(try await fixture.taken() == 1)
        let winner = try #require(results.first)
        #expect(
            try await Enrolment.get(schoolID: "s", studentID: winner, courseID: "swift").run(on: fixture.safe) != nil)
    }

    static let faults = [
        FaultRule(.connectionLost(isCarriedOut: true), operations: ["TransactWriteItems"], probability: 0.3),
        FaultRule(.timeOut(isCarriedOut: false), operations: ["TransactWriteItems"], probability: 0.1),
        FaultRule(.transactionConflict(), operations: ["TransactWriteItems"], probability: 0.2),
        FaultRule(.transactionInProgress, probability: 0.05),
        FaultRule(.throttle(), probability: 0.1),
        FaultRule(.internalServerError, operations: ["GetItem"], probability: 0.1),
    ]

    @Test(
        "Lost answers, conflicts and throttles do not make it twice, nor never",
        arguments: TestExecutor.sample([1, 2, 3, 4] as [UInt64]))
    func faults(seed: UInt64) async throws {
        let fixture = try await OnceFixture(faults: Self.faults, seed: seed)
        try await withThrowingTaskGroup { group in
            for number in 0..<96 {
                let operation = number % 12
                group.addTask {
                    // What a client does that has got no answer: it asks again.
                    while true {
                        do {
                            return try await fixture.db.once("seat-\(operation)") {
                                Commit { fixture.enrolment(of: "\(operation)-\(number)") }
                            }
                        } catch let error as DynamoDBError where error.isRetryable || error.isOutcomeUnknown {
                            continue
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await fixture.taken() == 12)
    }

    @Test("Without it, the same faults make it more than once")
    func withoutIt() async throws {
        let fixture = try await OnceFixture(faults: Self.faults)
        for operation in 0..<12 {
            while true {
                do {
                    let student = Generators.current.ulid().description
                    try await fixture.db.transact(fixture.enrolment(of: "\(operation)-\(student)"))
                    break
                } catch let error as DynamoDBError where error.isRetryable || error.isOutcomeUnknown {
                    continue
                }
            }
        }
        #expect(try await fixture.taken() > 12)
    }

    @Test("What is no operation is refused before anything is sent")
    func refusals() async throws {
        let fixture = try await OnceFixture()
        let second = TableSchema("second", keys: Campus.table.keys, attributeTypes: Campus.table.attributeTypes)
        let other = fixture.safe.using(second)
        for (db, key) in [(fixture.db, ""), (other, "key")] {
            let error = await #expect(throws: DynamoDBError.self) { try await db.once(key) { Commit {} } }
            #expect(error?.code == .invalidRequest)
        }
        try await other.once("key", in: Campus.table) { Commit {} }
    }
}
