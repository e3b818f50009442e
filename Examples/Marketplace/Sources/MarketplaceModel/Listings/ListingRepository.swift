public import Entities

/// What is offered.
public struct ListingRepository: Sendable {
    let market: Market

    /// Offers so many of something.
    public func offer(
        _ title: String, in category: String, price: Int, quantity: Int, by sellerID: ULID
    ) async throws -> Listing {
        let creation = Listing.create(
            .init(regionID: market.regionID, sellerID: sellerID, title: title, category: category, price: price))
        try await market.transact("listings.offer") {
            creation
            Stock.create(
                .init(
                    regionID: market.regionID, listingID: creation.record.listingID, sellerID: sellerID,
                    available: quantity, supplied: quantity))
        }
        return creation.record
    }

    /// The listing as it is at this moment.
    public func listing(_ listingID: ULID) async throws -> Listing? {
        try await Listing.get(regionID: market.regionID, listingID: listingID).consistent().run(on: market.db)
    }

    /// A listing and how many there are, in one query.
    public func page(of listingID: ULID) async throws -> Marketplace.ListingPage {
        try await Marketplace.listingPage(regionID: market.regionID, listingID: listingID).all(on: market.db)
    }

    /// What there is in a category, the cheapest first; prices in cents.
    public func listings(
        in category: String, price: SortKeyRange<Int> = SortKeyRange(), limit: Int, from cursor: Cursor? = nil
    ) async throws -> Page<Listing> {
        try await Listing.inCategory(regionID: market.regionID, category: category, price: price)
            .page(limit: limit, from: cursor, on: market.db)
    }

    /// What came in last of all that is for sale: the shards are asked at the same time.
    public func newest(limit: Int, from cursor: Cursor? = nil) async throws -> Page<Listing> {
        try await Listing.newest(regionID: market.regionID).descending()
            .page(limit: limit, from: cursor, on: market.db)
    }

    /// What a seller offers, in the order of time.
    public func listings(of sellerID: ULID, _ status: Listing.Status = .active) async throws -> [Listing] {
        try await Listing.bySeller(regionID: market.regionID, sellerID: sellerID, status: status).all(on: market.db)
    }

    /// How many of each listing a seller has.
    public func stocks(of sellerID: ULID) async throws -> [Stock] {
        try await Stock.ofSeller(regionID: market.regionID, sellerID: sellerID).all(on: market.db)
    }

    /// More of it came in.
    public func restock(_ listingID: ULID, by quantity: Int) async throws {
        try await market.transact("listings.restock") {
            Stock.patch(regionID: market.regionID, listingID: listingID) {
                $0.available.add(quantity)
                $0.supplied.add(quantity)
            }
        }
    }
}
