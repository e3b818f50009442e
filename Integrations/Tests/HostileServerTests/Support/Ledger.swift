import Entities
import InMemoryDynamoDB
import Testing

/// What was said about each write.
struct Ledger: Sendable {
    enum Outcome: Sendable {
        case done
        /// It was surely not carried out.
        case refused
        case unknown
    }

    struct Entry: Sendable, CustomStringConvertible {
        let kind: Int
        let write: Write
        let error: DynamoDBError?

        var outcome: Outcome {
            guard let error else { return .done }
            return error.isOutcomeUnknown ? .unknown : .refused
        }

        var description: String { "\(write): \(error?.description ?? "done")" }
    }

    private(set) var entries: [Entry] = []

    /// Has many tasks write at once, some of which are cancelled.
    static func record(
        on dynamoDB: some DynamoDBExecutor, engine: InMemoryDynamoDB, tasks: Int, writes: Int, seed: UInt64
    ) async throws -> Ledger {
        try await withThrowingTaskGroup(of: [Entry].self) { group in
            for number in 0..<tasks {
                group.addTask {
                    var random = SplitMix64(state: seed &* 1000 &+ UInt64(number))
                    var entries: [Entry] = []
                    for index in 0..<writes {
                        let kind = (number + index) % Write.kinds
                        let write = Write(kind: kind, id: "\(number)-\(index)", using: &random)
                        try await write.prepare(engine)
                        let patience =
                            Int.random(in: 0..<10, using: &random) == 0 ? Int.random(in: 0..<40, using: &random) : nil
                        let error = await cancelled(after: patience) {
                            await failure { () throws(DynamoDBError) in try await write.run(on: dynamoDB, engine) }
                        }
                        entries.append(Entry(kind: kind, write: write, error: error))
                    }
                    return entries
                }
            }
            return try await group.reduce(into: Ledger()) { $0.entries += $1 }
        }
    }

    /// Compares the counts with the logs.
    func expectCounts(_ engine: InMemoryDynamoDB) async throws {
        for key in Write.logs {
            let log = try await engine.log(key)
            #expect(try await engine.get(key)?["n"] ?? 0 == .number(Number(log.count)))
            #expect(Set(log).count == log.count)
        }
    }
}

/// Runs `body` in a task that is cancelled after so many turns of others; `nil` for never.
func cancelled<Result: Sendable>(
    after turns: Int?, _ body: sending @escaping @isolated(any) () async -> Result
) async -> Result {
    let task = Task(operation: body)
    if let turns {
        for _ in 0..<turns { await Task.yield() }
        task.cancel()
    }
    return await task.value
}
