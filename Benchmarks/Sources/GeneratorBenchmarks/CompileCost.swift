import Codegen
import Foundation

/// Measures what generated code costs to compile: CPU seconds (user and system) of the compiler for one more entity.
///
/// A module of 50 entities is compiled, and one of 2; the cost of an entity is the slope between them, so that what a build costs in any case does
/// not count. Both are built by `swift build` in a scratch package, after everything that they depend on.
@main struct CompileCost {
    static let (few, many) = (2, 50)

    static func main() throws {
        let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 3
        let reading = SchemaReader.read(Shop())
        guard let schema = reading.schema, let order = schema.entities.first else {
            throw Failure(description: "the benchmark's own schema has errors:\n\(reading.diagnostics)")
        }
        let lines = contents(of: schema.files(count: 1, of: order)).reduce(0) { $0 + $1.lineCount }
        print("generated lines per entity: \(lines)")

        let package = try ScratchPackage()
        defer { package.delete() }
        for configuration in ["debug", "release"] {
            try package.build(schema.files(count: 0, of: order), configuration)
            var slopes: [Double] = []
            for _ in 0..<rounds {
                let small = try package.cost(of: schema.files(count: few, of: order), configuration)
                let large = try package.cost(of: schema.files(count: many, of: order), configuration)
                slopes.append((large - small) / Double(many - few))
            }
            slopes.sort()
            let median = slopes[slopes.count / 2]
            print(
                "\(configuration): \(text(median)) CPU s per entity"
                    + " (\(rounds) rounds, \(text(slopes[0])) to \(text(slopes[slopes.count - 1])))")
        }
    }

    static func contents(of files: [GeneratedFile]) -> [GeneratedFile] { files.filter { $0.name.hasPrefix("Order") } }

    static func text(_ seconds: Double) -> String { String(format: "%.3f", seconds) }
}

struct Failure: Error, CustomStringConvertible {
    let description: String
}

extension GeneratedFile {
    var lineCount: Int { contents.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }
}

extension ServiceSchema {
    /// The generated files of a service with `count` copies of an entity, each under a name of its own.
    func files(count: Int, of entity: EntityModel) -> [GeneratedFile] {
        var copy = self
        copy.entities = (0..<count).map { number in
            var entity = entity
            entity.typeName = "Order\(number)"
            entity.name = "Order\(number)"
            return entity
        }
        return CodeGenerator().files(for: copy)
    }
}
