import Entities
import MarketplaceModel
import Testing

@testable import marketplace

@Suite("A purchase")
struct PurchaseTests {
    @Test("creates the order, takes the goods and moves the money, all at once", arguments: TestExecutor.all)
    func purchase(executor: TestExecutor) async throws {
        let market = try await Market(on: executor)
        let (buyer, seller) = (try market.buyer(), try market.seller())
        let listing = try await market.offer(stock: 3)

        let receipt = try await Checkout(market.db).purchase(Basket(listing, quantity: 2), by: buyer.accountID)

        #expect(receipt.conflicts == 0)
        #expect(receipt.order.total == 2000)
        #expect(receipt.order.lines.map(\.quantity) == [2])
        #expect(try await OrderRepository(market.db).orders(of: buyer.accountID).items == [receipt.order])
        #expect(try await OrderRepository(market.db).orders(from: seller.accountID, .open) == [receipt.order])
        #expect(try await market.balance(of: buyer) == buyer.balance - 2000)
        #expect(try await market.balance(of: seller) == seller.balance + 2000)
        #expect(try await market.current(listing).stock == 1)
    }

    @Test("of the last one makes the listing sold out, and what is sold out is refused")
    func soldOut() async throws {
        let market = try await Market()
        let buyer = try market.buyer()
        let listing = try await market.offer(stock: 1)
        _ = try await Checkout(market.db).purchase(Basket(listing), by: buyer.accountID)

        let current = try await market.current(listing)
        #expect((current.stock, current.status) == (0, .soldOut))
        #expect(try await !ListingRepository(market.db).active().contains(current))
        await #expect(throws: PurchaseRefusal.soldOut) {
            try await Checkout(market.db).purchase(Basket(listing), by: buyer.accountID)
        }
        #expect(try await market.balance(of: buyer) == buyer.balance - 1000)
    }

    @Test("is refused to who cannot pay, and nothing is changed")
    func balanceTooLow() async throws {
        let market = try await Market()
        let poor = try await market.openAccount(balance: 999)
        let listing = try await market.offer(stock: 1)
        await #expect(throws: PurchaseRefusal.balanceTooLow) {
            try await Checkout(market.db).purchase(Basket(listing), by: poor.accountID)
        }
        #expect(try await market.balance(of: poor) == 999)
        #expect(try await market.current(listing) == listing)
        #expect(try await OrderRepository(market.db).orders(of: poor.accountID).items.isEmpty)
    }

    @Test("is refused when the listing is not any more what the buyer saw")
    func changedListing() async throws {
        let market = try await Market()
        let (buyer, listings) = (try market.buyer(), ListingRepository(market.db))
        let listing = try await market.offer(stock: 5)
        let dearer = try await listings.reprice(listing, to: 1001)
        await #expect(throws: PurchaseRefusal.priceChanged) {
            try await Checkout(market.db).purchase(Basket(listing), by: buyer.accountID)
        }
        try await listings.withdraw(dearer)
        await #expect(throws: PurchaseRefusal.withdrawn) {
            try await Checkout(market.db).purchase(Basket(dearer), by: buyer.accountID)
        }
        await #expect(throws: PurchaseRefusal.noSuchAccount) {
            try await Checkout(market.db).purchase(Basket(dearer), by: dearer.listingID)
        }
    }

    @Test("that would have left some, and now takes the last, is tried again with the stock that there is")
    func staleStock() async throws {
        let market = try await Market()
        let buyer = try market.buyer()
        let listing = try await market.offer(stock: 2)
        _ = try await Checkout(market.db).purchase(Basket(listing), by: buyer.accountID)
        let receipt = try await Checkout(market.db).purchase(Basket(listing), by: buyer.accountID)
        #expect(receipt.conflicts == 1)
        #expect(try await market.current(listing).status == .soldOut)
    }

    @Test(
        "of a listing with a stock of k succeeds exactly k times, however many want it at once", arguments: [1, 7, 40])
    func contention(stock: Int) async throws {
        let market = try await Market(listings: 1, buyers: 50)
        let listing = try await market.offer(stock: stock)
        let outcomes = try await withThrowingTaskGroup(of: PurchaseRefusal?.self) { group in
            for buyer in market.dataSet.buyers {
                group.addTask {
                    do {
                        _ = try await Checkout(market.db).purchase(Basket(listing), by: buyer.accountID)
                        return nil
                    } catch let refusal as PurchaseRefusal {
                        return refusal
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == nil } == stock)
        #expect(outcomes.count { $0 == .soldOut } == 50 - stock)
        #expect(try await market.current(listing).stock == 0)
        #expect(try await market.balance(of: try market.seller()) == stock * 1000)
    }
}

@Suite("A basket")
struct BasketTests {
    @Test("holds a listing once, of one seller, and no more than an order may")
    func limits() async throws {
        let market = try await Market()
        let listing = try await market.offer(stock: 5)
        var basket = try Basket(listing, quantity: 999)
        try basket.add(listing)
        #expect(basket.items.map(\.quantity) == [1000])
        #expect(basket.total == 1_000_000)
        #expect(throws: PurchaseRefusal.quantity) { try basket.add(listing) }
        #expect(throws: PurchaseRefusal.quantity) { try Basket(listing, quantity: 0) }
        #expect(throws: PurchaseRefusal.quantity) { try Basket(listing, quantity: .max) }
        var foreign = listing
        foreign.sellerID = try market.buyer().accountID
        #expect(throws: PurchaseRefusal.severalSellers) { try basket.add(foreign) }
    }
}
