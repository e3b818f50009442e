/// A row with those who take part in it.
package struct Contest {
    package let row: Row
    /// How much an operation does: bytes, items, or 1.
    package let amount: Double
    package let ours: Work
    package let peers: [Peer: Work]

    package init(_ row: Row, amount: Double = 1, ours: Work, peers: [Peer: Work] = [:]) {
        self.row = row
        self.amount = amount
        self.ours = ours
        self.peers = peers
    }
}
