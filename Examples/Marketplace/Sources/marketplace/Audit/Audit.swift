import Entities
import MarketplaceModel

/// Compares what is stored after a day with what was there before it and what was ordered.
///
/// Reads the whole table, and every partition of every access pattern. Nobody may trade meanwhile: the
/// reads are not of one moment.
struct Audit {
    let opening: DataSet
    private let accounts: [Account]
    private let listings: [Listing]
    private let orders: [Order]
    private let reviews: [Review]

    static func run(on db: Database, since opening: DataSet) async throws -> [Finding] {
        let audit = Audit(
            opening: opening,
            accounts: try await Account.scan().consistent().all(on: db),
            listings: try await Listing.scan().consistent().all(on: db),
            orders: try await Order.scan().consistent().all(on: db),
            reviews: try await Review.scan().consistent().all(on: db))
        return audit.money() + audit.stock() + audit.totals() + (try await audit.indexes(on: db))
    }

    /// Each balance is what it was, less what was bought, and what was sold on top: so no cent is lost or made.
    private func money() -> [Finding] {
        var expected: [ULID: Int] = [:]
        for account in opening.sellers + opening.buyers { expected[account.accountID] = account.balance }
        for order in orders {
            expected[order.buyerID, default: 0] -= order.total
            expected[order.sellerID, default: 0] += order.total
        }
        var findings = differences(
            .money, "the balance of account", expected,
            accounts.map { ($0.accountID, $0.balance) })
        let (before, after) = (total(opening.sellers + opening.buyers), total(accounts))
        if before != after {
            findings.append(Finding(check: .money, text: "there were \(before) cents, and are \(after)"))
        }
        for account in accounts where account.balance < 0 {
            findings.append(Finding(check: .money, text: "account \(account.accountID) owes \(-account.balance) cents"))
        }
        return findings
    }

    private func total(_ accounts: [Account]) -> Int { accounts.reduce(0) { $0 + $1.balance } }

    /// What is left of a listing is what was there, less what was ordered; what is for sale is not empty.
    private func stock() -> [Finding] {
        var expected = Dictionary(opening.listings.map { ($0.listingID, $0.stock) }) { first, _ in first }
        for line in orders.flatMap(\.lines) { expected[line.listingID, default: 0] -= line.quantity }
        var findings = differences(.stock, "the stock of listing", expected, listings.map { ($0.listingID, $0.stock) })
        for listing in listings where listing.status != .withdrawn {
            if listing.stock < 0 || (listing.status == .active) != (listing.stock > 0) {
                let text = "listing \(listing.listingID) is \(listing.status.rawValue) with a stock of \(listing.stock)"
                findings.append(Finding(check: .stock, text: text))
            }
        }
        return findings
    }

    private func totals() -> [Finding] {
        orders.compactMap { order in
            let sum = order.lines.reduce(0) { $0 + $1.price * $1.quantity }
            if sum == order.total { return nil }
            return Finding(
                check: .orders,
                text: "the lines of order \(order.orderID) are \(sum) cents, its total is \(order.total)")
        }
    }

    private func differences(
        _ check: Finding.Check, _ what: String, _ expected: [ULID: Int], _ actual: [(ULID, Int)]
    ) -> [Finding] {
        let actual = Dictionary(actual) { first, _ in first }
        return Set(expected.keys).union(actual.keys).sorted().compactMap { id in
            if expected[id] == actual[id] { return nil }
            let (found, wanted) = (actual[id].map(String.init) ?? "missing", expected[id].map(String.init) ?? "nothing")
            return Finding(check: check, text: "\(what) \(id) is \(found), and should be \(wanted)")
        }
    }
}

extension Audit {
    /// Every record is found, as it is stored, by each of its access patterns, and nothing else is.
    private func indexes(on db: Database) async throws -> [Finding] {
        let byID = try await db.batchGet(listings.map { Listing.get(listingID: $0.listingID) })
        var findings = compare("Listing.get", listings, byID.compactMap { $0 })

        let accountIDs = accounts.map(\.accountID)
        findings += compare(
            "Listing.bySeller", listings,
            try await gather(accountIDs) { try await Listing.bySeller(sellerID: $0).all(on: db) })
        findings += compare(
            "Listing.inCategory", listings,
            try await gather(Set((listings + opening.listings).map(\.category))) {
                try await Listing.inCategory(category: $0).all(on: db)
            })
        findings += compare(
            "Listing.active", listings.filter { $0.status == .active }, try await ListingRepository(db).active())
        findings += compare(
            "Account.byEmail", accounts,
            try await gather(accounts.map(\.email)) { try await Account.byEmail(email: $0).all(on: db) })
        findings += compare(
            "Order.byBuyer", orders,
            try await gather(accountIDs) { try await Order.byBuyer(buyerID: $0).all(on: db) })
        for status in Order.Status.allCases {
            findings += compare(
                "Order.bySeller, \(status)", orders.filter { $0.status == status },
                try await gather(accountIDs) { try await Order.bySeller(sellerID: $0, status: status).all(on: db) })
        }
        findings += compare(
            "Review.ofListing", reviews,
            try await gather(listings.map(\.listingID)) { try await Review.ofListing(listingID: $0).all(on: db) })
        return findings
    }

    /// All items of all partitions of an access pattern.
    private func gather<Partition, E>(
        _ partitions: some Collection<Partition>, _ query: (Partition) async throws -> [E]
    ) async throws -> [E] {
        var found: [E] = []
        for partition in partitions { found += try await query(partition) }
        return found
    }

    private func compare<E: Entity>(_ accessPattern: String, _ stored: [E], _ found: [E]) -> [Finding] {
        let (expected, seen) = (Set(stored), Set(found))
        var findings = expected.subtracting(seen).map { record in
            Finding(check: .indexes, text: "\(accessPattern) does not find \(record.key) as it is stored")
        }
        findings += seen.subtracting(expected).map { record in
            Finding(check: .indexes, text: "\(accessPattern) finds \(record.key) as it is not stored")
        }
        if found.count != seen.count {
            findings.append(Finding(check: .indexes, text: "\(accessPattern) finds a record twice"))
        }
        return findings
    }
}
