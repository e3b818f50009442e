// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

// Built by `Fuzzing/run`, which turns the fuzzer's instrumentation on for all modules.
let package = Package(
    name: "Fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "swift-dynamodb-entities", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz-requests",
            dependencies: [.product(name: "InMemoryDynamoDB", package: "swift-dynamodb-entities")],
            path: "Sources/FuzzRequests", swiftSettings: settings)
    ]
)
