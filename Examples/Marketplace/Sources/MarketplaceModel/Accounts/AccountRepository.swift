public import Entities

/// Who buys and sells.
public struct AccountRepository: Sendable {
    let market: Market

    /// Opens an account, with an empty wallet.
    /// - Throws: `Refusal.emailTaken`, or `DynamoDBError`.
    public func open(name: String, email: String) async throws -> Account {
        let creation = Account.create(.init(regionID: market.regionID, name: name, email: email))
        try await market.transact("accounts.open", refusing: ["Account.email": .emailTaken]) {
            Self.opening(creation)
        }
        return creation.record
    }

    /// An account is three items: what others say of it changes with every review, its balance with every payment.
    public static func opening(_ creation: Create<Account>) -> [any TransactionWrite] {
        let account = creation.record
        return [
            creation,
            Reputation.create(.init(regionID: account.regionID, accountID: account.accountID)),
            Balance.create(.init(regionID: account.regionID, ledgerID: Ledger.wallet(account.accountID).id)),
        ]
    }

    public func account(email: String) async throws -> Account? {
        try await Account.byEmail(regionID: market.regionID, email: email).first(on: market.db)
    }

    /// The account and its reputation, in one query.
    public func profile(of accountID: ULID) async throws -> Marketplace.Profile {
        try await Marketplace.profile(regionID: market.regionID, accountID: accountID).all(on: market.db)
    }

    /// Changes the e-mail address: the old one is free, the new one taken, in the same moment.
    /// - Throws: `Refusal`, or `DynamoDBError`.
    @discardableResult
    public func change(_ account: Account, email: String) async throws -> Account {
        try await market.transact(
            "accounts.change", refusing: ["Account.email": .emailTaken, "Account.patch": .conflict]
        ) {
            account.patch { $0.set(email: email, replacing: account.email) }
        }
        var changed = account
        changed.email = email
        return changed
    }
}
