import Codegen

SchemaCommand.main(Marketplace(), output: "Sources/MarketplaceModel/Generated")
