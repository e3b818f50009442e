import Codegen
import Foundation
import Harness

/// A package with one module of generated code, kept from one run to the next with what it depends on.
struct ScratchPackage {
    private let folder = Places.cache.appending(path: "generated")
    private var sources: URL { folder.appending(path: "Sources/Model") }

    init() throws {
        let root = Places.package.deletingLastPathComponent().standardizedFileURL
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        try """
        // swift-tools-version: 6.2
        import PackageDescription
        let package = Package(
            name: "Scratch", platforms: [.macOS(.v15)],
            dependencies: [.package(name: "swift-dynamodb-entities", path: "\(root.path)")],
            targets: [
                .target(
                    name: "Model", dependencies: [.product(name: "Entities", package: "swift-dynamodb-entities")],
                    swiftSettings: [
                        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                        .enableUpcomingFeature("MemberImportVisibility"),
                        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
                    ])
            ])
        """.write(to: folder.appending(path: "Package.swift"), atomically: true, encoding: .utf8)
    }

    /// Puts the files in the place of those that are there, and builds.
    func build(_ files: [GeneratedFile], _ configuration: String) throws {
        try FileManager.default.removeItem(at: sources)
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        for file in files {
            try file.contents.write(to: sources.appending(path: file.name), atomically: true, encoding: .utf8)
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "swift", "build", "-c", configuration, "--disable-index-store", "--package-path", folder.path,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure("the generated code does not build:\n\(text)")
        }
    }

    /// The CPU seconds that the build of these files takes, the other modules being built already.
    func cost(of files: [GeneratedFile], _ configuration: String) throws -> Double {
        let before = Self.childrenCPUSeconds
        try build(files, configuration)
        return Self.childrenCPUSeconds - before
    }

    /// User and system time of all processes that were started and have ended, and of those that they started.
    private static var childrenCPUSeconds: Double {
        var usage = rusage()
        #if canImport(Glibc)
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        #else
        getrusage(RUSAGE_CHILDREN, &usage)
        #endif
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
}
