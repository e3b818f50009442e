import Entities
import MarketplaceModel

extension Audit {
    /// An order is what its lines add up to, and its payment and shipment are where the order is.
    func orders() -> [Finding] {
        let payments = Dictionary(first: contents.payments.map { ($0.orderID, $0) })
        let shipments = Dictionary(first: contents.shipments.map { ($0.orderID, $0) })
        let sums = Dictionary(
            contents.orderLines.map { ($0.orderID, $0.price * $0.quantity) }, uniquingKeysWith: +)
        let known = Set(contents.orders.map(\.orderID))
        let orphans = Set(payments.keys).union(shipments.keys).union(sums.keys).subtracting(known)
        return orphans.map { Finding(.orders, "there is something of order \($0), which is not there") }
            + contents.orders.compactMap { order in
                guard let payment = payments[order.orderID], let shipment = shipments[order.orderID] else {
                    return Finding(.orders, "order \(order.orderID) has no payment or no shipment")
                }
                let (sum, fee) = (sums[order.orderID, default: 0], Checkout.fee(of: order.total))
                if sum != order.total || payment.amount != order.total || payment.fee != fee {
                    return Finding(
                        .orders, "order \(order.orderID) is \(order.total), its lines \(sum), paid \(payment.amount)")
                }
                if order.status.goes(with: payment.status), order.status.goes(with: shipment.status) { return nil }
                return Finding(
                    .orders,
                    "order \(order.orderID) is \(order.status), paid and \(payment.status), packed and \(shipment.status)"
                )
            }
    }

    /// One side of an order speaks once, of an order that is completed.
    func reviews() -> [Finding] {
        let orders = Dictionary(first: contents.orders.map { ($0.orderID, $0) })
        let authors = Dictionary(grouping: contents.reviews) { [$0.orderID, $0.authorID] }
        return authors.filter { $0.value.count > 1 }.map {
            Finding(.reviews, "\($0.key[1]) has reviewed order \($0.key[0]) \($0.value.count) times")
        }
            + contents.reviews.compactMap { review in
                guard let order = orders[review.orderID] else {
                    return Finding(.reviews, "order \(review.orderID), which is reviewed, is not there")
                }
                let (author, subject) =
                    review.side == .buyer ? (order.buyerID, order.sellerID) : (order.sellerID, order.buyerID)
                if order.status == .completed, (author, subject) == (review.authorID, review.subjectID) { return nil }
                return Finding(
                    .reviews, "order \(review.orderID), \(order.status), is reviewed by \(review.authorID)")
            }
    }

    /// What is added up as it happens is what counting gives.
    func counters() -> [Finding] {
        var reputations = Dictionary(first: contents.reputations.map { ($0.accountID, [0, 0]) })
        for review in contents.reviews {
            reputations[review.subjectID, default: [0, 0]][0] += 1
            reputations[review.subjectID, default: [0, 0]][1] += review.stars
        }
        let goods = Dictionary(contents.orderLines.map { ($0.orderID, $0.quantity) }, uniquingKeysWith: +)
        var days: [DailySales.Key: [Int]] = [:]
        for order in contents.orders {
            let day = DailySales.Key(
                regionID: order.regionID, sellerID: order.sellerID, day: DailySales.day(of: order.placedAt))
            let counts = [1, goods[order.orderID, default: 0], order.total, order.status == .cancelled ? 1 : 0]
            days[day] = zip(days[day] ?? [0, 0, 0, 0], counts).map { $0 + $1 }
        }
        return compare(
            .counters, "the reputation of",
            found: Dictionary(first: contents.reputations.map { ($0.accountID, [$0.reviews, $0.stars]) }),
            expected: reputations)
            + compare(
                .counters, "sales of",
                found: Dictionary(
                    first: contents.dailySales.map { ($0.key, [$0.orders, $0.goods, $0.turnover, $0.cancelled]) }),
                expected: days)
            + compare(.counters, "the region's", found: contents.counters, expected: totals(of: days))
    }

    /// What the counters of the regions should say, by the partition keys of their shards.
    private func totals(of days: [DailySales.Key: [Int]]) -> [String: Int] {
        var totals: [String: Int] = [:]
        for (day, counts) in days {
            let prefix = "REGION#\(day.regionID)#COUNTER#RegionSales#"
            totals["\(prefix)orders#\(day.day)", default: 0] += counts[0]
            totals["\(prefix)turnover#\(day.day)", default: 0] += counts[2]
        }
        return totals
    }
}

extension Order.Status {
    fileprivate func goes(with payment: Payment.Status) -> Bool {
        switch self {
        case .placed, .shipped, .delivered: payment == .held
        case .completed: payment == .released
        case .cancelled: payment == .refunded
        }
    }

    fileprivate func goes(with shipment: Shipment.Status) -> Bool {
        switch self {
        case .placed: shipment == .pending || shipment == .packed
        case .shipped: shipment == .shipped
        case .delivered, .completed: shipment == .delivered
        case .cancelled: shipment == .cancelled
        }
    }
}
