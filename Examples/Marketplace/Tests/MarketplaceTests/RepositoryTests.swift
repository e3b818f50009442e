import Entities
import MarketplaceModel
import Testing

@testable import marketplace

@Suite("Repositories")
struct RepositoryTests {
    @Test("an e-mail address is that of one account")
    func uniqueEmail() async throws {
        let market = try await Market()
        let account = try await market.openAccount(balance: 1)
        #expect(try await AccountRepository(market.db).account(email: account.email) == account)
        let error = await #expect(throws: DynamoDBError.self) { try await market.openAccount(balance: 2) }
        #expect(error?.code == .notUnique)
    }

    @Test("a price range of a category is what lies in it, the cheapest first")
    func priceRange() async throws {
        let market = try await Market(listings: 100)
        let wanted = market.dataSet.listings.filter { $0.category == "books" && (2000...5000).contains($0.price) }
        let found = try await ListingRepository(market.db).listings(in: "books", price: 2000...5000).items
        #expect(!found.isEmpty)
        #expect(found.map(\.price) == wanted.map(\.price).sorted())
        #expect(Set(found) == Set(wanted))
    }

    @Test("the newest listings come from all shards, and only those that are active")
    func newest() async throws {
        let market = try await Market()
        let listings = ListingRepository(market.db)
        let newest = try #require(market.dataSet.listings.last)
        try await listings.withdraw(newest)
        #expect(try await listings.newest(limit: 7) == market.dataSet.listings.dropLast().suffix(7).reversed())
    }

    @Test("what was delivered is reviewed once by its buyer, and shown on the listing's page")
    func review() async throws {
        let market = try await Market()
        let (orders, reviews) = (OrderRepository(market.db), ReviewRepository(market.db))
        let listing = try await market.offer(stock: 2)
        let basket = try Basket(listing)
        let order = try await Checkout(market.db).purchase(basket, by: try market.buyer().accountID).order
        await #expect(throws: ReviewRefusal.notDelivered) {
            try await reviews.review(listing.listingID, of: order, stars: 5)
        }
        let delivered = try await orders.deliver(try await orders.ship(order))
        #expect(try await orders.orders(from: order.sellerID, .delivered) == [delivered])
        let review = try await reviews.review(listing.listingID, of: delivered, stars: 5)
        await #expect(throws: ReviewRefusal.alreadyReviewed) {
            try await reviews.review(listing.listingID, of: delivered, stars: 1)
        }
        await #expect(throws: ReviewRefusal.notOrdered) {
            try await reviews.review(delivered.orderID, of: delivered, stars: 1)
        }
        let page = try await ListingRepository(market.db).page(of: listing.listingID)
        #expect(page.listings.map(\.stock) == [1])
        #expect(page.reviews == [review])
    }
}
