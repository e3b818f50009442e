import Harness
import Workloads

/// Typed requests on a table in memory, at random.
enum Engine {
    static func measure(_ rounds: Rounds) async throws -> Measured {
        let size = max(1000, rounds.settings.items ?? 1_000_000)
        let table = try await OfferTable(size: size)
        let dictionary = OfferDictionary(size: size)
        let sorted = Worker.python("sorted.py", String(size))
        let redis = Worker.python("redis_server.py", String(size))
        var random = RandomNumbers()

        let contests = [
            Contest(
                .engineGet, ours: .repeated { _ in try await table.get(random.below(size)) },
                peers: [
                    .dictionary: .repeated { _ in try dictionary.get(random.below(size)) },
                    .sortedDict: .asked(sorted, "get"), .redis: .asked(redis, "get"),
                ]),
            Contest(
                .enginePut, ours: .repeated { _ in try await table.put(random.below(size)) },
                peers: [
                    .dictionary: .repeated { _ in dictionary.put(random.below(size)) },
                    .sortedDict: .asked(sorted, "put"), .redis: .asked(redis, "put"),
                ]),
            Contest(
                .engineUpdate, ours: .repeated { _ in try await table.update(random.below(size)) },
                peers: [.dictionary: .repeated { _ in dictionary.put(random.below(size)) }]),
            Contest(
                .engineQuery, amount: 100, ours: .repeated { _ in try await table.query(random.below(size)) },
                peers: [
                    .dictionary: .repeated { _ in
                        let first = random.below(size / 100) * 100
                        for number in first..<first + 100 { try dictionary.get(number) }
                    }
                ]),
            Contest(
                .engineTransaction,
                ours: .repeated { _ in
                    try await table.transact(Set((0..<4).map { _ in random.below(size) }))
                },
                peers: [
                    .dictionary: .repeated { _ in for _ in 0..<4 { dictionary.put(random.below(size)) } }
                ]),
        ]
        return Measured(rows: try await rounds.run(contests), workers: sorted, redis)
    }
}
