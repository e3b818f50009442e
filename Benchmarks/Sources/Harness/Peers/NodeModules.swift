import Foundation

/// ElectroDB for Node, installed outside the tree where npm's registry can be reached.
package enum NodeModules {
    package static let folder = Places.cache.appending(path: "node")
    private static let package = "electrodb@3.9.3"

    /// The path of Node, once the package is there.
    /// - Throws: `Missing`, where it cannot be had.
    package static func node() throws -> String {
        let node = try Places.command("node")
        guard !FileManager.default.fileExists(atPath: folder.appending(path: "node_modules/electrodb").path) else {
            return node
        }
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let process = Foundation.Process()
        process.executableURL = URL(filePath: try Places.command("npm"))
        process.arguments = [
            "install", "--prefix", folder.path, "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=10000",
            package,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Missing("npm cannot install \(package)") }
        return node
    }
}
