// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

let package = Package(
    name: "swift-dynamodb-entities",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "Entities", targets: ["Entities"]),
        .library(name: "InMemoryDynamoDB", targets: ["InMemoryDynamoDB"]),
        .library(name: "HTTPDynamoDB", targets: ["HTTPDynamoDB"]),
        .library(name: "HTTPDynamoDBCore", targets: ["HTTPDynamoDBCore"]),
        .library(name: "EntityMacrosLite", targets: ["EntityMacrosLite"]),
        .library(name: "Codegen", targets: ["Codegen"]),
    ],
    targets: [
        .target(name: "Entities", dependencies: ["CHashing"], swiftSettings: settings),
        // The processor's instructions for SHA-256 and CRC-32, which Swift cannot name.
        .target(name: "CHashing"),
        .target(name: "InMemoryDynamoDB", dependencies: ["Entities"], swiftSettings: settings),
        // The executor over HTTP, for any transport; and with the one on URLSession, whose libraries not every program wants to load.
        .target(name: "HTTPDynamoDBCore", dependencies: ["CHashing", "Entities"], swiftSettings: settings),
        .target(name: "HTTPDynamoDB", dependencies: ["HTTPDynamoDBCore"], swiftSettings: settings),
        .target(name: "EntityMacrosLite", dependencies: ["Entities"], swiftSettings: settings),
        .target(name: "Codegen", dependencies: ["EntityMacrosLite"], swiftSettings: settings),
        .testTarget(name: "EntitiesTests", dependencies: ["Entities"], swiftSettings: settings),
        .testTarget(
            name: "InMemoryDynamoDBTests", dependencies: ["Entities", "InMemoryDynamoDB"], swiftSettings: settings),
        .testTarget(
            name: "HTTPDynamoDBTests",
            dependencies: ["Entities", "HTTPDynamoDB", "HTTPDynamoDBCore", "InMemoryDynamoDB", "TestExecutors"],
            swiftSettings: settings),
        .testTarget(
            name: "EntityMacrosLiteTests", dependencies: ["EntityMacrosLite", "Codegen"], swiftSettings: settings),
        .testTarget(
            name: "CodegenTests",
            dependencies: [
                "Entities", "EntityMacrosLite", "Codegen", "FixtureSchema", "GeneratedModel", "InMemoryDynamoDB",
            ],
            // A page as it should be.
            exclude: ["Documenting/Library.md"], swiftSettings: settings),

        .testTarget(
            name: "GeneratedCodeTests",
            dependencies: ["Entities", "InMemoryDynamoDB", "TestExecutors", "GeneratedModel", "FixtureTypes"],
            swiftSettings: settings),

        // What tests run on that hold on any executor: an engine in the process, or a server.
        .target(
            name: "TestExecutors", dependencies: ["Entities", "HTTPDynamoDB", "InMemoryDynamoDB"],
            path: "Tests/TestExecutors", swiftSettings: settings),

        // What tests generate code from, and the code: `swift run FixtureSchema generate`.
        .target(name: "FixtureTypes", dependencies: ["Entities"], path: "Tests/FixtureTypes", swiftSettings: settings),
        .executableTarget(
            name: "FixtureSchema", dependencies: ["Codegen", "EntityMacrosLite", "FixtureTypes"],
            path: "Tests/FixtureSchema", swiftSettings: settings),
        .target(
            name: "GeneratedModel", dependencies: ["Entities", "FixtureTypes"], path: "Tests/GeneratedModel",
            swiftSettings: settings),

        // ElectroDB's golden vectors: its models as definitions, the entities, and a call for each case.
        // `Tests/ElectroDBVectors/generate` makes them.
        .target(
            name: "ElectroDBCases", dependencies: ["Codegen"], path: "Tests/ElectroDBVectors/Cases",
            swiftSettings: settings),
        .executableTarget(
            name: "ElectroDBSchema", dependencies: ["Codegen", "ElectroDBCases", "EntityMacrosLite"],
            path: "Tests/ElectroDBVectors/Schema", swiftSettings: settings),
        .target(
            name: "ElectroDBModel", dependencies: ["Entities"], path: "Tests/ElectroDBVectors/Model",
            swiftSettings: settings),
        .testTarget(
            name: "ElectroDBTests",
            dependencies: ["Codegen", "ElectroDBCases", "ElectroDBModel", "Entities", "InMemoryDynamoDB"],
            path: "Tests/ElectroDBVectors/Tests", swiftSettings: settings),

        // The README's tour: its definitions, the code that is generated from them, and what the tour does with it.
        .executableTarget(
            name: "ReadmeSchema", dependencies: ["EntityMacrosLite", "Codegen"], path: "Tests/ReadmeSchema",
            swiftSettings: settings),
        .target(name: "ReadmeModel", dependencies: ["Entities"], path: "Tests/ReadmeModel", swiftSettings: settings),
        .testTarget(
            name: "ReadmeTests",
            dependencies: ["Entities", "HTTPDynamoDB", "InMemoryDynamoDB", "ReadmeModel", "TestExecutors"],
            swiftSettings: settings),

        // The guides for people who come from other libraries: their definitions, the generated code, and what they do with it.
        .executableTarget(
            name: "GuideSchema", dependencies: ["EntityMacrosLite", "Codegen"], path: "Tests/GuideSchema",
            swiftSettings: settings),
        .target(name: "GuideModel", dependencies: ["Entities"], path: "Tests/GuideModel", swiftSettings: settings),
        .testTarget(
            name: "GuideTests", dependencies: ["Entities", "GuideModel", "InMemoryDynamoDB"], swiftSettings: settings),

        .testTarget(
            name: "MisuseTests",
            dependencies: ["EntityMacrosLite", "FixtureTypes", "GeneratedModel", "InMemoryDynamoDB", "ReadmeModel"],
            swiftSettings: settings),
    ]
)
