public import Entities

extension ListingRepository {
    /// Makes a listing dearer or cheaper, in cents. Who bought at the old price is not affected; who is about to is asked again.
    /// - Returns: the listing; `nil` where there is none.
    /// - Throws: `Refusal`, or `DynamoDBError`.
    @discardableResult
    public func reprice(_ listingID: ULID, _ price: @Sendable (Listing) -> Int) async throws -> Listing? {
        try await change(listingID) { listing in
            guard listing.status == .active else { throw Refusal.otherState }
            listing.price = price(listing)
        }
    }

    /// Takes a listing off the market. It leaves the category and the newest with this write.
    /// - Throws: `Refusal`, or `DynamoDBError`.
    @discardableResult
    public func withdraw(_ listingID: ULID) async throws -> Listing? {
        try await change(listingID) { listing in
            guard listing.status == .active else { throw Refusal.otherState }
            listing.status = .withdrawn
        }
    }

    /// Reads, changes and writes, on condition that nobody else has written in between; then it begins anew.
    private func change(
        _ listingID: ULID, attempts: Int = 5, _ body: (inout Listing) throws -> Void
    ) async throws -> Listing? {
        for _ in 0..<attempts {
            guard let former = try await listing(listingID) else { return nil }
            var listing = former
            try body(&listing)
            listing.revision += 1
            do {
                try await market.transact(refusing: ["Listing.patch": .conflict, "ListingChange.create": .conflict]) {
                    former.patch {
                        $0.set(
                            category: .supplied(listing.category), price: .set(listing.price),
                            status: .set(listing.status))
                    }
                    ListingChange.create(
                        .init(
                            regionID: listing.regionID, listingID: listingID, revision: listing.revision,
                            previousPrice: former.price, price: listing.price,
                            status: listing.status == .active ? .active : .withdrawn))
                }
                return listing
            } catch Refusal.conflict {}
        }
        throw Refusal.conflict
    }
}
