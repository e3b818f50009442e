import Entities
import Foundation
import MarketplaceModel

/// What was traded in a region before: orders in all states, and what they leave behind in wallets, stocks, days and reputations.
struct PastTrade {
    let population: Population
    var numbers: SeededNumbers
    private(set) var counts: [Kind: Int]
    var books = PastBooks()

    init(_ population: Population, _ numbers: SeededNumbers) {
        self.population = population
        self.numbers = numbers
        counts = [.accounts: population.accounts.count, .listings: population.listings.count]
    }

    /// Another order with all that belongs to it.
    mutating func order() -> [any BatchWrite] {
        guard let listing = numbers.popular(of: population.listings), let buyer = numbers.popular(of: population.buyers)
        else { return [] }
        let placedAt = Population.moment(before: DataSet.end, &numbers)
        let orderID = numbers.ulid(at: placedAt)
        let lines = lines(of: orderID, with: listing)
        let total = lines.reduce(0) { $0 + $1.price * $1.quantity }
        var order = Order(
            .init(
                regionID: population.regionID, orderID: orderID, buyerID: buyer.accountID, sellerID: listing.sellerID,
                total: total))
        (order.status, order.placedAt) = (status(), placedAt)
        counts[.orders, default: 0] += 1
        books.enter(order, lines)
        // Where nothing is yet, and no state to be moved from, whole records are written.
        return [Put(order), Put(payment(of: order)), Put(shipment(of: order))]
            + lines.map { OrderLine.put($0) } + slot(of: order) + transfers(of: order) + reviews(of: order)
            + messages(about: order)
    }

    private mutating func status() -> Order.Status {
        switch Int.random(in: 0..<100, using: &numbers) {
        case 0..<5: .placed
        case 5..<10: .shipped
        case 10..<15: .delivered
        case 15..<20: .cancelled
        default: .completed
        }
    }

    /// One to three of the seller's listings.
    private mutating func lines(of orderID: ULID, with listing: Listing) -> [OrderLine] {
        var listings = [listing.listingID: listing]
        for _ in 0..<Int.random(in: 0...2, using: &numbers) {
            guard let position = population.offers[listing.sellerID]?.randomElement(using: &numbers) else { break }
            let more = population.listings[position]
            listings[more.listingID] = more
        }
        return listings.values.sorted { $0.listingID < $1.listingID }.map { listing in
            OrderLine(
                .init(
                    regionID: population.regionID, orderID: orderID, listingID: listing.listingID,
                    title: listing.title, quantity: .random(in: 1...3, using: &numbers), price: listing.price))
        }
    }

    private func payment(of order: Order) -> Payment {
        let status: Payment.Status =
            switch order.status {
            case .completed: .released
            case .cancelled: .refunded
            case .placed, .shipped, .delivered: .held
            }
        var payment = Payment(
            .init(
                regionID: order.regionID, orderID: order.orderID, buyerID: order.buyerID, sellerID: order.sellerID,
                amount: order.total, fee: Checkout.fee(of: order.total)))
        payment.status = status
        return payment
    }

    private func shipment(of order: Order) -> Shipment {
        let status: Shipment.Status =
            switch order.status {
            case .placed: .pending
            case .shipped: .shipped
            case .delivered, .completed: .delivered
            case .cancelled: .cancelled
            }
        var shipment = Shipment(
            .init(
                regionID: order.regionID, orderID: order.orderID, sellerID: order.sellerID, buyerID: order.buyerID,
                pickupAt: books.pickupAt(order)))
        shipment.status = status
        return shipment
    }

    private func slot(of order: Order) -> [any BatchWrite] {
        guard let pickupAt = books.pickupAt(order) else { return [] }
        return [
            PickupSlot.put(
                .init(
                    regionID: order.regionID, sellerID: order.sellerID, startsAt: pickupAt, orderID: order.orderID))
        ]
    }

    private mutating func transfers(of order: Order) -> [any BatchWrite] {
        let (escrow, fee) = (Ledger.escrow(order.orderID), Checkout.fee(of: order.total))
        func transfer(_ reason: Entry.Reason) -> Transfer {
            Transfer(reason, id: numbers.ulid(at: order.placedAt), in: order.regionID, order: order.orderID)
        }
        var transfers = [transfer(.payment).moving(order.total, from: .wallet(order.buyerID), to: escrow)]
        switch order.status {
        case .completed:
            transfers.append(
                transfer(.payout).moving(order.total - fee, from: escrow, to: .wallet(order.sellerID))
                    .moving(fee, from: escrow, to: .fees(of: order.orderID)))
        case .cancelled:
            transfers.append(transfer(.refund).moving(order.total, from: escrow, to: .wallet(order.buyerID)))
        case .placed, .shipped, .delivered: break
        }
        return transfers.flatMap { book($0) }
    }

    /// The entries of a transfer, which count in the balances.
    mutating func book(_ transfer: Transfer) -> [any BatchWrite] {
        if transfer.reason == .deposit { counts[.deposits, default: 0] += 1 }
        let entries = transfer.entries
        for entry in entries { books.balances[entry.ledgerID, default: 0] += entry.amount }
        return entries.map { Entry.put($0) }
    }

    mutating func count(_ kind: Kind) { counts[kind, default: 0] += 1 }
}
