// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

let entities: Target.Dependency = .product(name: "Entities", package: "swift-dynamodb-entities")
let inMemory: Target.Dependency = .product(name: "InMemoryDynamoDB", package: "swift-dynamodb-entities")
let overHTTP: Target.Dependency = .product(name: "HTTPDynamoDB", package: "swift-dynamodb-entities")
let definitions: Target.Dependency = .product(name: "EntityMacrosLite", package: "swift-dynamodb-entities")
let codegen: Target.Dependency = .product(name: "Codegen", package: "swift-dynamodb-entities")

let package = Package(
    name: "marketplace",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "marketplace", targets: ["marketplace"]),
        .library(name: "MarketplaceModel", targets: ["MarketplaceModel"]),
    ],
    dependencies: [.package(name: "swift-dynamodb-entities", path: "../..")],
    targets: [
        // The definitions: `swift run MarketplaceSchema generate` writes Sources/MarketplaceModel/Generated.
        .executableTarget(name: "MarketplaceSchema", dependencies: [definitions, codegen], swiftSettings: settings),
        // The generated code, and the repositories on it.
        .target(name: "MarketplaceModel", dependencies: [entities], swiftSettings: settings),
        // The program: a day of trading, and its audit.
        .executableTarget(
            name: "marketplace", dependencies: ["MarketplaceModel", entities, inMemory, overHTTP],
            swiftSettings: settings),
        .testTarget(
            name: "MarketplaceTests", dependencies: ["marketplace", "MarketplaceModel", entities, inMemory, overHTTP],
            swiftSettings: settings),
    ]
)
