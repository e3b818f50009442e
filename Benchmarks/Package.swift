// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "swift-dynamodb-entities", path: "..")],
    targets: [
        .executableTarget(
            name: "compile-cost",
            dependencies: [
                .product(name: "EntityMacrosLite", package: "swift-dynamodb-entities"),
                .product(name: "Codegen", package: "swift-dynamodb-entities"),
            ],
            path: "Sources/CompileCost", swiftSettings: settings),

        // The entity that the other benchmarks work with: `swift run BenchmarkSchema generate`.
        .executableTarget(
            name: "BenchmarkSchema",
            dependencies: [
                .product(name: "EntityMacrosLite", package: "swift-dynamodb-entities"),
                .product(name: "Codegen", package: "swift-dynamodb-entities"),
            ], swiftSettings: settings),
        .target(
            name: "BenchmarkModel", dependencies: [.product(name: "Entities", package: "swift-dynamodb-entities")],
            swiftSettings: settings),

        .executableTarget(
            name: "engine",
            dependencies: [
                "BenchmarkModel",
                .product(name: "Entities", package: "swift-dynamodb-entities"),
                .product(name: "InMemoryDynamoDB", package: "swift-dynamodb-entities"),
            ],
            path: "Sources/EngineBenchmark", swiftSettings: settings),
    ]
)
