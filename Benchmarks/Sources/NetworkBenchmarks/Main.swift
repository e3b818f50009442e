import Foundation
import Harness

/// Measures what speaks HTTP; started by `benchmarks`.
@main struct NetworkBenchmarks {
    static func main() async {
        await Program.reportingFailures { try await run() }
    }

    @concurrent private static func run() async throws {
        try await Program.measure(try Invocation(CommandLine.arguments.dropFirst())) { area, rounds in
            switch area {
            case .client: try await ClientArea.measure(rounds)
            case .server: try await ServerArea.measure(rounds)
            default: throw Failure("network-benchmarks measures 'client' and 'server' only")
            }
        }
    }
}
