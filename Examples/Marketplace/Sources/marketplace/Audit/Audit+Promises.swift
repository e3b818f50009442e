import MarketplaceModel

extension Audit {
    /// What somebody was told is done is there, and not twice, although answers were lost and requests repeated.
    func promises(_ opening: [Kind: Int], _ tally: Tally) -> [Finding] {
        let surprises = tally.surprises.map { Finding(.surprises, $0) }
        let paid = contents.orders.count - opening[.orders, default: 0]
        let memory =
            contents.remembered == paid
            ? [] : [Finding(.promises, "\(paid) orders were paid, and \(contents.remembered) payments are remembered")]
        return surprises + memory
            + Kind.allCases.compactMap { kind in
                let promised = opening[kind, default: 0] + tally.created[kind, default: 0]
                let (found, unknown) = (count(of: kind), tally.unknown[kind, default: 0])
                if (promised...promised + unknown).contains(found) { return nil }
                let doubt = unknown > 0 ? " (or up to \(unknown) more)" : ""
                return Finding(.promises, "there are \(found) \(kind.rawValue), and should be \(promised)\(doubt)")
            }
    }

    private func count(of kind: Kind) -> Int {
        switch kind {
        case .accounts: contents.accounts.count
        case .listings: contents.listings.count
        case .changes: contents.revisions.count - contents.listings.count
        case .orders: contents.orders.count
        case .deposits: Set(contents.entries.filter { $0.reason == .deposit }.map(\.transferID)).count
        case .reviews: contents.reviews.count
        case .messages: contents.messages.count
        case .searches: contents.savedSearches.count
        }
    }

    /// Each account has claimed its e-mail address, within its region, and there is no other claim.
    func claims() -> [Finding] {
        let expected = contents.accounts.map { account -> String in
            let key: KeyText = "REGION#\(account.regionID)#UNIQUE#Account#email#\(account.email)"
            return key.text
        }
        let counts = Dictionary(expected.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.filter { $0.value > 1 }.map { Finding(.claims, "\($0.value) accounts have \($0.key)") }
            + contents.claims.subtracting(counts.keys).map { Finding(.claims, "no account has \($0)") }
            + Set(counts.keys).subtracting(contents.claims).map { Finding(.claims, "\($0) is not claimed") }
    }

    /// Nobody has to do with an account of another region.
    func regions() -> [Finding] {
        let homes = Dictionary(first: contents.accounts.map { ($0.accountID, $0.regionID) })
        func strangers(_ what: String, _ regionID: String, _ accounts: [ULID]) -> [Finding] {
            accounts.filter { homes[$0] != regionID }.map {
                Finding(.regions, "\(what) in \(regionID) has account \($0) of \(homes[$0] ?? "nowhere")")
            }
        }
        return contents.orders.flatMap { strangers("order \($0.orderID)", $0.regionID, [$0.buyerID, $0.sellerID]) }
            + contents.messages.flatMap {
                strangers("message \($0.messageID)", $0.regionID, [$0.senderID, $0.recipientID])
            }
            + contents.listings.flatMap { strangers("listing \($0.listingID)", $0.regionID, [$0.sellerID]) }
    }
}
