import Entities
import Foundation
import MarketplaceModel

/// The marketplace before the trading begins: the same for the same seed, down to the identifiers.
struct DataSet {
    /// The tenants.
    static let regions = ["br", "eu", "jp", "us"]
    /// All of it was made before: 2026-01-01.
    static let end = Date(timeIntervalSince1970: 1_767_225_600)

    let populations: [Population]
    /// How many orders there are in each region.
    private let orders: [Int]
    private let seed: UInt64

    init(listings: Int, orders: Int, seed: UInt64) {
        self.seed = seed
        let regions = Self.regions
        populations = regions.indices.map { region in
            var numbers = SeededNumbers(seed: seed &* 31 &+ UInt64(region))
            return Population(
                regions[region], listings: Self.share(region, of: listings), before: Self.end, &numbers)
        }
        self.orders = regions.indices.map { Self.share($0, of: orders) }
    }

    private static func share(_ region: Int, of whole: Int) -> Int {
        whole / regions.count + (region < whole % regions.count ? 1 : 0)
    }

    /// Writes everything into an empty table, all regions at the same time.
    /// - Returns: how many of each kind there are.
    func load(into db: Database) async throws -> [Kind: Int] {
        try await withThrowingTaskGroup(of: [Kind: Int].self) { group in
            for (region, population) in populations.enumerated() {
                group.addTask { try await load(population, orders: orders[region], seed &* 37 &+ UInt64(region), db) }
            }
            return try await group.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        }
    }

    private func load(
        _ population: Population, orders: Int, _ seed: UInt64, _ db: Database
    ) async throws -> [Kind: Int] {
        // That an e-mail address is unique takes a transaction, which a batch is not: 50 accounts are 100 actions.
        for accounts in population.accounts.chunks(of: 50) {
            try await db.transact { accounts.map { Create($0) } }
        }
        var trade = PastTrade(population, SeededNumbers(seed: seed))
        var rest = orders
        while rest > 0 {
            let count = min(rest, 250)
            try await db.batchWrite((0..<count).flatMap { _ in trade.order() }, concurrency: 4)
            rest -= count
        }
        // A listing is three actions, with its revision and its stock; a total two.
        for offers in trade.offers().chunks(of: 33) { try await db.transact(offers.flatMap { $0 }) }
        for totals in trade.totals().chunks(of: 50) { try await db.transact(totals.flatMap { $0 }) }
        for writes in trade.closing().chunks(of: 5_000) { try await db.batchWrite(Array(writes), concurrency: 4) }
        return trade.counts
    }
}

extension Array {
    fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
