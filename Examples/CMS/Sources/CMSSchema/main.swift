import Codegen

SchemaCommand.main(CMS(), output: "Sources/CMSModel/Generated")
