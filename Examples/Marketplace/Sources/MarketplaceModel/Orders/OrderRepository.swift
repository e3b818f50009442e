public import Entities

/// What was ordered. Orders are made by a `Checkout`.
public struct OrderRepository: Sendable {
    let market: Market

    /// The order as it is at this moment.
    public func order(_ orderID: ULID) async throws -> Order? {
        try await Order.get(regionID: market.regionID, orderID: orderID).consistent().run(on: market.db)
    }

    /// All that there is of an order: its lines, payment, shipment and reviews, in one query.
    public func file(of orderID: ULID) async throws -> Marketplace.OrderFile {
        try await Marketplace.orderFile(regionID: market.regionID, orderID: orderID).consistent().all(on: market.db)
    }

    /// What a buyer ordered, the newest first.
    public func orders(of buyerID: ULID, limit: Int, from cursor: Cursor? = nil) async throws -> Page<Order> {
        try await Order.byBuyer(regionID: market.regionID, buyerID: buyerID).descending()
            .page(limit: limit, from: cursor, on: market.db)
    }

    /// What was ordered of a seller and is in this state, the oldest first.
    public func orders(from sellerID: ULID, _ status: Order.Status, limit: Int) async throws -> [Order] {
        try await Order.bySeller(regionID: market.regionID, sellerID: sellerID, status: status)
            .page(limit: limit, on: market.db).items
    }

    /// What was ordered on a day, in the order of time.
    public func orders(on day: Date, limit: Int, from cursor: Cursor? = nil) async throws -> Page<Order> {
        try await Order.byDay(regionID: market.regionID, placedAtDay: day)
            .page(limit: limit, from: cursor, on: market.db)
    }

    /// What was ordered in a span of days, the latest first: the days are read one after the other, as far as the page goes.
    public func orders(during days: Range<Date>, limit: Int, from cursor: Cursor? = nil) async throws -> Page<Order> {
        try await Order.byDay(regionID: market.regionID, placedAt: DateSpan(days)).descending()
            .page(limit: limit, from: cursor, on: market.db)
    }

    /// A seller's listings, stocks, orders and shipments, as far as a page of one query goes.
    public func desk(of sellerID: ULID, limit: Int = 50) async throws -> Marketplace.Desk {
        try await Marketplace.desk(regionID: market.regionID, sellerID: sellerID).page(limit: limit, on: market.db)
            .records
    }

    /// Payments that are held, the oldest orders first: what somebody should ask about.
    public func inEscrow(limit: Int) async throws -> [Payment] {
        try await Payment.inEscrow(regionID: market.regionID).page(limit: limit, on: market.db).items
    }
}
