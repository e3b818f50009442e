import Codegen
import EntityMacrosLite
import Foundation
import Harness

/// Measures what generated code costs to compile; started by `benchmarks`.
@main struct GeneratorBenchmarks {
    static func main() async {
        await Program.reportingFailures {
            try await Program.measure(try Invocation(CommandLine.arguments.dropFirst())) { area, rounds in
                guard area == .generated else { throw Failure("generator-benchmarks measures 'generated' only") }
                return try await CompileCost.measure(rounds)
            }
        }
    }
}
