public import CMSTypes
public import Entities

/// What articles are filed under: authors, categories and tags.
public protocol Catalogue: Sendable {
    /// Stores an author, or changes the one there is. The count of articles stays.
    func save(_ author: Author.Draft) async throws
    /// Stores categories, in place of those with the same paths.
    func save(_ categories: [Category.Draft]) async throws

    func author(_ authorID: String) async throws -> Author?
    func authors() async throws -> [Author]
    /// A category and all below it, each behind the one above; without a path, the whole tree.
    func categories(under path: CategoryPath?) async throws -> [Category]
    /// All tags, in order.
    func tags() async throws -> [Tag]
}

/// The catalogue of a tenant in DynamoDB.
public struct DynamoDBCatalogue: Catalogue {
    let db: Database
    let tenantID: String

    public init(_ db: Database, tenantID: String) {
        self.db = db
        self.tenantID = tenantID
    }

    public func save(_ author: Author.Draft) async throws {
        try await Author.upsert(author).run(on: db)
    }

    public func save(_ categories: [Category.Draft]) async throws {
        try await db.batchWrite(categories.map { Category.put($0) })
    }

    public func author(_ authorID: String) async throws -> Author? {
        try await Author.get(tenantID: tenantID, authorID: authorID).run(on: db)
    }

    public func authors() async throws -> [Author] {
        try await Author.authors(tenantID: tenantID).all(on: db)
    }

    public func categories(under path: CategoryPath?) async throws -> [Category] {
        try await CatalogueQueries(tenantID: tenantID).categories(under: path).all(on: db)
    }

    public func tags() async throws -> [Tag] {
        try await Tag.tags(tenantID: tenantID).all(on: db)
    }
}
