public import Entities

/// Money that moves, by double entry: what leaves a ledger enters another one, so that all entries add up to zero.
///
/// ```swift
/// Transfer(.payment, in: "eu", order: order.orderID).moving(1_000, from: .wallet(buyer), to: .escrow(order.orderID))
/// ```
public struct Transfer: Hashable, Sendable {
    public let reason: Entry.Reason
    public let transferID: ULID
    public let regionID: String
    public let orderID: ULID?
    /// In cents, below zero for what leaves the ledger.
    private(set) var amounts: [Ledger: Int] = [:]

    /// - Parameter transferID: a transfer can be written once. Who may tell the same twice gives it the same identifier.
    public init(
        _ reason: Entry.Reason, id transferID: ULID = Generators.current.ulid(), in regionID: String,
        order orderID: ULID? = nil
    ) {
        self.reason = reason
        self.transferID = transferID
        self.regionID = regionID
        self.orderID = orderID
    }

    /// The same with cents that move besides.
    public func moving(_ cents: Int, from source: Ledger, to target: Ledger) -> Transfer {
        var copy = self
        copy.amounts[source, default: 0] -= cents
        copy.amounts[target, default: 0] += cents
        return copy
    }

    /// What each ledger is told.
    public var entries: [Entry] {
        amounts.filter { $0.value != 0 }.sorted { $0.key.id < $1.key.id }.map { ledger, amount in
            Entry(
                .init(
                    regionID: regionID, ledgerID: ledger.id, transferID: transferID, amount: amount, reason: reason,
                    orderID: orderID))
        }
    }

    /// The entries, and the balances that change with them: one transaction, or part of one.
    var writes: [any TransactionWrite] {
        let entries: [any TransactionWrite] = entries.map { Create($0) }
        return entries + amounts.sorted { $0.key.id < $1.key.id }.compactMap { balance(of: $0, after: $1) }
    }

    /// The bank keeps its own books, and what an escrow holds is said by the order's payment.
    private func balance(of ledger: Ledger, after amount: Int) -> (any TransactionWrite)? {
        switch ledger {
        case _ where amount == 0: nil
        case .bank, .escrow: nil
        case .fees: Balance.update(regionID: regionID, ledgerID: ledger.id) { $0.amount.add(amount) }.orCreate()
        case .wallet:
            // Not below zero, by the definition of the attribute.
            Balance.patch(regionID: regionID, ledgerID: ledger.id) {
                if amount < 0 { $0.amount.subtract(-amount) } else { $0.amount.add(amount) }
            }
        }
    }
}
