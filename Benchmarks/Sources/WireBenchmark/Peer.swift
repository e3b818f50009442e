import Foundation

/// Node, in a process of its own, on the same page.
enum Peer {
    /// What it measured; nothing where there is no Node.
    static func figures(_ page: [UInt8]) throws -> [String: Double] {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Peers/marshal.mjs")
        let process = Foundation.Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["node", script.path]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        DispatchQueue.global().async {
            try? input.fileHandleForWriting.write(contentsOf: Data(page))
            try? input.fileHandleForWriting.close()
        }
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (try? JSONDecoder().decode([String: Double].self, from: text)) ?? [:]
    }
}
