public import Entities

/// Where money is. Each amount that moves leaves one ledger and enters another.
public enum Ledger: Hashable, Sendable {
    /// What an account can spend.
    case wallet(ULID)
    /// An account's bank, outside of the marketplace: below zero by what came from there.
    case bank(ULID)
    /// What is held for an order.
    case escrow(ULID)
    /// What the marketplace has earned. Several, since every payout adds to it, and one item would be too hot.
    case fees(Int)

    /// How many ledgers there are for the fees.
    public static let feeLedgers = 8

    /// Where the fee of an order goes.
    public static func fees(of orderID: ULID) -> Ledger { .fees(Int(orderID.randomness % UInt128(feeLedgers))) }

    /// What entries and balances call it.
    public var id: String {
        switch self {
        case .wallet(let accountID): "wallet-\(accountID)"
        case .bank(let accountID): "bank-\(accountID)"
        case .escrow(let orderID): "escrow-\(orderID)"
        case .fees(let number): "fees-\(number)"
        }
    }
}
