public import Entities

/// Goods that a checkout has reserved.
public struct Reservation: Hashable, Sendable {
    public let checkoutID: ULID
    public let buyerID: ULID
    public let sellerID: ULID
    public let lines: [CartLine]
    /// When the goods go back, unless they are paid.
    public let endsAt: Date

    /// What all of it costs, in cents.
    public var total: Int { lines.reduce(0) { $0 + $1.price * $1.quantity } }
    public var quantity: Int { lines.reduce(0) { $0 + $1.quantity } }
}
