import MarketplaceModel

extension Audit {
    /// Every transfer adds up to zero; every balance is the sum of its ledger's entries, and none is below zero; an escrow holds
    /// what the order's payment says. So no cent is made, or lost.
    func money() -> [Finding] {
        let transfers = Dictionary(contents.entries.map { ($0.transferID, $0.amount) }, uniquingKeysWith: +)
        var sums = Dictionary(
            contents.entries.map { (Place($0.regionID, $0.ledgerID), $0.amount) }, uniquingKeysWith: +)
        for place in sums.keys where place.ledgerID.hasPrefix("bank-") { sums[place] = nil }
        // A wallet in which nothing ever was has no entries.
        for balance in contents.balances { sums[Place(balance.regionID, balance.ledgerID), default: 0] += 0 }
        var amounts = Dictionary(contents.balances.map { (Place($0.regionID, $0.ledgerID), $0.amount) }) { $0 + $1 }
        for payment in contents.payments {
            amounts[Place(payment.regionID, Ledger.escrow(payment.orderID).id)] =
                payment.status == .held ? payment.amount : 0
        }
        return transfers.filter { $0.value != 0 }.map {
            Finding(.money, "the entries of transfer \($0.key) add up to \($0.value)")
        }
            + contents.balances.filter { $0.amount < 0 }.map {
                Finding(.money, "ledger \($0.ledgerID) in \($0.regionID) has \($0.amount)")
            }
            + compare(.money, "ledger", found: amounts, expected: sums)
    }

    /// A ledger of a region.
    private struct Place: Hashable, CustomStringConvertible {
        let regionID: String
        let ledgerID: String

        init(_ regionID: String, _ ledgerID: String) { (self.regionID, self.ledgerID) = (regionID, ledgerID) }

        var description: String { "\(ledgerID) in \(regionID)" }
    }
}
