import Codegen
import EntityMacrosLite
import Foundation
import Harness

/// CPU seconds (user and system) of the compiler for one more entity.
///
/// A module of 50 entities is compiled, and one of 2; the cost of an entity is the slope between them, so that what a build costs in any case does
/// not count. Both are built by `swift build` in a scratch package, after everything that they depend on.
enum CompileCost {
    private static let (few, many) = (2, 50)

    static func measure(_ rounds: Rounds) async throws -> Measured {
        let reading = SchemaReader.read(Shop())
        guard let schema = reading.schema, let order = schema.entities.first else {
            throw Failure("the benchmark's own schema has errors:\n\(reading.diagnostics)")
        }
        let entity = schema.files(count: 1, of: order).filter { $0.name.hasPrefix("Order") }
        let lines = entity.reduce(0) { $0 + $1.lineCount }
        let builds = try [(Row.generatedDebug, "debug"), (.generatedRelease, "release")]
            .filter { rounds.settings.asksFor($0.0) }
            .map { row, configuration in
                let package = try ScratchPackage()
                try package.build(schema.files(count: 0, of: order), configuration)
                return Contest(
                    row,
                    ours: Work { _ in
                        let small = try package.cost(of: schema.files(count: few, of: order), configuration)
                        let large = try package.cost(of: schema.files(count: many, of: order), configuration)
                        return (large - small) / Double(many - few)
                    })
            }
        var measured = Measured(
            rows: try await Rounds(rounds.settings.limited(toRounds: 1)).run([
                Contest(.generatedLines, ours: Work { _ in Double(lines) })
            ]))
        // A round takes a minute and more.
        measured.rows += try await Rounds(rounds.settings.limited(toRounds: 3)).run(builds)
        return measured
    }
}

extension GeneratedFile {
    fileprivate var lineCount: Int { contents.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }
}

extension ServiceSchema {
    /// The generated files of a service with `count` copies of an entity, each under a name of its own.
    fileprivate func files(count: Int, of entity: EntityModel) -> [GeneratedFile] {
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
