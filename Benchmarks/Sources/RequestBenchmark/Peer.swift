import Foundation

/// Node, in a process of its own.
enum Peer {
    /// CPU µs per call; nothing where there is no Node.
    static func figures(_ page: [UInt8]) -> [String: Double] {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Peers/params.mjs")
        let process = Foundation.Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["node", script.path]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return [:] }
        DispatchQueue.global().async {
            try? input.fileHandleForWriting.write(contentsOf: Data(page))
            try? input.fileHandleForWriting.close()
        }
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (try? JSONDecoder().decode([String: Double].self, from: text)) ?? [:]
    }
}
