import Codegen

@main struct ShopSchema {
    static func main() { SchemaCommand.main(Shop(), output: "Benchmarks/Sources/BenchmarkModel/Generated") }
}
