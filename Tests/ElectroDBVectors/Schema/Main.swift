import Codegen
import ElectroDBCases
import EntityMacrosLite
import Foundation

/// Generates the entities of the vectors' models, and the calls that their cases are about: `ElectroDBSchema generate`, in the package's
/// folder. The script beside it does all there is to do. `ElectroDBSchema check` fails where something is not as it would be generated.
@main struct ElectroDBSchema {
    static func main() {
        do {
            switch CommandLine.arguments.dropFirst() {
            case ["generate"]: try run(.generate)
            case ["check"]: try run(.check)
            default: throw Failure("say what to do: generate or check")
            }
        } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            exit(1)
        }
    }

    private enum Command: String {
        case generate, check
    }

    private static let folder = "Tests/ElectroDBVectors"

    private static func run(_ command: Command) throws {
        let text = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/vectors.json")))
        let file = try VectorFile(json: text)
        let imported = try ElectroDBImporter().run(text)
        let names = imported.entities
        // What this program was built with, for which it is too late to be generated.
        try check(imported.text, isIn: "\(folder)/Schema/Definitions/Definitions.swift")
        var callees: [String: Callee] = [:]
        for service in services {
            try run(command, service)
            guard let schema = GeneratorPipeline().run(service).schema else { continue }
            for (model, name) in zip(file.models, names) where name.service == schema.typeName {
                guard let entity = schema.entity(name.typeName) else { continue }
                callees[model.id] = Callee(model: model, entity: entity, schema: schema, names: name)
            }
        }
        let calls = CallFile(file: file, callees: callees)
        for (name, contents) in calls.files {
            let path = "\(folder)/Tests/Calls/\(name)"
            switch command {
            case .generate: try Data(contents.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            case .check: try check(contents, isIn: path)
            }
        }
    }

    private static func run(_ command: Command, _ service: any ServiceDefinition) throws {
        let status = SchemaCommand.run(
            service, arguments: [command.rawValue], output: "\(folder)/Model/Generated")
        guard status == 0 else {
            throw Failure("the entities of \(service.name) are not there, or not as they should be")
        }
    }

    private static func check(_ text: String, isIn path: String) throws {
        guard try Data(contentsOf: URL(fileURLWithPath: path)) == Data(text.utf8) else {
            throw Failure("\(path) is not what is generated now: run \(folder)/generate")
        }
    }
}

/// What was asked for is not so, or cannot be done.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
