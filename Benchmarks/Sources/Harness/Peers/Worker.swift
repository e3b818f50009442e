import Foundation

/// A peer in another language: a process that stays alive, and measures a round when it is asked to.
///
/// It is started by the first question. It says first what it cannot do, in a line of JSON; each question is a line, and so is each answer.
package final class Worker {
    private let script: String
    private let arguments: [String]
    private let command: () throws -> String
    private var process: Foundation.Process?
    private let input = Pipe()
    private var lines: LineReader?
    /// Why it does nothing at all.
    private var problem: Missing?
    /// By the names of work, why that is not done.
    private var missing: [String: String] = [:]
    /// What it says of itself, `python` or `orjson` and their versions.
    package private(set) var versions: [String: String] = [:]

    /// - Parameters:
    ///   - script: in the folder `Peers`.
    ///   - command: what runs it; throws `Missing` where that cannot be had.
    package init(_ script: String, _ arguments: [String] = [], by command: @escaping () throws -> String) {
        self.script = script
        self.arguments = arguments
        self.command = command
    }

    package static func node(_ script: String, _ arguments: String...) -> Worker {
        Worker(script, arguments) { try Places.command("node") }
    }

    package static func python(_ script: String, _ arguments: String...) -> Worker {
        Worker(script, arguments) { try PythonEnvironment.python() }
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process?.waitUntilExit()
    }

    /// Has it measure one round.
    /// - Throws: `Missing`, with the reason why it does not.
    package func secondsPerOperation(of work: String, lasting seconds: Double) throws -> Double {
        try start()
        if let reason = missing[work] { throw Missing(reason) }
        let question = try JSONEncoder().encode(Question(work: work, seconds: seconds))
        try input.fileHandleForWriting.write(contentsOf: question + [UInt8(ascii: "\n")])
        let answer = try read(Answer.self)
        guard let seconds = answer.seconds else { throw Missing(answer.error ?? "\(script) gives no figure") }
        return seconds
    }

    private func start() throws {
        if let problem { throw problem }
        guard process == nil else { return }
        do {
            let process = Foundation.Process()
            let output = Pipe()
            process.executableURL = URL(filePath: try command())
            process.arguments = [Places.peers.appending(path: script).path] + arguments
            process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
            process.standardInput = input
            process.standardOutput = output
            try process.run()
            self.process = process
            lines = LineReader(output.fileHandleForReading)
            let greeting = try read(Greeting.self)
            missing = greeting.missing
            versions = greeting.versions
        } catch {
            let problem = error as? Missing ?? Missing("\(script) cannot be started: \(error.localizedDescription)")
            self.problem = problem
            throw problem
        }
    }

    private func read<T: Decodable>(_ type: T.Type) throws -> T {
        guard let line = lines?.next() else {
            let problem = Missing("\(script) has ended before its time")
            self.problem = problem
            throw problem
        }
        return try JSONDecoder().decode(T.self, from: line)
    }

    private struct Greeting: Decodable {
        let missing: [String: String]
        let versions: [String: String]
    }

    private struct Question: Encodable {
        let work: String
        let seconds: Double
    }

    private struct Answer: Decodable {
        let seconds: Double?
        let error: String?
    }
}
