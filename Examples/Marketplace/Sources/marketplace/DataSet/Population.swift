import Entities
import Foundation
import MarketplaceModel

/// Who trades in a region and what is offered there, before anything is bought.
struct Population {
    let regionID: String
    let sellers: [Account]
    let buyers: [Account]
    let listings: [Listing]
    /// The listings of each seller, by their positions.
    let offers: [ULID: [Int]]

    var accounts: [Account] { sellers + buyers }

    /// - Parameters:
    ///   - listings: how many listings; for each ten of them there is an account, and every fifth account sells.
    ///   - end: the moment before which all was made, within 90 days.
    init(_ regionID: String, listings count: Int, before end: Date, _ numbers: inout SeededNumbers) {
        self.regionID = regionID
        let people = max(10, count / 10)
        let accounts = (0..<people).map { number in
            let date = Self.moment(before: end, &numbers)
            var account = Account(
                .init(
                    regionID: regionID, accountID: numbers.ulid(at: date), name: "Person \(number)",
                    email: "person\(number)@\(regionID).example"))
            account.createdAt = date
            return account
        }
        let sellers = Array(accounts.prefix(people / 5))
        listings = (0..<count).map { number in
            let date = Self.moment(before: end, &numbers)
            let category = Goods.categories[number % Goods.categories.count]
            var listing = Listing(
                .init(
                    regionID: regionID, listingID: numbers.ulid(at: date),
                    sellerID: sellers[number % sellers.count].accountID, title: Goods.title(of: category, number),
                    category: category, price: .random(in: 100...20_000, using: &numbers)))
            listing.createdAt = date
            return listing
        }
        self.sellers = sellers
        buyers = Array(accounts.dropFirst(people / 5))
        offers = Dictionary(grouping: listings.indices) { [listings] in listings[$0].sellerID }
    }

    /// A moment of the 90 days before.
    static func moment(before end: Date, _ numbers: inout SeededNumbers) -> Date {
        end.addingTimeInterval(-Double(Int.random(in: 1...90 * 86_400, using: &numbers)))
    }
}
