import Entities
import MarketplaceModel

/// A day on the marketplace: all buyers shop at once while sellers change prices; then orders are sent, and reviewed.
struct TradingDay {
    let db: Database
    let dataSet: DataSet
    let seed: UInt64

    /// Everybody buys at the same time. What is refused is counted; an error is thrown.
    func trade() async throws -> Tally {
        try await withThrowingTaskGroup(of: Tally.self) { group in
            for (number, buyer) in dataSet.buyers.enumerated() {
                group.addTask { try await shop(as: buyer, numbers(number)) }
            }
            for seller in dataSet.sellers {
                group.addTask { try await reprice(of: seller) }
            }
            return try await group.reduce(into: Tally()) { $0 += $1 }
        }
    }

    /// All orders are sent, every other one arrives, and whoever got something says what it is like.
    func fulfil() async throws -> Tally {
        try await withThrowingTaskGroup(of: Tally.self) { group in
            for (number, seller) in dataSet.sellers.enumerated() {
                group.addTask { try await fulfil(ordersFrom: seller, numbers(dataSet.buyers.count + number)) }
            }
            return try await group.reduce(into: Tally()) { $0 += $1 }
        }
    }

    /// Each task has numbers of its own, so that its choices do not depend on the others' pace.
    private func numbers(_ task: Int) -> SeededNumbers {
        var seeds = SeededNumbers(seed: seed ^ UInt64(task))
        return SeededNumbers(seed: seeds.next())
    }

    /// Looks at what a category has, and buys from that: what the buyer has seen ages while others buy.
    private func shop(as buyer: Account, _ numbers: SeededNumbers) async throws -> Tally {
        var (numbers, tally) = (numbers, Tally())
        guard let category = dataSet.listings.randomElement(using: &numbers)?.category else { return tally }
        let least = Int.random(in: 0...9_000, using: &numbers)
        let window = try await ListingRepository(db).listings(in: category, price: least..., limit: 50).items
        for _ in 0..<8 {
            guard let listing = window.randomElement(using: &numbers) else { break }
            do {
                var basket = try Basket(listing, quantity: .random(in: 1...3, using: &numbers))
                if Bool.random(using: &numbers), let more = window.last(where: { $0.sellerID == basket.sellerID }) {
                    try basket.add(more)
                }
                tally.count(try await Checkout(db).purchase(basket, by: buyer.accountID))
            } catch let refusal as PurchaseRefusal {
                tally.refusals[refusal, default: 0] += 1
            }
            // A database in the process never keeps anybody waiting, so the others would not get their turn.
            await Task.yield()
        }
        return tally
    }

    /// Every fifth listing becomes dearer.
    private func reprice(of seller: Account) async throws -> Tally {
        let listings = ListingRepository(db)
        for (number, listing) in try await listings.listings(of: seller.accountID).enumerated() where number % 5 == 0 {
            try await listings.reprice(listing, to: listing.price + listing.price / 10 + 1)
        }
        return Tally()
    }

    private func fulfil(ordersFrom seller: Account, _ numbers: SeededNumbers) async throws -> Tally {
        var (numbers, tally) = (numbers, Tally())
        let orders = OrderRepository(db)
        for (number, order) in try await orders.orders(from: seller.accountID, .open).enumerated() {
            let shipped = try await orders.ship(order)
            guard number % 2 == 0 else { continue }
            let delivered = try await orders.deliver(shipped)
            tally.deliveries += 1
            for line in delivered.lines {
                do {
                    let stars = Int.random(in: 1...5, using: &numbers)
                    _ = try await ReviewRepository(db).review(line.listingID, of: delivered, stars: stars)
                    tally.reviews += 1
                } catch let refusal as ReviewRefusal {
                    tally.reviewRefusals[refusal, default: 0] += 1
                }
            }
        }
        return tally
    }
}
