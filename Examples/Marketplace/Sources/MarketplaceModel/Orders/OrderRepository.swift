public import Entities

/// What was ordered. Orders are made by a `Checkout`.
public struct OrderRepository: Sendable {
    let db: Database

    public init(_ db: Database) { self.db = db }

    /// What a buyer ordered, the newest first.
    public func orders(
        of buyerID: ULID, limit: Int? = nil, from cursor: Cursor? = nil
    ) async throws -> Page<Order> {
        try await Order.byBuyer(buyerID: buyerID).descending().page(limit: limit, from: cursor, on: db)
    }

    /// What was ordered of a seller and has this status, the oldest first.
    public func orders(from sellerID: ULID, _ status: Order.Status) async throws -> [Order] {
        try await Order.bySeller(sellerID: sellerID, status: status).all(on: db)
    }

    /// All listings and all orders of a seller, in one query.
    public func desk(of sellerID: ULID) async throws -> Marketplace.Desk {
        try await Marketplace.desk(sellerID: sellerID).all(on: db)
    }

    /// An open order is on its way.
    /// - Throws: `DynamoDBError`; `conditionalCheckFailed` where the order is not open.
    public func ship(_ order: Order) async throws -> Order {
        try await order.patch { $0.set(status: .shipped) }.if { $0.status == .open }.run(on: db)
    }

    /// An order that was on its way has arrived.
    /// - Throws: `DynamoDBError`; `conditionalCheckFailed` where the order was not on its way.
    public func deliver(_ order: Order) async throws -> Order {
        try await order.patch { $0.set(status: .delivered) }.if { $0.status == .shipped }.run(on: db)
    }
}
