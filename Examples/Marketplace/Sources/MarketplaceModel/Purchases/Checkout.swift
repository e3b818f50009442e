public import Entities

/// Buys. A purchase is one transaction: all of it happens, or nothing.
public struct Checkout: Sendable {
    /// A purchase that came about.
    public struct Receipt: Hashable, Sendable {
        public let order: Order
        /// How often somebody else was faster before.
        public let conflicts: Int
    }

    let db: Database
    let attempts: Int

    /// - Parameter attempts: how often a purchase is tried while others change the same listings.
    public init(_ db: Database, attempts: Int = 5) {
        self.db = db
        self.attempts = attempts
    }

    /// Creates the order, takes the goods out of stock, and moves the money from the buyer to the seller.
    /// - Throws: `PurchaseRefusal`, or `DynamoDBError` where it is not known whether there was a purchase.
    public func purchase(_ basket: Basket, by buyerID: ULID) async throws -> Receipt {
        guard buyerID != basket.sellerID else { throw PurchaseRefusal.ownListing }
        var basket = basket
        for conflicts in 0..<attempts {
            let (creation, total) = (Order.create(basket.order(of: buyerID)), basket.total)
            do {
                try await db.transact {
                    creation
                    Account.patch(accountID: buyerID) { $0.balance.subtract(total) }.if { $0.balance >= total }
                    Account.patch(accountID: basket.sellerID) { $0.balance.add(total) }
                    for item in basket.items { item.sale }
                }
                return Receipt(order: creation.record, conflicts: conflicts)
            } catch let error as DynamoDBError where error.code == .transactionCanceled {
                try basket.reconsider(after: error)
            }
        }
        throw PurchaseRefusal.conflict
    }
}

extension Basket.Item {
    /// Takes the goods out of stock. The last ones make the listing sold out in the same write, so that what is for sale
    /// is never empty: whether these are the last ones is decided by the listing that was read, and the condition holds
    /// only if that is still so.
    var sale: Patch<Listing> {
        let isLast = listing.stock == quantity
        return Listing.patch(listingID: listing.listingID) {
            $0.stock.subtract(quantity)
            if isLast { $0.set(status: .soldOut) }
        }.if {
            $0.status == .active && $0.price == listing.price
                && (isLast ? $0.stock == quantity : $0.stock > quantity)
        }
    }
}

extension Basket {
    /// Finds in a cancelled transaction why there can be no purchase. If only the stock has changed and there is enough
    /// of it, the basket holds the listings as they are now.
    mutating func reconsider(after error: DynamoDBError) throws {
        for reason in error.cancellationReasons where reason.isFailure {
            switch (reason.code, reason.action) {
            case ("TransactionConflict", _): continue
            // Only the buyer's account has a condition; that it exists is a condition of both.
            case ("ConditionalCheckFailed", "Account.patch"):
                throw reason.item == nil ? PurchaseRefusal.noSuchAccount : .balanceTooLow
            case ("ConditionalCheckFailed", "Listing.patch"):
                guard let item = reason.item else { throw PurchaseRefusal.noSuchListing }
                try update(item.decode())
            default: throw error
            }
        }
    }

    private mutating func update(_ current: Listing) throws(PurchaseRefusal) {
        for index in items.indices where items[index].listing.listingID == current.listingID {
            guard current.status != .withdrawn else { throw .withdrawn }
            guard current.status == .active, current.stock >= items[index].quantity else { throw .soldOut }
            guard current.price == items[index].listing.price else { throw .priceChanged }
            items[index].listing = current
        }
    }
}
