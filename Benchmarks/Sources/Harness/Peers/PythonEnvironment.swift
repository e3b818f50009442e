import Foundation

/// Python with the packages of `Peers/requirements.txt`, in a virtual environment outside the tree.
package enum PythonEnvironment {
    /// The path of its interpreter. Made on first use, and anew when the requirements change.
    /// - Throws: `Missing`, where there is no Python or its packages cannot be had.
    package static func python() throws -> String {
        let folder = Places.cache.appending(path: "venv")
        let requirements = Places.peers.appending(path: "requirements.txt")
        // Put there at the very end, so that an environment that was left half made is made again.
        let installed = folder.appending(path: "requirements.txt")
        let python = folder.appending(path: "bin/python")
        let wanted = try Data(contentsOf: requirements)
        if let present = try? Data(contentsOf: installed), present == wanted { return python.path }
        Progress().say("making the virtual environment \(folder.path), once")
        defer { Progress().clear() }
        try? FileManager.default.createDirectory(at: Places.cache, withIntermediateDirectories: true)
        try run(try Places.command("python3"), "-m", "venv", "--clear", folder.path)
        try run(python.path, "-m", "pip", "install", "--quiet", "--requirement", requirements.path)
        try wanted.write(to: installed)
        return python.path
    }

    private static func run(_ command: String, _ arguments: String...) throws {
        let process = Foundation.Process()
        process.executableURL = URL(filePath: command)
        process.arguments = arguments
        process.standardOutput = FileHandle.standardError
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Missing("its packages cannot be installed here (\(arguments.joined(separator: " ")) failed)")
        }
    }
}
