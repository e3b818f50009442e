import MarketplaceModel

/// What happened in a day of trading.
struct Tally: Hashable {
    var purchases = 0
    var goods = 0
    /// In cents.
    var turnover = 0
    /// How often a purchase was tried again since others were faster.
    var conflicts = 0
    var refusals: [PurchaseRefusal: Int] = [:]
    var deliveries = 0
    var reviews = 0
    var reviewRefusals: [ReviewRefusal: Int] = [:]

    mutating func count(_ receipt: Checkout.Receipt) {
        purchases += 1
        goods += receipt.order.lines.reduce(0) { $0 + $1.quantity }
        turnover += receipt.order.total
        conflicts += receipt.conflicts
    }

    static func += (tally: inout Tally, other: Tally) {
        tally.purchases += other.purchases
        tally.goods += other.goods
        tally.turnover += other.turnover
        tally.conflicts += other.conflicts
        tally.refusals.merge(other.refusals, uniquingKeysWith: +)
        tally.deliveries += other.deliveries
        tally.reviews += other.reviews
        tally.reviewRefusals.merge(other.reviewRefusals, uniquingKeysWith: +)
    }
}
