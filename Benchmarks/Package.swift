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

        // Typed calls to bodies of requests, answers to records.
        .executableTarget(
            name: "requests",
            dependencies: ["BenchmarkModel", .product(name: "Entities", package: "swift-dynamodb-entities")],
            path: "Sources/RequestBenchmark", exclude: ["Peers"], swiftSettings: settings),

        // Clients over HTTP, against a server that does nothing but answer.
        .executableTarget(name: "fixed-responder", path: "Sources/FixedResponder", swiftSettings: settings),
        .executableTarget(
            name: "http",
            dependencies: [
                "fixed-responder",
                .product(name: "Entities", package: "swift-dynamodb-entities"),
                .product(name: "HTTPDynamoDB", package: "swift-dynamodb-entities"),
                .product(name: "DynamoDBNIOTransport", package: "Integrations"),
            ],
            path: "Sources/HTTPBenchmark", exclude: ["Peers"], swiftSettings: settings),

        // Records to bytes and back, without a network.
        .executableTarget(
            name: "wire",
            dependencies: [
                .product(name: "Entities", package: "swift-dynamodb-entities"),
                .product(name: "HTTPDynamoDBCore", package: "swift-dynamodb-entities"),
            ],
            path: "Sources/WireBenchmark", exclude: ["Peers"], swiftSettings: settings),
    ]
)
