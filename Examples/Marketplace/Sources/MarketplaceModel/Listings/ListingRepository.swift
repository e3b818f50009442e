public import Entities

/// What is offered.
public struct ListingRepository: Sendable {
    /// As the definition says: `\(shard: listingID, of: 4)`.
    private static let shards = 0..<4

    let db: Database

    public init(_ db: Database) { self.db = db }

    public func offer(_ draft: Listing.Draft) async throws -> Listing {
        try await Listing.create(draft).run(on: db)
    }

    /// The listing as it is at this moment.
    public func listing(_ listingID: ULID) async throws -> Listing? {
        try await Listing.get(listingID: listingID).consistent().run(on: db)
    }

    /// A listing with its reviews, in one query.
    public func page(of listingID: ULID) async throws -> Marketplace.ListingPage {
        try await Marketplace.listingPage(listingID: listingID).all(on: db)
    }

    /// What a seller offers or has offered, in the order of time.
    public func listings(of sellerID: ULID) async throws -> [Listing] {
        try await Listing.bySeller(sellerID: sellerID).all(on: db)
    }

    /// What there is in a category, the cheapest first; prices in cents.
    public func listings(
        in category: String, price: SortKeyRange<Int> = SortKeyRange(), limit: Int? = nil, from cursor: Cursor? = nil
    ) async throws -> Page<Listing> {
        try await Listing.inCategory(category: category, price: price).page(limit: limit, from: cursor, on: db)
    }

    /// What came in last of all that is for sale: the shards are asked at the same time.
    public func newest(limit: Int) async throws -> [Listing] {
        let found = try await withThrowingTaskGroup(of: [Listing].self) { group in
            for shard in Self.shards {
                group.addTask {
                    try await Listing.active(shard: shard).descending().page(limit: limit, on: db).items
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        return Array(found.sorted { $0.listingID > $1.listingID }.prefix(limit))
    }

    /// All that is for sale, shard by shard.
    public func active() async throws -> [Listing] {
        var listings: [Listing] = []
        for shard in Self.shards { listings += try await Listing.active(shard: shard).all(on: db) }
        return listings
    }

    /// Changes the price, in cents. Who bought at the old price is not affected; who is about to is asked again.
    @discardableResult
    public func reprice(_ listing: Listing, to price: Int) async throws -> Listing {
        try await listing.patch { $0.set(price: price) }.run(on: db)
    }

    /// Takes a listing off the market.
    @discardableResult
    public func withdraw(_ listing: Listing) async throws -> Listing {
        try await listing.patch { $0.set(status: .withdrawn) }.run(on: db)
    }
}
