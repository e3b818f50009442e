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
    name: "cms",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "cms", targets: ["cms"]),
        .library(name: "CMSModel", targets: ["CMSModel"]),
    ],
    dependencies: [.package(name: "swift-dynamodb-entities", path: "../..")],
    targets: [
        // Types that both the definitions and the model use.
        .target(name: "CMSTypes", dependencies: [entities], swiftSettings: settings),
        // The definitions: `swift run CMSSchema generate` writes Sources/CMSModel/Generated.
        .executableTarget(
            name: "CMSSchema", dependencies: ["CMSTypes", definitions, codegen], swiftSettings: settings),
        // The generated code, and the repositories on it.
        .target(name: "CMSModel", dependencies: ["CMSTypes", entities], swiftSettings: settings),
        // Reads a folder of articles into the model.
        .target(name: "CMSImport", dependencies: ["CMSModel", "CMSTypes", entities], swiftSettings: settings),
        // The program.
        .executableTarget(
            name: "cms", dependencies: ["CMSImport", "CMSModel", "CMSTypes", entities, inMemory, overHTTP],
            swiftSettings: settings),
        .testTarget(
            name: "CMSTests", dependencies: ["cms", "CMSImport", "CMSModel", "CMSTypes", entities, inMemory, overHTTP],
            swiftSettings: settings),
    ]
)
