import Entities
import Foundation
import MarketplaceModel

/// Who trades and what is offered before the day begins: the same for the same seed, down to the identifiers.
struct DataSet {
    let sellers: [Account]
    let buyers: [Account]
    let listings: [Listing]

    private static let goods = [
        ("books", ["Atlas", "Cookbook", "Dictionary", "Novel"]), ("games", ["Chess set", "Dominoes", "Go board"]),
        ("garden", ["Rake", "Seed box", "Watering can"]), ("kitchen", ["Colander", "Kettle", "Whisk"]),
        ("music", ["Metronome", "Recorder", "Ukulele"]),
    ]

    /// - Parameters:
    ///   - listings: how many listings; there is a seller for each ten of them.
    ///   - buyers: how many buyers, with 50 to 2,000 euros each.
    init(listings: Int, buyers: Int, seed: UInt64) {
        let generators = Generators.fixed(now: Date(timeIntervalSince1970: 1_767_225_600), seed: seed)  // 2026-01-01
        self = Generators.$current.withValue(generators) {
            var numbers = SeededNumbers(seed: seed)
            let sellers = (0..<max(1, listings / 10)).map { number in
                Account(.init(kind: .seller, name: "Seller \(number)", email: "seller\(number)@example.com"))
            }
            let buyers = (0..<buyers).map { number in
                Account(
                    .init(
                        kind: .buyer, name: "Buyer \(number)", email: "buyer\(number)@example.com",
                        balance: .random(in: 5_000...200_000, using: &numbers)))
            }
            let offers = (0..<listings).compactMap { number -> Listing? in
                guard let (category, titles) = Self.goods.randomElement(using: &numbers),
                    let title = titles.randomElement(using: &numbers),
                    let seller = sellers.randomElement(using: &numbers)
                else { return nil }
                return Listing(
                    .init(
                        sellerID: seller.accountID, title: "\(title) no. \(number)", category: category,
                        price: .random(in: 100...9_999, using: &numbers), stock: .random(in: 1...12, using: &numbers)))
            }
            return DataSet(sellers: sellers, buyers: buyers, listings: offers)
        }
    }

    private init(sellers: [Account], buyers: [Account], listings: [Listing]) {
        (self.sellers, self.buyers, self.listings) = (sellers, buyers, listings)
    }

    /// Writes everything into an empty table.
    func load(into db: Database) async throws {
        // That an e-mail address is unique takes a transaction, which a batch is not: 50 accounts are 100 actions.
        let accounts = sellers + buyers
        for start in stride(from: 0, to: accounts.count, by: 50) {
            try await db.transact {
                for account in accounts[start..<min(start + 50, accounts.count)] { Create(account) }
            }
        }
        try await db.batchWrite(listings.map { Listing.put($0) })
    }
}
