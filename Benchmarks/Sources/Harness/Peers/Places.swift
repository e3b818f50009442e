import Foundation

/// Where things are that the benchmarks need besides themselves.
package enum Places {
    /// The package `Benchmarks`.
    package static let package: URL = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in
        url.deletingLastPathComponent()
    }.standardizedFileURL

    /// The scripts of peers in other languages.
    package static let peers = package.appending(path: "Peers")

    /// Where this and other programs of the package have been built.
    package static let programs = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()

    /// What is kept from one run to the next, outside the tree.
    package static let cache: URL = {
        let environment = ProcessInfo.processInfo.environment
        let base =
            environment["XDG_CACHE_HOME"].map { URL(filePath: $0) }
            ?? FileManager.default.homeDirectoryForCurrentUser.appending(path: ".cache")
        return base.appending(path: "swift-dynamodb-benchmarks")
    }()

    /// Where a command is in the search path.
    /// - Throws: `Missing`.
    package static func command(_ name: String) throws -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let paths = folders.map { "\($0)/\(name)" }
        guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw Missing("\(name) is not installed here")
        }
        return path
    }

    /// A program of this package.
    /// - Throws: `Failure`, with what builds it.
    package static func program(_ name: String) throws -> String {
        let path = programs.appending(path: name).path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            let configuration = Machine.configuration == "release" ? " -c release" : ""
            throw Failure(
                "\(name) is not built: swift build\(configuration) --package-path Benchmarks --product \(name)")
        }
        return path
    }
}
