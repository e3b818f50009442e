import Codegen
import EntityMacrosLite
import Foundation

// Two services with one folder for both: a program with one service says `SchemaCommand.main(HelpDesk(), output: …)`.

@main struct GuideSchema {
    static func main() { exit(max(run(HelpDesk()), run(Shop()))) }

    private static func run(_ service: some ServiceDefinition) -> Int32 {
        SchemaCommand.run(
            service, arguments: Array(CommandLine.arguments.dropFirst()), output: "Tests/GuideModel/Generated")
    }
}
