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
    ],
    dependencies: [
        .package(name: "swift-dynamodb-entities", path: ".."),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
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
    ]
)
