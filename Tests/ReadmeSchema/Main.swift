import Codegen

@main struct BlogSchema {
    static func main() { SchemaCommand.main(Blog(), output: "Tests/ReadmeModel/Generated") }
}
