import Codegen
import EntityMacrosLite
import Foundation

// Several services with one folder for all: a program with one service says `SchemaCommand.main(Press(), output: …)`.

@main struct FixtureSchema {
    static func main() {
        let results = [
            run(Press()), run(Meters()), run(Ledger()), run(Gallery()), run(Depot()), run(ChoreApp()), run(Campus()),
            run(Spread()), run(Theater()), run(Archive()), run(States()),
        ]
        exit(results.max() ?? 0)
    }

    private static func run(_ service: some ServiceDefinition) -> Int32 {
        SchemaCommand.run(
            service, arguments: Array(CommandLine.arguments.dropFirst()), output: "Tests/GeneratedModel/Generated")
    }
}
