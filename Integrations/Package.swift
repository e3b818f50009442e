// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "Integrations",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "dynabox", targets: ["dynabox"]),
        .library(name: "DynamoDBServer", targets: ["DynamoDBServer"]),
        .library(name: "DynamoDBObservability", targets: ["DynamoDBObservability"]),
        .library(name: "DynamoDBNIOTransport", targets: ["DynamoDBNIOTransport"]),
    ],
    dependencies: [
        .package(name: "swift-dynamodb-entities", path: ".."),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.36.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing.git", from: "1.7.3"),
    ],
    targets: [
        // The system's zlib: gzip both ways, and its CRC-32 is faster than any of our own.
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "DynamoDBServer",
            dependencies: [
                "CZlib",
                .product(name: "Entities", package: "swift-dynamodb-entities"),
                .product(name: "InMemoryDynamoDB", package: "swift-dynamodb-entities"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "dynabox",
            dependencies: [
                "DynamoDBServer",
                .product(name: "Entities", package: "swift-dynamodb-entities"),
                .product(name: "InMemoryDynamoDB", package: "swift-dynamodb-entities"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        // Our client's side of the tests in which boto3 and it read each other's items.
        .executableTarget(
            name: "item-exchange",
            dependencies: [
                .product(name: "Entities", package: "swift-dynamodb-entities"),
                .product(name: "HTTPDynamoDB", package: "swift-dynamodb-entities"),
                .product(name: "InMemoryDynamoDB", package: "swift-dynamodb-entities"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "DynamoDBServerTests",
            dependencies: [
                "DynamoDBServer",
                .product(name: "InMemoryDynamoDB", package: "swift-dynamodb-entities"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: settings),

        // Logs, metrics and traces are interfaces without backends, small enough to be one product.
        .target(
            name: "DynamoDBObservability",
            dependencies: [
                .product(name: "Entities", package: "swift-dynamodb-entities"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "DynamoDBObservabilityTests",
            dependencies: [
                "DynamoDBObservability",
                .product(name: "Entities", package: "swift-dynamodb-entities"),
                .product(name: "InMemoryDynamoDB", package: "swift-dynamodb-entities"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
                .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
            ],
            swiftSettings: settings),

        // The transport of HTTPDynamoDBCore on SwiftNIO.
        .target(
            name: "DynamoDBNIOTransport",
            dependencies: [
                "CZlib",
                .product(name: "HTTPDynamoDBCore", package: "swift-dynamodb-entities"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "DynamoDBNIOTransportTests",
            dependencies: [
                "CZlib", "DynamoDBNIOTransport",
                .product(name: "HTTPDynamoDBCore", package: "swift-dynamodb-entities"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),

        // The executor over both transports, against a server that misbehaves.
        .testTarget(
            name: "HostileServerTests",
            dependencies: [
                "CZlib", "DynamoDBNIOTransport",
                .product(name: "Entities", package: "swift-dynamodb-entities"),
                .product(name: "HTTPDynamoDB", package: "swift-dynamodb-entities"),
                .product(name: "HTTPDynamoDBCore", package: "swift-dynamodb-entities"),
                .product(name: "InMemoryDynamoDB", package: "swift-dynamodb-entities"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings),
    ]
)
