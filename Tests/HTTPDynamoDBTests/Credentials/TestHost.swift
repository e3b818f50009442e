import Foundation
import Synchronization

@testable import HTTPDynamoDBCore

/// A machine of which all is known: variables, files, commands, a clock that stands still until it is moved.
final class TestHost: Sendable {
    private struct State {
        var now = Date(timeIntervalSince1970: 1_800_000_000)
        var files: [String: String]
        var reads: [String] = []
    }

    private let state: Mutex<State>
    private let variables: [String: String]
    private let commands: [String: CommandResult]

    init(
        _ variables: [String: String] = [:], files: [String: String] = [:], commands: [String: CommandResult] = [:]
    ) {
        self.variables = variables
        self.commands = commands
        state = Mutex(State(files: files))
    }

    /// With the text of `~/.aws/config`, and perhaps `~/.aws/credentials`.
    convenience init(
        config: String, credentials: String? = nil, _ variables: [String: String] = [:],
        commands: [String: CommandResult] = [:]
    ) {
        var files = ["/home/ada/.aws/config": config]
        files["/home/ada/.aws/credentials"] = credentials
        self.init(variables, files: files, commands: commands)
    }

    var now: Date { state.withLock { $0.now } }
    func advance(_ seconds: Double) { state.withLock { $0.now += seconds } }
    func write(_ text: String?, to path: String) { state.withLock { $0.files[path] = text } }

    var environment: HostEnvironment {
        HostEnvironment(
            variables: variables, homeDirectory: "/home/ada",
            readFile: { (path) throws(ConfigurationError) in
                self.state.withLock { $0.files[path] }
            },
            runCommand: { command, _ in
                guard let result = self.commands[command] else { throw CommandError(message: "it cannot be started") }
                return result
            },
            now: { self.now }, sleep: { _ in try Task.checkCancellation() }, random: { 0.5 })
    }
}

extension CommandResult {
    init(_ text: String, status: Int32 = 0) { self.init(status: status, output: Array(text.utf8)) }
}

/// A transport that has an answer for each request, and remembers what it was asked.
final class ScriptedTransport: HTTPTransport {
    typealias Script = @Sendable (TransportRequest) throws(TransportError) -> TransportResponse

    private let script: Script
    private let sent = Mutex<[TransportRequest]>([])

    init(_ script: @escaping Script) { self.script = script }

    var requests: [TransportRequest] { sent.withLock { $0 } }

    func send(_ request: TransportRequest, timeout: Duration) async throws(TransportError) -> TransportResponse {
        sent.withLock { $0.append(request) }
        return try script(request)
    }

    /// Nobody answers.
    static var silent: ScriptedTransport {
        ScriptedTransport { (_) throws(TransportError) in
            throw TransportError(.timedOut, "no answer within a second", mayHaveBeenSent: false)
        }
    }
}

extension TransportResponse {
    init(_ status: Int, _ body: String) { self.init(status: status, headers: [], body: Array(body.utf8)) }
    init(_ body: String) { self.init(200, body) }
}

extension TransportRequest {
    /// `PUT http://169.254.169.254/latest/api/token`
    var line: String { "\(method.rawValue) \(endpoint)\(path)" }
    var form: [String: String] {
        let pairs = String(decoding: body, as: UTF8.self).split(separator: "&").map {
            $0.split(separator: "=", maxSplits: 1)
        }
        return Dictionary(
            uniqueKeysWithValues: pairs.map {
                (String($0[0]), $0.count > 1 ? String($0[1]).removingPercentEncoding ?? "" : "")
            })
    }
    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }
}
