import Codegen

@main struct FixtureSchema {
    static func main() { SchemaCommand.main(Press(), output: "Tests/GeneratedModel/Generated") }
}
