import Entities
import MarketplaceModel

// What anybody with an account does.
extension Actor {
    /// Two may want the same address at the same time: there are not many to choose from.
    mutating func openAccount(in market: Market) async throws {
        let name = "new\(Int.random(in: 0..<200, using: &numbers))"
        let account = try await creating(.accounts) {
            try await market.accounts.open(name: name, email: "\(name)@\(market.regionID).example")
        }
        try await deposit(5_000, to: account.accountID, in: market)
    }

    mutating func changeEmail(in market: Market) async throws {
        guard let known = buyer(),
            let account = try await market.accounts.profile(of: known.accountID).accounts.first
        else { return }
        // Half of these are somebody's.
        let address = "person\(Int.random(in: 0..<2 * population.accounts.count, using: &numbers))"
        try await market.accounts.change(account, email: "\(address)@\(market.regionID).example")
        _ = try await market.accounts.account(email: account.email)
    }

    mutating func deposit(in market: Market) async throws {
        guard let account = buyer() else { return }
        try await deposit(.random(in: 1_000...50_000, using: &numbers), to: account.accountID, in: market)
    }

    private mutating func deposit(_ cents: Int, to accountID: ULID, in market: Market) async throws {
        let reference = numbers.ulid(at: DataSet.end)
        try await creating(.deposits) {
            try await market.wallets.deposit(cents, to: accountID, reference: reference)
        }
        // Some banks say everything twice.
        if numbers.chance(20) {
            try await market.wallets.deposit(cents, to: accountID, reference: reference)
            tally.created[.deposits, default: 0] += 1
        }
    }

    mutating func readStatement(in market: Market) async throws {
        guard let account = buyer() else { return }
        _ = try await market.wallets.balance(of: account.accountID)
        if let entry = try await market.wallets.statement(of: account.accountID).entries.last {
            _ = try await market.wallets.entries(of: account.accountID, before: entry.transferID, limit: 20)
            _ = try await market.wallets.entries(of: entry.transferID)
        }
    }

    mutating func write(in market: Market) async throws {
        guard let buyer = buyer(), let seller = seller() else { return }
        let (sender, recipient) = numbers.chance(50) ? (buyer, seller) : (seller, buyer)
        _ = try await creating(.messages) {
            try await market.messages.send("Is it still there?", from: sender.accountID, to: recipient.accountID)
        }
    }

    mutating func read(in market: Market) async throws {
        guard let account = numbers.chance(70) ? seller() : buyer() else { return }
        let inbox = try await market.messages.inbox(of: account.accountID, limit: 10)
        guard let conversation = inbox.first(where: { $0.unread > 0 }) ?? inbox.first else { return }
        _ = try await market.messages.thread(account.accountID, conversation.otherID, limit: 20)
        try await market.messages.read(account.accountID, from: conversation.otherID)
    }
}
