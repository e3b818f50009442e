public import Entities

/// What accounts look for.
public struct SearchRepository: Sendable {
    let market: Market

    /// Looks out for offers of a category up to a price, in cents.
    @discardableResult
    public func save(_ category: String, upTo price: Int, for accountID: ULID) async throws -> SavedSearch {
        let creation = SavedSearch.create(
            .init(regionID: market.regionID, accountID: accountID, category: category, maximumPrice: price))
        try await market.transact("searches.save") { creation }
        return creation.record
    }

    public func searches(of accountID: ULID) async throws -> [SavedSearch] {
        try await SavedSearch.ofAccount(regionID: market.regionID, accountID: accountID).all(on: market.db)
    }

    /// Stops looking. To do it twice does no harm.
    public func delete(_ search: SavedSearch) async throws {
        try await SavedSearch.delete(search.key).run(on: market.db)
    }

    /// Who would buy an offer for what it costs: those to be told of it.
    public func watching(_ listing: Listing, limit: Int) async throws -> [SavedSearch] {
        try await SavedSearch.watching(
            regionID: market.regionID, category: listing.category, maximumPrice: listing.price...
        ).page(limit: limit, on: market.db).items
    }
}
