import Harness

/// The memory that stored items need, in fresh processes.
enum Memory {
    static func measure(_ rounds: Rounds) async throws -> Measured {
        let items = String(min(200_000, rounds.settings.items ?? 200_000))
        let program = try Places.program("fresh-process")
        let contest = Contest(
            .memory, ours: Work { _ in try ChildProcess(program, "memory", items).figure() },
            peers: [.dictionaryMemory: Work { _ in try ChildProcess(program, "dictionary", items).figure() }])
        return Measured(rows: try await Rounds(rounds.settings.limited(toRounds: 3)).run([contest]))
    }
}
