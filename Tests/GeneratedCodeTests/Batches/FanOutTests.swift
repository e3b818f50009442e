import Entities
import GeneratedModel
import Synchronization
import TestExecutors
import Testing

@Suite("Writes from a sequence")
struct FanOutTests {
    /// Numbers, one after the other; tells how many were taken, and can fail.
    private struct Numbers: AsyncSequence, Sendable {
        typealias Element = Int

        struct Stop: Error {}
        final class Taken: Sendable {
            let count = Mutex(0)
        }

        let count: Int
        var failing: Int?
        let taken = Taken()

        func makeAsyncIterator() -> AsyncThrowingStream<Int, any Error>.Iterator {
            AsyncThrowingStream<Int, any Error>(unfolding: {
                let number = taken.count.withLock {
                    $0 += 1
                    return $0
                }
                if number == failing { throw Stop() }
                return number <= count ? number : nil
            }).makeAsyncIterator()
        }
    }

    private func visit(_ number: Int, of student: String = "ada") -> Put<Visit> {
        Visit.put(.init(schoolID: "t", studentID: student, number: number))
    }

    private func count(_ school: SchoolFixture) async throws -> Int {
        try await Visit.register(schoolID: "t").count(on: school.safe)
    }

    @Test("All are written, and no more is taken than can be held", arguments: TestExecutor.all)
    func all(_ executor: TestExecutor) async throws {
        let school = try await SchoolFixture(executor)
        let numbers = Numbers(count: 500)
        var reports: [BatchProgress] = []
        let done = try await school.db.batchWrite(from: numbers, concurrency: 3) { progress in
            reports.append(progress)
            let taken = numbers.taken.count.withLock { $0 }
            // Three batches on their way, one that is being filled, and the two writes of the element that is taken next.
            #expect(taken * 2 - progress.writes <= 4 * 25 + 2)
            #expect(progress.elements * 2 <= progress.writes)
        } _: { number in
            [visit(number), visit(number, of: "bob")]
        }
        #expect((done.elements, done.writes) == (500, 1000))
        #expect(reports.last == done)
        #expect(reports.map(\.elements) == reports.map(\.elements).sorted())
        #expect(try await count(school) == 1000)
    }

    @Test("Writes of one key are done in their order", arguments: [1, 8])
    func order(concurrency: Int) async throws {
        let school = try await SchoolFixture()
        try await school.db.batchWrite(from: Numbers(count: 400), concurrency: concurrency) { number in
            [Enrolment.put(.init(schoolID: "t", studentID: "ada", courseID: "c\(number % 40)", grade: number))]
        }
        let grades = try await Enrolment.coursesOf(schoolID: "t", studentID: "ada").all(on: school.safe).map(\.grade)
        #expect(grades.compactMap { $0 }.sorted() == Array(361...400))
    }

    @Test("What the service leaves is sent again", arguments: TestExecutor.sample([1, 2, 3] as [UInt64]))
    func unprocessed(seed: UInt64) async throws {
        let faults = [FaultRule(.cutBatch(share: 0.7), operations: ["BatchWriteItem"], probability: 0.5)]
        let school = try await SchoolFixture(faults: faults, seed: seed)
        try await school.db.batchWrite(from: Numbers(count: 500), concurrency: 4) { [visit($0)] }
        #expect(try await count(school) == 500)
    }

    @Test(
        "After an error all is either done, told as not done, or not taken",
        arguments: TestExecutor.sample(Array(1...12)))
    func failure(_ request: Int) async throws {
        let faults = [FaultRule(.throttle(), operations: ["BatchWriteItem"], requests: request...request)]
        let school = try await SchoolFixture(faults: faults)
        let numbers = Numbers(count: 280)
        var elements = 0
        do {
            try await school.db.batchWrite(from: numbers, concurrency: 4) { progress in
                elements = progress.elements
            } _: { number in
                // Some elements have many writes, so that a batch ends in the middle of them.
                number % 7 == 0 ? (1...30).map { visit(number, of: "s\($0)") } : [visit(number)]
            }
            Issue.record("it did not fail")
        } catch let error as DynamoDBError {
            let taken = min(numbers.taken.count.withLock { $0 }, 280)
            let expected = (1...taken).reduce(0) { $0 + ($1 % 7 == 0 ? 30 : 1) }
            #expect(try await count(school) + error.unprocessedWrites.count == expected)
            #expect(elements <= taken)
            try await school.db.batchWrite(error.unprocessedWrites)
            #expect(try await count(school) == expected)
        }
    }

    @Test("What was taken before the sequence failed is written")
    func failingSequence() async throws {
        let school = try await SchoolFixture()
        await #expect(throws: Numbers.Stop.self) {
            try await school.db.batchWrite(from: Numbers(count: 100, failing: 38)) { [visit($0)] }
        }
        #expect(try await count(school) == 37)
        // What has a condition is none of a batch.
        let refused = await #expect(throws: DynamoDBError.self) {
            try await school.db.batchWrite(from: Numbers(count: 3)) { number in
                number == 3 ? [visit(50).if { $0.number == 1 }] : [visit(number + 50)]
            }
        }
        #expect(refused?.code == .invalidRequest)
        #expect(try await count(school) == 39)
    }
}
