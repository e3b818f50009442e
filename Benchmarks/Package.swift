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
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
    ],
    targets: [
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "BenchmarkModel", "Harness", "Workloads", "fresh-process", "fresh-process-static",
                .product(name: "Entities", package: "swift-dynamodb-entities"),
                .product(name: "HTTPDynamoDBCore", package: "swift-dynamodb-entities"),
                .product(name: "InMemoryDynamoDB", package: "swift-dynamodb-entities"),
            ],
            path: "Sources/Benchmarks", swiftSettings: settings),

        // What all that measures has in common: the rows of the table, rounds, peers, reports.
        .target(name: "Harness", dependencies: ["CAllocations"], swiftSettings: settings),
        .testTarget(name: "HarnessTests", dependencies: ["Harness"], swiftSettings: settings),
        // Counts what a program allocates that this is linked into.
        .target(name: "CAllocations"),

        // The tables of offers that engines and processes are measured with.
        .target(
            name: "Workloads",
            dependencies: [
                "BenchmarkModel",
                .product(name: "Entities", package: "swift-dynamodb-entities"),
                .product(name: "InMemoryDynamoDB", package: "swift-dynamodb-entities"),
            ], swiftSettings: settings),
        .target(name: "FreshProcess", dependencies: ["Workloads"], swiftSettings: settings),
        .executableTarget(
            name: "fresh-process", dependencies: ["FreshProcess"], path: "Sources/FreshDynamic", swiftSettings: settings
        ),
        // `--static-swift-stdlib` for one program: the flag of the compiler, and what Foundation's small part needs then.
        .executableTarget(
            name: "fresh-process-static", dependencies: ["FreshProcess"], path: "Sources/FreshStatic",
            swiftSettings: settings,
            linkerSettings: [
                .unsafeFlags(["-static-stdlib"], .when(platforms: [.linux])),
                .linkedLibrary("_FoundationCShims", .when(platforms: [.linux])),
                .linkedLibrary("_FoundationCollections", .when(platforms: [.linux])),
            ]),

        // What needs SwiftNIO, whose build takes minutes, is in programs of its own.
        .executableTarget(
            name: "network-benchmarks",
            dependencies: [
                "Harness", "bare-server", "fixed-responder",
                .product(name: "dynabox", package: "Integrations"),
                .product(name: "DynamoDBNIOTransport", package: "Integrations"),
                .product(name: "Entities", package: "swift-dynamodb-entities"),
                .product(name: "HTTPDynamoDB", package: "swift-dynamodb-entities"),
            ],
            path: "Sources/NetworkBenchmarks", swiftSettings: settings),
        .executableTarget(name: "fixed-responder", path: "Sources/FixedResponder", swiftSettings: settings),
        .executableTarget(
            name: "bare-server",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "Sources/BareServer", swiftSettings: settings),

        // So is what needs the generator.
        .executableTarget(
            name: "generator-benchmarks",
            dependencies: [
                "Harness",
                .product(name: "EntityMacrosLite", package: "swift-dynamodb-entities"),
                .product(name: "Codegen", package: "swift-dynamodb-entities"),
            ],
            path: "Sources/GeneratorBenchmarks", swiftSettings: settings),

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
