/// What was measured of a row.
package struct RowResult: Codable, Hashable, Sendable {
    /// The row's `id`.
    package let row: String
    package let unit: Unit
    package var ours = Samples()
    /// Per operation; `nil` where they are not counted.
    package var allocations: AllocationCount?
    package private(set) var peers: [PeerResult] = []

    package init(_ row: Row) {
        self.row = row.id
        unit = row.unit
    }

    package mutating func add(_ figure: Double, of peer: Peer) {
        if let index = index(of: peer) {
            peers[index].samples.append(figure)
        } else {
            peers.append(PeerResult(name: peer.name, samples: Samples([figure])))
        }
    }

    /// A peer that is not here takes no further part.
    package mutating func note(_ reason: String, of peer: Peer) {
        peers.removeAll { $0.name == peer.name }
        peers.append(PeerResult(name: peer.name, missing: reason))
    }

    /// A figure that was measured elsewhere, where there is one of this peer.
    package mutating func addPublished(_ peer: Peer) {
        guard let published = peer.published[row] else { return }
        peers.append(PeerResult(name: peer.name, samples: Samples(published), isPublished: true))
    }

    package func result(of name: String) -> PeerResult? { peers.first { $0.name == name && !$0.samples.isEmpty } }

    /// How many times as good ours is as the peer; `nil` where the peer was not measured.
    package func ratio(to name: String) -> Samples? {
        result(of: name).map { ours.ratio(to: $0.samples, isHigherBetter: unit.isHigherBetter) }
    }

    private func index(of peer: Peer) -> Int? { peers.firstIndex { $0.name == peer.name } }
}

/// What was measured of a peer in a row.
package struct PeerResult: Codable, Hashable, Sendable {
    package let name: String
    package var samples = Samples()
    /// Whether the figures are of another machine and another day.
    package var isPublished = false
    /// Why it was not measured.
    package var missing: String?
}
