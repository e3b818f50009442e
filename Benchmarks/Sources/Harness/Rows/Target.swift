/// What is demanded of a row: as a ratio to a peer, or as a figure in the row's unit.
package struct Target: Hashable, Sendable {
    /// The peer that the ratio is to; `nil` for a figure.
    package let peer: Peer?
    package let atLeast: Double?
    package let stretch: Double?

    /// So many times as good as a peer.
    package static func times(_ peer: Peer, atLeast: Double? = nil, stretch: Double? = nil) -> Target {
        Target(peer: peer, atLeast: atLeast, stretch: stretch)
    }

    /// A figure: a lower bound where more is better, otherwise an upper one.
    package static func figure(_ atLeast: Double, stretch: Double? = nil) -> Target {
        Target(peer: nil, atLeast: atLeast, stretch: stretch)
    }
}
