public import Entities

extension ListingRepository {
    /// Makes a listing dearer or cheaper, in cents. Who bought at the old price is not affected; who is about to is asked again.
    /// - Throws: `Refusal`, or `DynamoDBError`.
    @discardableResult
    public func reprice(_ listingID: ULID, _ price: @Sendable (Listing) -> Int) async throws -> Listing {
        try await revise(listingID) { $0.price = price($0) }
    }

    /// Takes a listing off the market. It leaves the category and the newest with this write.
    /// - Throws: `Refusal`, or `DynamoDBError`.
    @discardableResult
    public func withdraw(_ listingID: ULID) async throws -> Listing {
        try await revise(listingID) { $0.status = .withdrawn }
    }

    /// What a listing was from one revision to the next, the latest first.
    public func changes(of listingID: ULID) async throws -> [Revision<Listing>] {
        try await Listing.changes(regionID: market.regionID, listingID: listingID).descending().all(on: market.db)
    }

    /// Reads, changes and writes, on condition that nobody else has written in between; else it begins anew, with what they wrote.
    private func revise(_ listingID: ULID, _ change: (inout Listing) -> Void) async throws -> Listing {
        let read = Listing.get(regionID: market.regionID, listingID: listingID).consistent()
        do {
            return try await read.withRetry(on: market.db) { listing in
                guard listing.status == .active else { throw Refusal.otherState }
                return listing.revise(change)
            }
        } catch let error as DynamoDBError where error.code == .versionConflict {
            throw Refusal.conflict
        } catch let error as DynamoDBError where error.code == .conditionalCheckFailed {
            throw Refusal.noSuchListing
        }
    }
}
