#if os(macOS) || os(Linux) || os(Windows)
import Dispatch
import Foundation
import Synchronization

/// A command line that the system's shell runs, without input; what it writes to its standard error goes to this
/// process's.
final class RunningCommand: Sendable {
    private enum State {
        case running
        case awaited(CheckedContinuation<CommandResult, any Error>)
        case ended
    }

    private let process: Process
    private let output: Pipe
    private let state = Mutex(State.running)

    /// Runs a command to its end.
    /// - Throws: `CommandError` if it cannot be started or takes longer than the time limit, `CancellationError`. Then
    ///   it has been killed.
    static func run(_ command: String, timeout: Duration) async throws -> CommandResult {
        let command = try RunningCommand(command)
        return try await withThrowingTaskGroup(of: CommandResult?.self) { group in
            group.addTask { try await command.result() }
            group.addTask {
                try await Task.sleep(for: timeout)
                return nil
            }
            defer { group.cancelAll() }
            guard let result = try await group.next() ?? nil else {
                throw CommandError(message: "it did not end within \(timeout.components.seconds) s")
            }
            return result
        }
    }

    private init(_ command: String) throws {
        process = Process()
        output = Pipe()
        #if os(Windows)
        process.executableURL = URL(fileURLWithPath: #"C:\Windows\System32\cmd.exe"#)
        process.arguments = ["/C", command]
        #else
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        #endif
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            throw CommandError(message: "it cannot be started")
        }
    }

    private func result() async throws -> CommandResult {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isCancelled = state.withLock { state in
                    if case .ended = state { return true }
                    state = .awaited(continuation)
                    return false
                }
                guard !isCancelled else { return continuation.resume(throwing: CancellationError()) }
                // Both calls block, for as long as the command runs.
                DispatchQueue.global().async { [self] in
                    let bytes = (try? output.fileHandleForReading.readToEnd()) ?? Data()
                    process.waitUntilExit()
                    end(.success(CommandResult(status: process.terminationStatus, output: [UInt8](bytes))))
                }
            }
        } onCancel: {
            endCommand()
            end(.failure(CancellationError()))
        }
    }

    private func endCommand() {
        guard process.isRunning else { return }
        #if os(Windows)
        process.terminate()
        #else
        // Not with the signal of `terminate`: the command inherits the signals that the thread blocks which started it,
        // and threads of tasks block that one. It leads a group where Foundation makes one, and its own commands are in
        // there.
        let command = process.processIdentifier
        if kill(-command, SIGKILL) != 0 { _ = kill(command, SIGKILL) }
        #endif
    }

    /// Only the first end counts.
    private func end(_ result: Result<CommandResult, any Error>) {
        let waiting = state.withLock { state in
            defer { state = .ended }
            guard case .awaited(let continuation) = state else {
                return nil as CheckedContinuation<CommandResult, any Error>?
            }
            return continuation
        }
        waiting?.resume(with: result)
    }
}
#else
/// There are no commands on this platform.
enum RunningCommand {
    static func run(_ command: String, timeout: Duration) async throws -> CommandResult {
        throw CommandError(message: "this platform runs no commands")
    }
}
#endif
