import Entities
import MarketplaceModel
import Testing

@testable import marketplace

/// A small marketplace, the same each time.
struct Market {
    let db: Database
    let dataSet: DataSet

    init(listings: Int = 20, buyers: Int = 5, on executor: TestExecutor = .standard) async throws {
        db = try executor.database(Marketplace.table)
        dataSet = DataSet(listings: listings, buyers: buyers, seed: 7)
        try await db.createTables()
        try await dataSet.load(into: db)
    }

    func seller() throws -> Account { try #require(dataSet.sellers.first) }
    func buyer() throws -> Account { try #require(dataSet.buyers.first) }

    /// A listing at 10 euros, which is not part of the data set.
    func offer(stock: Int) async throws -> Listing {
        try await ListingRepository(db).offer(
            .init(sellerID: try seller().accountID, title: "Kettle", category: "kitchen", price: 1000, stock: stock))
    }

    func balance(of account: Account) async throws -> Int? {
        try await AccountRepository(db).account(account.accountID)?.balance
    }

    func current(_ listing: Listing) async throws -> Listing {
        try #require(try await ListingRepository(db).listing(listing.listingID))
    }

    /// An account that nobody else has.
    func openAccount(balance: Int, email: String = "new@example.com") async throws -> Account {
        try await AccountRepository(db).open(.init(kind: .buyer, name: "New", email: email, balance: balance))
    }
}
