import Entities
import Foundation
import MarketplaceModel

extension PastTrade {
    /// What is offered: each listing with its first revision and its stock, all or none of them.
    mutating func offers() -> [[any TransactionWrite]] {
        population.listings.map { listing in
            let sold = books.sold[listing.listingID, default: 0]
            let left = Int.random(in: 0...20, using: &numbers)
            let stock = Stock(
                .init(
                    regionID: listing.regionID, listingID: listing.listingID, sellerID: listing.sellerID,
                    available: left, sold: sold, supplied: sold + left))
            return [Create(listing), Create(stock)]
        }
    }

    /// What was sold in the region on each day.
    func totals() -> [[any TransactionWrite]] {
        Dictionary(grouping: books.days.values, by: \.day).sorted { $0.key < $1.key }.map { day, sales in
            let regionID = population.regionID
            return [
                RegionSales.orders(regionID: regionID, day: day).add(sales.reduce(0) { $0 + $1.orders }),
                RegionSales.turnover(regionID: regionID, day: day).add(sales.reduce(0) { $0 + $1.turnover }),
            ]
        }
    }

    /// What all orders together leave behind, and what there is besides.
    mutating func closing() -> [any BatchWrite] {
        let (deposits, searches) = (deposits(), searches())
        return deposits + balances() + reputations() + searches
            + books.days.values.sorted { ($0.day, $0.sellerID) < ($1.day, $1.sellerID) }.map { DailySales.put($0) }
            + books.conversations.values.sorted { ($0.ownerID, $0.otherID) < ($1.ownerID, $1.otherID) }
            .map { Conversation.put($0) }
    }

    /// Everybody has paid in what they have spent, and something more.
    private mutating func deposits() -> [any BatchWrite] {
        population.accounts.flatMap { account in
            let (wallet, more) = (Ledger.wallet(account.accountID), Int.random(in: 10_000...200_000, using: &numbers))
            let spent = max(0, -books.balances[wallet.id, default: 0])
            let id = numbers.ulid(at: DataSet.end.addingTimeInterval(-91 * 86_400))
            return book(
                Transfer(.deposit, id: id, in: population.regionID)
                    .moving(spent + more, from: .bank(account.accountID), to: wallet))
        }
    }

    private func balances() -> [any BatchWrite] {
        let fees = (0..<Ledger.feeLedgers).map { Ledger.fees($0) }
        return (population.accounts.map { .wallet($0.accountID) } + fees).map { ledger in
            Balance.put(
                .init(regionID: population.regionID, ledgerID: ledger.id, amount: books.balances[ledger.id, default: 0])
            )
        }
    }

    private func reputations() -> [any BatchWrite] {
        population.accounts.map { account in
            var reputation = Reputation(.init(regionID: population.regionID, accountID: account.accountID))
            (reputation.reviews, reputation.stars) = books.reputations[account.accountID] ?? (0, 0)
            return Reputation.put(reputation)
        }
    }

    /// Every fifth account looks for something.
    private mutating func searches() -> [any BatchWrite] {
        population.buyers.enumerated().filter { $0.offset.isMultiple(of: 5) }.map { number, account in
            count(.searches)
            return SavedSearch.put(
                .init(
                    regionID: population.regionID, accountID: account.accountID,
                    searchID: numbers.ulid(at: account.createdAt),
                    category: Goods.categories[number % Goods.categories.count],
                    maximumPrice: .random(in: 500...20_000, using: &numbers)))
        }
    }
}
