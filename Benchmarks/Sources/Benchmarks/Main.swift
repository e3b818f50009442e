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
        case .compare, .page: break
        case .measure: try await Program.measure(invocation, measure)
        }
    }

    private static func measure(_ area: Area, _ rounds: Rounds) async throws -> Measured {
        switch area {
        case .decode: try await Decode.measure(rounds)
        case .encode: try await Encode.measure(rounds)
        case .requests: try await Requests.measure(rounds)
        case .engine: try await Engine.measure(rounds)
        default: Measured()
        }
    }
}
