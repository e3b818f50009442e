import Entities
import InMemoryDynamoDB
import MarketplaceModel
import Testing

@testable import marketplace

@Suite("The audit")
struct AuditTests {
    @Test("has nothing to say of the data set", arguments: TestExecutor.all)
    func dataSet(executor: TestExecutor) async throws {
        let market = try await TestMarket(orders: 20, on: executor)
        #expect(try await market.audit().isEmpty)
    }

    @Test("names an index that does not follow its items", .enabled(if: !TestExecutor.usesServer))
    func indexes() async throws {
        var options = InMemoryDynamoDB.Options()
        options.consistency = .eventual(lag: 3_600)
        let lagging = InMemoryDynamoDB(options: options)
        let market = try await TestMarket { _ in lagging }
        #expect(try await market.audit() == [.indexes])
    }

    @Test("names an attribute that was changed without the keys that it is part of")
    func keys() async throws {
        let market = try await TestMarket()
        let search = try await market.market.searches.save("books", upTo: 500, for: try market.buyer().accountID)
        let price = UpdateExpression(set: [.init(AttributePath("maximumPrice"), .operand(.value(1)))])
        try await Patch<SavedSearch>(search.key, [Change(update: price)]).run(on: market.db)
        #expect(try await market.audit(.init(created: [.searches: 1])) == [.keys])
    }

    @Test("names what disappears after it was promised")
    func promises() async throws {
        let market = try await TestMarket()
        let (sender, recipient) = (try market.buyer().accountID, try market.seller().accountID)
        let message = try await market.market.messages.send("Hello?", from: sender, to: recipient)
        var tally = Tally()
        tally.created[.messages] = 1
        #expect(try await market.audit(tally).isEmpty)
        try await Message.remove(message.key).run(on: market.db)
        #expect(try await market.audit(tally) == [.promises, .unread])
    }

    @Test("names who speaks for the other side of an order")
    func reviews() async throws {
        let market = try await TestMarket(orders: 30)
        let reviews = try await Marketplace.scan().all(on: market.db).compactMap { record in
            if case .review(let review) = record { review } else { nil }
        }
        let review = try #require(reviews.first { $0.side == .buyer })
        let other = Review.put(
            .init(
                regionID: review.regionID, orderID: review.orderID, side: .seller, authorID: review.authorID,
                subjectID: review.subjectID, stars: 5))
        try await other.run(on: market.db)
        #expect(try await market.audit().contains(.reviews))
    }

    @Test("names a ledger that gained what no other lost")
    func money() async throws {
        let market = try await TestMarket()
        let ledgerID = Ledger.wallet(try market.buyer().accountID).id
        try await Balance.patch(regionID: "eu", ledgerID: ledgerID) { $0.amount.add(1) }.run(on: market.db)
        #expect(try await market.audit() == [.money])
    }

    @Test("names a claim without its account, and an account of another region")
    func strangers() async throws {
        let market = try await TestMarket()
        let account = try market.buyer(1)
        let address = try #require(try market.population().accounts.first).accountID
        // Past the library: the claim stays where the account's item goes.
        let request = DeleteItemRequest(tableName: Marketplace.table.name, key: try EncodedItem(account.key))
        guard !TestExecutor.usesServer else { return }
        _ = try await market.db.executor.execute(WriteItemOperation<EncodedItem>(request))
        let foreign = try await Market(market.db, region: "us").listings.offer(
            "Kettle", in: "kitchen", price: 1_000, quantity: 1, by: address)
        let findings = try await market.audit()
        #expect(findings.isSuperset(of: [.claims, .regions, .promises]))
        #expect(foreign.regionID == "us")
    }
}
