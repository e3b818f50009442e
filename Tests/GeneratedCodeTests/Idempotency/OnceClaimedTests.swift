import Entities
import Foundation
import GeneratedModel
import Synchronization
import TestExecutors
import Testing

@Suite("Effects that happen once")
struct OnceClaimedTests {
    /// Letters that were sent, which nobody can take back.
    private final class Letters: Sendable {
        private let sent = Mutex<[String]>([])
        var all: [String] { sent.withLock { $0 } }

        func send(_ letter: String) -> Int {
            sent.withLock {
                $0.append(letter)
                return $0.count
            }
        }
    }

    private func failure(_ body: () async throws -> Void) async -> DynamoDBError? {
        do { try await body() } catch { return error as? DynamoDBError }
        return nil
    }

    @Test("A repeat gets the result, and a body that throws gives its claim back")
    func repeats() async throws {
        struct Jam: Error {}
        let (db, letters) = (try await OnceFixture().db, Letters())
        await #expect(throws: Jam.self) {
            _ = try await db.once("letter", claimedFor: .seconds(60)) { () async throws -> Int in throw Jam() }
        }
        for _ in 0..<3 {
            let number = try await db.once("letter", claimedFor: .seconds(60)) { letters.send("a") }
            #expect(number == 1)
        }
        try await db.once("nothing", claimedFor: .seconds(60)) { _ = letters.send("b") }
        #expect(letters.all == ["a", "b"])
    }

    @Test("While it is run, repeats are refused, or wait and get the result")
    func running() async throws {
        let (db, letters) = (try await OnceFixture().db, Letters())
        let inside = AsyncStream<Void>.makeStream()
        let goOn = AsyncStream<Void>.makeStream()
        async let first = db.once("letter", claimedFor: .seconds(60)) {
            inside.continuation.finish()
            for await _ in goOn.stream {}
            return letters.send("a")
        }
        for await _ in inside.stream {}
        let error = await #expect(throws: DynamoDBError.self) {
            _ = try await db.once("letter", claimedFor: .seconds(60)) { letters.send("b") }
        }
        #expect(error?.code == .alreadyRunning)
        let mismatch = await #expect(throws: DynamoDBError.self) {
            _ = try await db.once("letter", claimedFor: .seconds(60), input: 1) { letters.send("b") }
        }
        #expect(mismatch?.code == .idempotentParameterMismatch)
        async let second = db.once("letter", claimedFor: .seconds(60), repeats: .waiting(upTo: .seconds(600))) {
            letters.send("c")
        }
        goOn.continuation.finish()
        #expect(try await [first, second] == [1, 1])
        #expect(letters.all == ["a"])
    }

    @Test("A run that crashed is taken over when its claim has run out, and one that only was slow is told so")
    func takenOver() async throws {
        let (letters, clock) = (Letters(), StandingClock())
        let db = try await OnceFixture().db
        @Sendable func send(_ letter: String) async throws -> Int {
            try await db.once("letter", claimedFor: .seconds(30)) { letters.send(letter) }
        }
        /// Calls while it has the claim, and again when that is over.
        @Sendable func sendSlowly() async throws -> Int {
            try await db.once("letter", claimedFor: .seconds(30)) {
                let early = await failure { _ = try await send("early") }
                #expect(early?.code == .alreadyRunning)
                clock.advance(by: 30)
                let second = try await send("second")
                #expect(second == 1)
                return letters.send("slow")
            }
        }
        try await Generators.$current.withValue(clock.generators) {
            let lost = await failure { _ = try await sendSlowly() }
            #expect(lost?.code == .claimLost)
            let late = try await send("late")
            #expect(late == 1)
        }
        #expect(letters.all == ["second", "slow"])
    }

    @Test(
        "Of many at once one runs, though answers are lost", arguments: TestExecutor.sample([1, 2, 3, 4] as [UInt64]))
    func concurrency(seed: UInt64) async throws {
        let faults = [
            FaultRule(.connectionLost(isCarriedOut: true), probability: 0.1),
            FaultRule(.timeOut(isCarriedOut: false), probability: 0.05),
            FaultRule(.throttle(), probability: 0.1),
        ]
        let (fixture, letters) = (try await OnceFixture(faults: faults, seed: seed), Letters())
        let results = try await withThrowingTaskGroup { group in
            for number in 0..<64 {
                let operation = number % 8
                group.addTask {
                    while true {
                        do {
                            let sender = try await fixture.db.once(
                                "letter-\(operation)", claimedFor: .seconds(600), repeats: .waiting(upTo: .seconds(600))
                            ) {
                                _ = letters.send("\(operation)")
                                return number
                            }
                            return (operation, sender)
                        } catch let error as DynamoDBError where error.isRetryable {
                            continue
                        }
                    }
                }
            }
            return try await group.reduce(into: [Int: Set<Int>]()) { $0[$1.0, default: []].insert($1.1) }
        }
        #expect(letters.all.sorted() == (0..<8).map(String.init))
        #expect(results.values.allSatisfy { $0.count == 1 })
    }

    @Test("A body that is cancelled gives its claim back")
    func cancelled() async throws {
        let (db, letters) = (try await OnceFixture().db, Letters())
        let inside = AsyncStream<Void>.makeStream()
        let task = Task {
            try await db.once("letter", claimedFor: .seconds(600)) {
                inside.continuation.finish()
                try await Task.sleep(for: .seconds(600))
            }
        }
        for await _ in inside.stream {}
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await db.once("letter", claimedFor: .seconds(600)) { letters.send("a") } == 1)
    }
}
