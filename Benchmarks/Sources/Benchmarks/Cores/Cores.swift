import Harness
import Workloads

/// How much more two tasks do than one.
enum Cores {
    static func measure(_ rounds: Rounds) async throws -> Measured {
        let size = max(1000, min(200_000, rounds.settings.items ?? 200_000))
        let table = try await OfferTable(size: size)
        let contest = Contest(
            .cores,
            ours: twoToOne { task, count in
                let half = size / 2
                for step in 0..<count {
                    let number = task * half + step &* 7919 % half
                    if step % 4 == 0 { try await table.put(number) } else { try await table.get(number) }
                }
            },
            peers: [
                .separateDictionaries: twoToOne { _, count in
                    let dictionary = OfferDictionary(size: 1000)
                    for step in 0..<count * 10 {
                        let number = step &* 7919 % 1000
                        if step % 4 == 0 { dictionary.put(number) } else { try dictionary.get(number) }
                    }
                }
            ])
        return Measured(rows: try await rounds.run([contest]))
    }

    /// - Parameter work: does so many operations; the number of the task says on which part.
    private static func twoToOne(_ work: @escaping @Sendable (_ task: Int, _ count: Int) async throws -> Void) -> Work {
        Work { seconds in
            // About as many as take so long today.
            let count = max(100, Int(seconds * 100_000))
            let one = try await secondsByTheClock(tasks: 1, count, work)
            let two = try await secondsByTheClock(tasks: 2, count, work)
            return 2 * one / two
        }
    }

    private static func secondsByTheClock(
        tasks: Int, _ count: Int, _ work: @escaping @Sendable (Int, Int) async throws -> Void
    ) async throws -> Double {
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<tasks { group.addTask { try await work(task, count) } }
            try await group.waitForAll()
        }
        return (ContinuousClock.now - start) / .seconds(1)
    }
}
