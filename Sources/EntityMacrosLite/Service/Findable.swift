/// An entity whose records are found by whatever attributes are at hand.
///
/// ```swift
/// struct Article: EntityDefinition, Findable { … }
///
/// let found = try await Article.match(.init(tenantID: "acme", title: "Hello")).all(on: db)
/// ```
/// `find` and `match` choose the access pattern at run time. They cost a few lines of generated code for each attribute, so that only
/// entities that ask for them have them.
public protocol Findable: EntityDefinition {}
