import Entities
import Foundation
import MarketplaceModel
import Testing

@testable import marketplace

@Suite("A checkout")
struct CheckoutTests {
    @Test("reserves, and then sells what is paid: all at once", arguments: TestExecutor.all)
    func purchase(executor: TestExecutor) async throws {
        let market = try await TestMarket(on: executor)
        let (buyer, seller) = (try market.buyer(), try market.seller())
        let listing = try await market.offer(3)
        let before = try #require(try await market.market.wallets.balance(of: buyer.accountID))

        let reservation = try await market.reserve(2, of: listing)
        #expect(try await market.goods(listing) == [1, 2, 0])
        let order = try await market.market.checkout.pay(reservation)

        #expect(try await market.goods(listing) == [1, 0, 2])
        #expect(order.total == 2_000)
        #expect(try await market.market.wallets.balance(of: buyer.accountID) == before - 2_000)
        let file = try await market.market.orders.file(of: order.orderID)
        #expect(file.orderLines.map(\.quantity) == [2])
        #expect(file.payments.map(\.status) == [.held])
        #expect(file.shipments.map(\.status) == [.pending])
        #expect(try await market.market.carts.lines(of: buyer.accountID).isEmpty)
        let entries = try await market.market.wallets.entries(ofOrder: order.orderID)
        #expect(
            Dictionary(uniqueKeysWithValues: entries.map { ($0.ledgerID, $0.amount) }) == [
                Ledger.wallet(buyer.accountID).id: -2_000, Ledger.escrow(order.orderID).id: 2_000,
            ])
        let today = DailySales.day(of: order.placedAt)
        #expect(try await market.market.sales.days(of: seller.accountID, beginningWith: today).map(\.goods) == [2])
        #expect(try await market.audit(.init(created: [.orders: 1, .listings: 1])).isEmpty)
    }

    @Test("pays the seller when the buyer has got the goods, less the fee")
    func escrow() async throws {
        let market = try await TestMarket()
        let (wallets, shipments) = (market.market.wallets, market.market.shipments)
        let before = try #require(try await wallets.balance(of: try market.seller().accountID))
        let order = try await market.market.checkout.pay(
            try await market.reserve(1, of: try await market.offer(1)))
        await #expect(throws: Refusal.otherState) { try await market.market.orders.complete(order.orderID) }
        let shipment = try #require(
            try await shipments.shipments(from: order.sellerID, .pending, limit: 1).first)
        await #expect(throws: Refusal.otherState) { try await shipments.ship(order.orderID) }
        try await market.pack(shipment)
        try await shipments.ship(order.orderID)
        await #expect(throws: Refusal.otherState) { try await market.market.orders.cancel(order.orderID) }
        try await shipments.deliver(order.orderID)
        #expect(try await wallets.balance(of: order.sellerID) == before)
        try await market.market.orders.complete(order.orderID)
        #expect(try await wallets.balance(of: order.sellerID) == before + 950)
        await #expect(throws: Refusal.otherState) { try await market.market.orders.complete(order.orderID) }
        #expect(try await market.audit(.init(created: [.orders: 1, .listings: 1])).isEmpty)
    }

    @Test("that is cancelled gives everything back, the courier's time as well")
    func cancel() async throws {
        let market = try await TestMarket()
        let listing = try await market.offer(2)
        let before = try await market.market.wallets.balance(of: try market.buyer().accountID)
        let order = try await market.market.checkout.pay(try await market.reserve(2, of: listing))
        let shipment = try #require(try await market.market.orders.file(of: order.orderID).shipments.first)
        try await market.pack(shipment)
        try await market.market.orders.cancel(order.orderID)
        #expect(try await market.goods(listing) == [2, 0, 0])
        #expect(try await market.market.wallets.balance(of: order.buyerID) == before)
        #expect(try await market.market.shipments.pickups(of: order.sellerID, from: DataSet.end).isEmpty)
        #expect(try await market.audit(.init(created: [.orders: 1, .listings: 1])).isEmpty)
    }

    @Test("whose time is over cannot be paid, and a sweep gives its goods back, once")
    func sweep() async throws {
        let market = try await TestMarket()
        let listing = try await market.offer(2)
        let reservation = try await market.reserve(2, of: listing)
        let checkout = market.market.checkout
        let later = reservation.endsAt.addingTimeInterval(1)
        await Generators.$current.withValue(.fixed(now: later)) {
            await #expect(throws: Refusal.reservationOver) { try await checkout.pay(reservation) }
        }
        #expect(try await checkout.sweep(endedBefore: reservation.endsAt) == 0)
        #expect(try await checkout.sweep(endedBefore: later) == 1)
        #expect(try await checkout.sweep(endedBefore: later) == 0)
        await #expect(throws: Refusal.reservationOver) { try await checkout.release(reservation) }
        #expect(try await market.goods(listing) == [2, 0, 0])
    }

    @Test("is refused when the offer is not what the buyer saw, or cannot be paid")
    func refusals() async throws {
        let market = try await TestMarket()
        let listing = try await market.offer(100)
        let line = try await market.market.carts.put(1, of: listing, for: try market.buyer().accountID)
        let rich = try await market.reserve(100, of: listing, buyer: try market.buyer(1))
        await #expect(throws: Refusal.soldOut) { try await market.market.checkout.reserve([line]) }
        let balance = try #require(try await market.market.wallets.balance(of: rich.buyerID))
        if balance < rich.total {
            await #expect(throws: Refusal.balanceTooLow) { try await market.market.checkout.pay(rich) }
        }
        try await market.market.checkout.release(rich)
        try await market.market.listings.reprice(listing.listingID) { $0.price + 1 }
        await #expect(throws: Refusal.offerChanged) { try await market.market.checkout.reserve([line]) }
        await #expect(throws: Refusal.ownListing) {
            try await market.market.carts.put(1, of: listing, for: listing.sellerID)
        }
    }

    @Test("is paid once, and every repeat is told of the same order", arguments: TestExecutor.all)
    func repeats(executor: TestExecutor) async throws {
        let market = try await TestMarket(on: executor)
        let listing = try await market.offer(3)
        let reservation = try await market.reserve(2, of: listing)
        let orders = try await withThrowingTaskGroup(of: Order.self) { group in
            for _ in 0..<10 { group.addTask { try await market.market.checkout.pay(reservation) } }
            return try await group.reduce(into: Set<Order>()) { $0.insert($1) }
        }
        #expect(orders.count == 1)
        #expect(try await market.goods(listing) == [1, 0, 2])
        #expect(try await market.audit(.init(created: [.orders: 1, .listings: 1])).isEmpty)
    }

    @Test("of the same few goods succeeds as often as there are goods, however many want them", arguments: [1, 7, 40])
    func contention(quantity: Int) async throws {
        let market = try await TestMarket()
        let listing = try await market.offer(quantity)
        let buyers = try market.population().buyers
        let reserved = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<50 {
                group.addTask {
                    do {
                        _ = try await market.reserve(1, of: listing, buyer: buyers[number % buyers.count])
                        return true
                    } catch Refusal.soldOut {
                        return false
                    }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(reserved == quantity)
        #expect(try await market.goods(listing) == [0, quantity, 0])
    }
}
