public import CMSTypes
public import Entities

/// The access patterns of a tenant's catalogue, as requests.
public struct CatalogueQueries: Sendable {
    public let tenantID: String

    public init(tenantID: String) { self.tenantID = tenantID }

    /// A category and all below it; without a path, the whole tree.
    public func categories(under path: CategoryPath?) -> Query<Category> {
        guard let path else { return Category.tree(tenantID: tenantID) }
        return Category.tree(tenantID: tenantID, path: .beginning(with: path))
    }
}
