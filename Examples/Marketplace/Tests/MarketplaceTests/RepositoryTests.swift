import Entities
import Foundation
import MarketplaceModel
import Testing

@testable import marketplace

@Suite("Repositories")
struct RepositoryTests {
    @Test("an e-mail address is one account's of a region, and free again when it is given up")
    func email() async throws {
        let market = try await TestMarket()
        let (accounts, address) = (market.market.accounts, "ada@eu.example")
        var account = try await accounts.open(name: "Ada", email: address)
        #expect(try await accounts.account(email: address) == account)
        await #expect(throws: Refusal.emailTaken) { try await accounts.open(name: "Bob", email: address) }
        _ = try await Market(market.db, region: "us").accounts.open(name: "Ada", email: address)
        account = try await accounts.change(account, email: "lovelace@eu.example")
        _ = try await accounts.open(name: "Bob", email: address)
        await #expect(throws: Refusal.emailTaken) { try await accounts.change(account, email: address) }
        #expect(try await market.audit(.init(created: [.accounts: 3])).isEmpty)
    }

    @Test("a deposit that the bank tells twice counts once")
    func deposit() async throws {
        let market = try await TestMarket()
        let (wallets, accountID) = (market.market.wallets, try market.buyer().accountID)
        let before = try #require(try await wallets.balance(of: accountID))
        let reference = Generators.current.ulid()
        try await wallets.deposit(500, to: accountID, reference: reference)
        await #expect(throws: Refusal.alreadyDeposited) {
            try await wallets.deposit(500, to: accountID, reference: reference)
        }
        #expect(try await wallets.balance(of: accountID) == before + 500)
        #expect(try await wallets.entries(of: reference).map(\.amount).sorted() == [-500, 500])
        let statement = try await wallets.statement(of: accountID, limit: 1)
        #expect(statement.balances.map(\.amount) == [before + 500])
        #expect(statement.entries.map(\.transferID) == [reference])
        #expect(try await wallets.entries(of: accountID, before: reference, limit: 10).items.map(\.amount) == [before])
    }

    @Test("a category is what lies in a range of prices, the cheapest first, without what was withdrawn")
    func category() async throws {
        let market = try await TestMarket(listings: 200)
        let listings = market.market.listings
        let wanted = try market.population().listings.filter {
            $0.category == "books" && (2_000...15_000).contains($0.price)
        }.sorted { $0.price < $1.price }
        #expect(try await listings.listings(in: "books", price: 2_000...15_000, limit: 100).items == wanted)
        let first = try #require(wanted.first)
        try await listings.withdraw(first.listingID)
        await #expect(throws: Refusal.otherState) { try await listings.withdraw(first.listingID) }
        #expect(
            try await listings.listings(in: "books", price: 2_000...15_000, limit: 100).items
                == Array(wanted.dropFirst()))
    }

    @Test("the newest come from all shards")
    func newest() async throws {
        let market = try await TestMarket(listings: 100)
        let expected = try market.population().listings.sorted { $0.listingID > $1.listingID }.prefix(7)
        #expect(try await market.market.listings.newest(limit: 7).items == Array(expected))
    }

    @Test("all changes of a price by many at once are made, one after the other")
    func prices() async throws {
        let market = try await TestMarket()
        let listing = try await market.offer(1)
        let made = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    do {
                        try await market.market.listings.reprice(listing.listingID) { $0.price + 1 }
                        return 1
                    } catch Refusal.conflict {
                        return 0
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(try await market.market.listings.listing(listing.listingID)?.price == 1_000 + made)
        let changes = try await market.market.listings.changes(of: listing.listingID)
        #expect(changes.map(\.price) == (0...made).map { 1_000 + made - $0 })
    }

    @Test("messages are unread until they are read, once")
    func messages() async throws {
        let market = try await TestMarket()
        let (messages, me, you) = (
            market.market.messages, try market.buyer().accountID, try market.seller().accountID
        )
        for number in 0..<3 { try await messages.send("Message \(number)", from: me, to: you) }
        try await messages.send("Answer", from: you, to: me)
        #expect(try await messages.inbox(of: you, limit: 10).map(\.unread) == [3])
        #expect(try await messages.inbox(of: me, limit: 10).map(\.lastText) == ["Answer"])
        #expect(try await messages.thread(me, you, limit: 10).items.count == 4)
        #expect(try await messages.read(you, from: me) == 3)
        #expect(try await messages.read(you, from: me) == 0)
        #expect(try await messages.inbox(of: you, limit: 10).map(\.unread) == [0])
        #expect(try await market.audit(.init(created: [.messages: 4])).isEmpty)
    }

    @Test("an offer is told to those who look for it at that price")
    func searches() async throws {
        let market = try await TestMarket()
        let (searches, accountID) = (market.market.searches, try market.buyer().accountID)
        let enough = try await searches.save("kitchen", upTo: 1_000, for: accountID)
        let stingy = try await searches.save("kitchen", upTo: 999, for: accountID)
        let watching = try await searches.watching(try await market.offer(1), limit: 100)
        #expect(watching.contains(enough) && !watching.contains(stingy))
        try await searches.delete(stingy)
        #expect(try await searches.searches(of: accountID).contains(enough))
    }

    @Test("a courier comes for one order at a time")
    func pickups() async throws {
        let market = try await TestMarket()
        let (shipments, listing) = (market.market.shipments, try await market.offer(2))
        for _ in 0..<2 { _ = try await market.market.checkout.pay(try await market.reserve(1, of: listing)) }
        let pending = try await shipments.shipments(from: listing.sellerID, .pending, limit: 3)
        try #require(pending.count == 2)
        let held = try await shipments.hold(DataSet.end, for: pending[0])
        await #expect(throws: Refusal.slotTaken) { try await shipments.hold(DataSet.end, for: pending[1]) }
        try await shipments.pack(pending[0], pickup: held)
        await #expect(throws: Refusal.slotTaken) { try await shipments.hold(DataSet.end, for: pending[1]) }
        let next = try await shipments.hold(DataSet.end.addingTimeInterval(900), for: pending[0])
        await #expect(throws: Refusal.otherState) { try await shipments.pack(pending[0], pickup: next) }
        #expect(try await market.audit(.init(created: [.orders: 2, .listings: 1])).isEmpty)
    }

    @Test("a courier's time that nobody takes in time is another's")
    func heldPickups() async throws {
        let market = try await TestMarket()
        let (shipments, listing) = (market.market.shipments, try await market.offer(2))
        for _ in 0..<2 { _ = try await market.market.checkout.pay(try await market.reserve(1, of: listing)) }
        let pending = try await shipments.shipments(from: listing.sellerID, .pending, limit: 3)
        try #require(pending.count == 2)
        let late = try await shipments.hold(DataSet.end, for: pending[0], during: 60)
        let later = Generators.current.now().addingTimeInterval(61)
        try await Generators.$current.withValue(.fixed(now: later)) {
            let held = try await shipments.hold(DataSet.end, for: pending[1])
            await #expect(throws: Refusal.slotTaken) { try await shipments.pack(pending[0], pickup: late) }
            try await shipments.pack(pending[1], pickup: held)
        }
        #expect(try await market.audit(.init(created: [.orders: 2, .listings: 1])).isEmpty)
    }

    @Test("a day's sales are counted by region, and its orders found by the span of days that they are in")
    func days() async throws {
        let market = try await TestMarket(orders: 40)
        let orders = try await Marketplace.scan().all(on: market.db).compactMap { record -> Order? in
            if case .order(let order) = record, order.regionID == "eu" { order } else { nil }
        }.sorted { $0.placedAt > $1.placedAt }
        let days = Dictionary(grouping: orders) { DailySales.day(of: $0.placedAt) }
        for (day, orders) in days {
            let total = try await market.market.sales.total(on: day)
            #expect(total == (orders.count, orders.reduce(0) { $0 + $1.total }))
        }
        let start = DataSet.end.addingTimeInterval(-30 * 86_400)
        let found = try await market.market.orders.orders(during: start..<DataSet.end, limit: 100)
        #expect(found.items.map(\.orderID) == orders.filter { $0.placedAt >= start }.map(\.orderID))
        #expect(!found.items.isEmpty && found.items.count < orders.count)
    }

    @Test("a region's marketplace cannot reach another region's")
    func tenants() async throws {
        let market = try await TestMarket()
        let foreign = try #require(market.dataSet.populations.first { $0.regionID == "us" }?.listings.first)
        #expect(try await market.market.listings.listing(foreign.listingID) == nil)
        await #expect {
            try await Listing.get(foreign.key).run(on: market.market.db)
        } throws: { ($0 as? DynamoDBError)?.code == .outsideTenant }
    }

    @Test("a cart can be emptied")
    func carts() async throws {
        let market = try await TestMarket()
        let buyerID = try market.buyer().accountID
        for listing in try market.population().listings.prefix(5) {
            try await market.market.carts.put(1, of: listing, for: buyerID)
        }
        #expect(try await market.market.carts.lines(of: buyerID).count == 5)
        try await market.market.carts.empty(buyerID)
        #expect(try await market.market.carts.lines(of: buyerID).isEmpty)
    }
}
