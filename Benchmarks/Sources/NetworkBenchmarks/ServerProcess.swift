import Foundation
import Harness

/// A server in a process of its own, which ends with this one.
final class ServerProcess {
    let port: Int
    private let process = Foundation.Process()
    private let input = Pipe()

    /// - Parameter program: prints the port that it listens on, at the end of its first line, and ends with its standard input or when it is told to.
    init(_ program: String, _ arguments: String...) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var lines = LineReader(output.fileHandleForReading)
        let line = lines.next().map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard let port = Int(line.split { !$0.isNumber }.last ?? "") else {
            process.terminate()
            throw Missing("\(program) does not say where it listens")
        }
        self.port = port
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.terminate()
        process.waitUntilExit()
    }

    /// User and system time so far.
    var cpuSeconds: Double {
        get throws {
            guard let seconds = CPU.seconds(ofProcess: process.processIdentifier) else {
                throw Failure("a server has ended before its time")
            }
            return seconds
        }
    }
}
