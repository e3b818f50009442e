import Codegen
import EntityMacrosLite
import Foundation

@main struct BenchmarkSchema {
    static func main() {
        exit(max(run(Shop()), run(Catalogue()), run(Till()), run(SharedTill())))
    }

    private static func run(_ service: some ServiceDefinition) -> Int32 {
        SchemaCommand.run(
            service, arguments: Array(CommandLine.arguments.dropFirst()),
            output: "Benchmarks/Sources/BenchmarkModel/Generated")
    }
}
