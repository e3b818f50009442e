import Harness
import Workloads

/// The same on tables of several sizes, all of which are there at once.
enum Scale {
    static func measure(_ rounds: Rounds) async throws -> Measured {
        var measured = try await tables(rounds)
        measured.add(try await dictionaries(rounds))
        measured.add(try await partitions(rounds))
        return measured
    }

    private static let smaller: [Peer] = [.tenThousand, .hundredThousand, .million]

    private static func limited(_ sizes: [Int], _ rounds: Rounds) -> [Int] {
        sizes.map { max(1000, min($0, rounds.settings.items ?? $0)) }
    }

    private typealias Operation = (OfferTable, Int) async throws -> Void

    private static func tables(_ rounds: Rounds) async throws -> Measured {
        try await measure(
            [
                (.scaleGet, { try await $0.get($1) }), (.scalePut, { try await $0.put($1) }),
                (.scaleUpdate, { try await $0.update($1) }), (.scaleQuery, { try await $0.query($1) }),
            ], sizes: [10_000, 100_000, 1_000_000, 4_000_000], rounds)
    }

    private static func partitions(_ rounds: Rounds) async throws -> Measured {
        try await measure(
            [
                (.scalePartitionGet, { try await $0.get($1) }), (.scalePartitionPut, { try await $0.put($1) }),
                (.scalePartitionQuery, { try await $0.query($1) }),
            ], sizes: [10_000, 100_000, 1_000_000], inOnePartition: true, rounds)
    }

    /// The last table is what the rows are about; the smaller ones are its peers.
    private static func measure(
        _ rows: [(Row, Operation)], sizes: [Int], inOnePartition: Bool = false, _ rounds: Rounds
    ) async throws -> Measured {
        guard rows.contains(where: { rounds.settings.asksFor($0.0) }) else { return Measured() }
        var tables: [OfferTable] = []
        for size in limited(sizes, rounds) {
            tables.append(try await OfferTable(size: size, offersPerSeller: inOnePartition ? size : 100))
        }
        let contests = rows.compactMap { row, operation -> Contest? in
            let work = tables.map { table in
                var random = RandomNumbers()
                return Work.repeated { _ in try await operation(table, random.below(table.size)) }
            }
            return work.last.map {
                Contest(row, ours: $0, peers: Dictionary(uniqueKeysWithValues: zip(smaller, work.dropLast())))
            }
        }
        return Measured(rows: try await rounds.run(contests))
    }

    private static func dictionaries(_ rounds: Rounds) async throws -> Measured {
        guard rounds.settings.asksFor(.scaleDictionary) else { return Measured() }
        let work = limited([10_000, 100_000, 1_000_000, 4_000_000], rounds).map { size in
            let dictionary = OfferDictionary(size: size, bytes: 8)
            var random = RandomNumbers()
            return Work.repeated { _ in try dictionary.get(random.below(size)) }
        }
        let contest = Contest(
            .scaleDictionary, ours: work[3], peers: Dictionary(uniqueKeysWithValues: zip(smaller, work)))
        return Measured(rows: try await rounds.run([contest]))
    }
}
