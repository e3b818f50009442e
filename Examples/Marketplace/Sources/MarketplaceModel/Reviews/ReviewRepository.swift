public import Entities

/// What buyers and sellers say of each other.
public struct ReviewRepository: Sendable {
    let market: Market

    /// One side of a completed order speaks of the other, once. The reputation has one review more in the same moment.
    /// - Throws: `Refusal`, or `DynamoDBError`.
    @discardableResult
    public func review(
        _ order: Order, by authorID: ULID, stars: Int, text: String? = nil
    ) async throws -> Review {
        let side: Review.Side
        switch authorID {
        case order.buyerID: side = .buyer
        case order.sellerID: side = .seller
        default: throw Refusal.notPartOfIt
        }
        let subjectID = side == .buyer ? order.sellerID : order.buyerID
        let creation = Review.create(
            .init(
                regionID: market.regionID, orderID: order.orderID, side: side, authorID: authorID,
                subjectID: subjectID, stars: stars, text: text))
        try await market.transact(
            "reviews.review", refusing: ["Review.create": .alreadyReviewed, "Order.check": .otherState]
        ) {
            creation
            Order.check(regionID: market.regionID, orderID: order.orderID) { $0.status == .completed }
            Reputation.patch(regionID: market.regionID, accountID: subjectID) {
                $0.reviews.add(1)
                $0.stars.add(stars)
            }
        }
        return creation.record
    }

    /// What others say of an account, the latest orders first.
    public func reviews(about accountID: ULID, limit: Int) async throws -> [Review] {
        try await Review.about(regionID: market.regionID, subjectID: accountID).descending()
            .page(limit: limit, on: market.db).items
    }

    /// What an account says of others, the latest orders first.
    public func reviews(by accountID: ULID, limit: Int) async throws -> [Review] {
        try await Review.by(regionID: market.regionID, authorID: accountID).descending()
            .page(limit: limit, on: market.db).items
    }
}
