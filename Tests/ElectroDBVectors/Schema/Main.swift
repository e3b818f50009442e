import Codegen
import ElectroDBCases
import EntityMacrosLite
import Foundation

/// Generates the entities of the vectors' models, and the calls that their cases are about: `ElectroDBSchema [vectors.json]`,
/// in the package's folder. The script beside it does all there is to do.
@main struct ElectroDBSchema {
    static func main() {
        do {
            try run(vectors: CommandLine.arguments.dropFirst().first ?? "Tests/ElectroDBVectors/vectors.json")
        } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(vectors path: String) throws {
        let text = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let file = try VectorFile(json: text)
        let names = try ElectroDBImporter().run(text).entities
        var callees: [String: Callee] = [:]
        for service in services {
            try generate(service)
            guard let schema = GeneratorPipeline().run(service).schema else { continue }
            for (model, name) in zip(file.models, names) where name.service == schema.typeName {
                guard let entity = schema.entity(name.typeName) else { continue }
                callees[model.id] = Callee(model: model, entity: entity, schema: schema, names: name)
            }
        }
        let calls = CallFile(file: file, callees: callees)
        for (name, contents) in calls.files {
            let url = URL(fileURLWithPath: "Tests/ElectroDBVectors/Tests/Calls/\(name)")
            try Data(contents.utf8).write(to: url, options: .atomic)
        }
    }

    private static func generate(_ service: any ServiceDefinition) throws {
        let status = SchemaCommand.run(
            service, arguments: ["generate"], output: "Tests/ElectroDBVectors/Model/Generated")
        guard status == 0 else { throw GenerationFailed(service: service.name) }
    }
}

/// The definitions of a service are wrong, as the diagnostics before say.
struct GenerationFailed: Error, CustomStringConvertible {
    let service: String
    var description: String { "nothing was generated for \(service)" }
}
