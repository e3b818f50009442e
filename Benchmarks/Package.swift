// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "swift-dynamodb-entities", path: ".."),
        .package(name: "Integrations", path: "../Integrations"),
    ],
    targets: [
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "BenchmarkModel", "Harness",
                .product(name: "Entities", package: "swift-dynamodb-entities"),
                .product(name: "HTTPDynamoDBCore", package: "swift-dynamodb-entities"),
                .product(name: "InMemoryDynamoDB", package: "swift-dynamodb-entities"),
            ],
            path: "Sources/Benchmarks", swiftSettings: settings),

        // What all that measures has in common: the rows of the table, rounds, peers, reports.
        .target(name: "Harness", dependencies: ["CAllocations"], swiftSettings: settings),
        // Counts what a program allocates that this is linked into.
        .target(name: "CAllocations"),

        // The entities that are worked with: `swift run BenchmarkSchema generate`.
        .executableTarget(
            name: "BenchmarkSchema",
            dependencies: [
                .product(name: "EntityMacrosLite", package: "swift-dynamodb-entities"),
                .product(name: "Codegen", package: "swift-dynamodb-entities"),
            ], swiftSettings: settings),
        .target(
            name: "BenchmarkModel", dependencies: [.product(name: "Entities", package: "swift-dynamodb-entities")],
            swiftSettings: settings),
    ]
)
