public import Entities

/// Why there was no review.
public enum ReviewRefusal: String, Error, Hashable, CaseIterable {
    case notOrdered = "not ordered"
    case notDelivered = "not delivered"
    case alreadyReviewed = "already reviewed"
}

/// What buyers say.
public struct ReviewRepository: Sendable {
    let db: Database

    public init(_ db: Database) { self.db = db }

    /// The reviews of a listing.
    public func reviews(of listingID: ULID) async throws -> [Review] {
        try await Review.ofListing(listingID: listingID).all(on: db)
    }

    /// Reviews something that was delivered, once.
    /// - Throws: `ReviewRefusal`, or `DynamoDBError`.
    public func review(
        _ listingID: ULID, of order: Order, stars: Int, text: String? = nil
    ) async throws -> Review {
        guard order.lines.contains(where: { $0.listingID == listingID }) else { throw ReviewRefusal.notOrdered }
        let creation = Review.create(
            .init(listingID: listingID, buyerID: order.buyerID, orderID: order.orderID, stars: stars, text: text))
        do {
            try await db.transact {
                creation
                Order.check(buyerID: order.buyerID, orderID: order.orderID) { $0.status == .delivered }
            }
            return creation.record
        } catch let error as DynamoDBError where error.code == .transactionCanceled {
            for reason in error.cancellationReasons where reason.failure == .conditionalCheckFailed {
                throw reason.write == 0 ? ReviewRefusal.alreadyReviewed : .notDelivered
            }
            throw error
        }
    }
}
