import BenchmarkModel
import Entities
import Synchronization

/// Measures what it takes to make requests, and to read answers: `requests [--rounds N] [--only KIND] [--bodies] [--alone]`.
///
/// From the typed call to the bytes of the request's body, as an executor sends it, with the reading of an empty answer; and from the bytes of an
/// answer to records. `--bodies` prints the bodies instead, so that one can see what is compared; `--alone` leaves the peers out.
@main struct RequestBenchmark {
    static func main() async throws {
        try await run()
    }

    /// Off the main actor, as a server works; there, a program pays for changes of thread besides.
    @concurrent private static func run() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        func argument(_ name: String) -> String? {
            arguments.firstIndex(of: name).flatMap { arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil }
        }
        let kinds = argument("--only").flatMap(Work.Kind.init).map { [$0] } ?? Work.Kind.allCases
        if arguments.contains("--bodies") { return try await printBodies(kinds) }

        var report = Report(kinds)
        let rounds = argument("--rounds").flatMap { Int($0) } ?? 7
        for round in 0...rounds {
            // The first round only warms up.
            let counts = round > 0
            for kind in kinds {
                for (column, work) in [(Report.Column.native, NativeWork.all), (.electroDBFormat, ElectroDBWork.all)] {
                    guard let work = work.first(where: { $0.kind == kind }) else { continue }
                    let time = try await microseconds(work, &report)
                    if counts { report.add(time, kind, column) }
                }
            }
            guard counts, !arguments.contains("--alone") else { continue }
            for (name, time) in Peer.figures(ElectroDBWork.page) {
                if let kind = Work.Kind(rawValue: name) { report.add(time, kind, .node) }
            }
        }
        print(report)
    }

    private static func microseconds(_ work: Work, _ report: inout Report) async throws -> Double {
        let executor = BodyMaker()
        let db = Database(executor, table: Till.table)
        let start = CPU.microseconds
        for number in 0..<work.kind.repetitions { try await work.once(number, db) }
        let time = CPU.microseconds - start
        report.note(executor.length.load(ordering: .relaxed), work.kind)
        return time / Double(work.kind.repetitions)
    }

    private static func printBodies(_ kinds: [Work.Kind]) async throws {
        let db = Database(BodyMaker(isVerbose: true), table: Till.table)
        for work in NativeWork.all + ElectroDBWork.all where kinds.contains(work.kind) {
            print("\n\(work.kind.title)")
            try await work.once(1, db)
        }
    }
}
