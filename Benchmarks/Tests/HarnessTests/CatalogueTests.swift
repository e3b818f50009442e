import Harness
import Testing

@Suite("The catalogue of rows") struct CatalogueTests {
    @Test("Names of rows are there once") func names() {
        #expect(Set(Row.all.map(\.id)).count == Row.all.count)
    }

    @Test("Every area has a row with a target", arguments: Area.allCases) func areas(area: Area) {
        #expect(Row.rows(of: area).contains { !$0.targets.isEmpty })
    }

    @Test("A target is of a peer that takes part in the row") func targets() {
        for row in Row.all {
            for peer in row.targets.compactMap(\.peer) { #expect(row.peers.contains(peer), "\(row.id): \(peer.name)") }
        }
    }

    @Test("Published figures are of rows that have the peer") func published() {
        for peer in Row.peersInOrder {
            for row in peer.published.keys {
                #expect(Row.all.contains { $0.id == row && $0.peers.contains(peer) }, "\(peer.name): \(row)")
            }
        }
    }

    @Test("Peers of one name are the same") func peers() {
        for (name, peers) in Dictionary(grouping: Row.all.flatMap(\.peers), by: \.name) {
            #expect(Set(peers).count == 1, "\(name)")
        }
    }

    @Test("The list has every row") func list() {
        for row in Row.all { #expect(Listing.text.contains("  \(row.name)")) }
    }
}
