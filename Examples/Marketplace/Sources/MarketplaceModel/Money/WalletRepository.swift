public import Entities

/// What accounts can spend.
public struct WalletRepository: Sendable {
    let market: Market

    /// What the account has at this moment, in cents.
    public func balance(of accountID: ULID) async throws -> Int? {
        try await Balance.get(regionID: market.regionID, ledgerID: Ledger.wallet(accountID).id).consistent()
            .run(on: market.db)?.amount
    }

    /// The balance and the latest entries, in one query.
    public func statement(of accountID: ULID, limit: Int = 20) async throws -> Marketplace.Ledger {
        try await Marketplace.ledger(regionID: market.regionID, ledgerID: Ledger.wallet(accountID).id).descending()
            .page(limit: limit + 1, on: market.db).records
    }

    /// What moved before that, the latest first.
    public func entries(
        of accountID: ULID, before transferID: ULID, limit: Int, from cursor: Cursor? = nil
    ) async throws -> Page<Entry> {
        try await Entry.statement(
            regionID: market.regionID, ledgerID: Ledger.wallet(accountID).id, transferID: ..<transferID
        ).descending().page(limit: limit, from: cursor, on: market.db)
    }

    /// All that moved with a transfer: its entries add up to zero.
    public func entries(of transferID: ULID) async throws -> [Entry] {
        try await Entry.ofTransfer(regionID: market.regionID, transferID: transferID).all(on: market.db)
    }

    /// All money that moved because of an order.
    public func entries(ofOrder orderID: ULID) async throws -> [Entry] {
        try await Entry.ofOrder(regionID: market.regionID, orderID: orderID).all(on: market.db)
    }

    /// Takes in money from an account's bank.
    /// - Parameters:
    ///   - cents: more than nothing.
    ///   - reference: the bank's. Banks may tell the same twice: it counts once.
    /// - Throws: `Refusal`, or `DynamoDBError`.
    public func deposit(_ cents: Int, to accountID: ULID, reference: ULID) async throws {
        guard cents > 0 else { throw Refusal.quantity }
        let transfer = Transfer(.deposit, id: reference, in: market.regionID)
            .moving(cents, from: .bank(accountID), to: .wallet(accountID))
        try await market.transact(
            "wallets.deposit",
            refusing: [
                "Entry.create": .alreadyDeposited, "Balance.patch": .noSuchAccount,
            ]
        ) {
            transfer.writes
        }
    }
}
