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
            path: "Sources/CompileCost", swiftSettings: settings)
    ]
)
