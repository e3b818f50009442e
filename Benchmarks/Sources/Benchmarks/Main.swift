import Foundation
import Harness

/// Measures how fast the library is, beside others that do the same: `benchmarks --help`.
@main struct Benchmarks {
    static func main() async { await Program.reportingFailures { try await run() } }

    /// Off the main actor, as a server works; there, a program pays for changes of thread besides.
    @concurrent private static func run() async throws {
        let invocation = try Invocation(CommandLine.arguments.dropFirst())
        switch invocation {
        case .help: print(Invocation.usage)
        case .list: print(Listing.text)
        case .compare(let old, let new):
            let comparison = Comparison(try Run.read(old), try Run.read(new))
            print(comparison)
            if comparison.isWorse { exit(1) }
        case .page(let files):
            let file = Places.package.deletingLastPathComponent().appending(path: "docs/Speed.md")
            try Page(try files.map { try Run.read($0) }).description.write(to: file, atomically: true, encoding: .utf8)
            print("\(file.path) is written")
        case .measure(let areas, let settings, _):
            // Now, and not after minutes.
            for area in areas where Row.rows(of: area).contains(where: settings.asksFor) {
                _ = try companions[area].map(Places.program)
            }
            try await Program.measure(invocation, measure)
        }
    }

    /// Programs of their own, so that nobody waits for the build of what he does not measure.
    private static let companions: [Area: String] = [
        .server: "network-benchmarks", .client: "network-benchmarks", .generated: "generator-benchmarks",
    ]

    private static func measure(_ area: Area, _ rounds: Rounds) async throws -> Measured {
        if let program = companions[area] { return try Companion.measure(area, rounds.settings, by: program) }
        return switch area {
        case .decode: try await Decode.measure(rounds)
        case .encode: try await Encode.measure(rounds)
        case .requests: try await Requests.measure(rounds)
        case .engine: try await Engine.measure(rounds)
        case .scale: try await Scale.measure(rounds)
        case .memory: try await Memory.measure(rounds)
        case .cores: try await Cores.measure(rounds)
        case .start: try await Start.measure(rounds)
        case .server, .client, .generated: throw Failure("\(area.rawValue) is measured by a program of its own")
        }
    }
}
