import Foundation

/// The magazine on the command line.
@main
struct CMSProgram {
    static func main() async {
        let code = await run(Array(CommandLine.arguments.dropFirst()), console: .standard)
        exit(code.rawValue)
    }

    /// Runs a command line: results go to the console's output, everything else to its errors.
    static func run(_ arguments: [String], console: Console) async -> ExitCode {
        do {
            let invocation = try Invocation(arguments)
            guard invocation.command != .help else {
                console.print(Usage.text)
                return .ok
            }
            return try await Session.run(invocation, console)
        } catch let error as UsageError {
            console.error("cms: \(error.message)\ncms --help shows what there is.")
            return .usage
        } catch let error as ExitError {
            console.error("cms: \(error.message)")
            return error.code
        } catch {
            console.error("cms: \(error)")
            return .failure
        }
    }
}
