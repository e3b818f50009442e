import Harness

/// The first request of a fresh process.
enum Start {
    private static let startsPerRound = 5

    static func measure(_ rounds: Rounds) async throws -> Measured {
        let program = try Places.program("fresh-process")
        let staticProgram = try Places.program("fresh-process-static")
        let (first, linked) = (ChildProcess(program, "start"), ChildProcess(staticProgram, "start"))
        let empty = mean { try ChildProcess(program, "empty").run().seconds }
        let contests = [
            Contest(.startInProcess, ours: mean { try first.figure() }, peers: [.emptyProgram: empty]),
            Contest(
                .startLinkedStatically, ours: mean { try linked.run().seconds },
                peers: [.emptyProgram: mean { try ChildProcess(staticProgram, "empty").run().seconds }]),
            Contest(
                .startFromExec, ours: mean { try first.run().seconds },
                peers: [
                    .emptyProgram: empty,
                    .nodeStart: elsewhere {
                        try ChildProcess(try Places.command("node"), "-e", "console.log(0)").run().seconds
                    },
                    .pythonStart: elsewhere {
                        try ChildProcess(try PythonEnvironment.python(), "-c", "print(0)").run().seconds
                    },
                ]),
        ]
        return Measured(rows: try await rounds.run(contests))
    }

    private static func mean(_ once: @escaping () throws -> Double) -> Work {
        Work { _ in
            try (0..<startsPerRound).reduce(0) { sum, _ in try sum + once() } / Double(startsPerRound)
        }
    }

    private static func elsewhere(_ once: @escaping () throws -> Double) -> Work {
        var work = mean(once)
        work.isElsewhere = true
        return work
    }
}
