import Foundation

/// Where a run was made.
package struct Machine: Codable, Hashable, Sendable {
    package var processor: String
    package var cores: Int
    package var gigabytes: Int
    package var system: String
    package var swift: String

    package static var configuration: String {
        #if DEBUG
        "debug"
        #else
        "release"
        #endif
    }

    /// This one.
    package static var current: Machine {
        let information = ProcessInfo.processInfo
        return Machine(
            processor: processor, cores: information.processorCount,
            gigabytes: Int((Double(information.physicalMemory) / 1e9).rounded()),
            system: information.operatingSystemVersionString, swift: swiftVersion)
    }

    private static var processor: String {
        let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
        let line = lines.first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown"
    }

    private static var swiftVersion: String {
        let text = (try? Places.command("swift")).flatMap { try? output(of: $0, "--version") } ?? ""
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.firstIndex(of: "version").flatMap { words.dropFirst($0 + 1).first }.map(String.init) ?? "unknown"
    }

    /// What a command prints.
    package static func output(of command: String, _ arguments: String...) throws -> String {
        let process = Foundation.Process()
        let output = Pipe()
        process.executableURL = URL(filePath: command)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }
}
