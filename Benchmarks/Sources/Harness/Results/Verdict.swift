/// Whether a bound was reached.
package struct Verdict: Hashable, Sendable {
    package enum Level: String, Sendable {
        case atLeast = "at least"
        case stretch
    }

    package let level: Level
    /// The peer that the bound is a ratio to; `nil` for a figure in the row's unit.
    package let peer: Peer?
    package let bound: Double
    /// The median of what was measured of it.
    package let measured: Double
    private let isHigherBetter: Bool
    private let symbol: String

    /// What was measured as a part of the bound: 1 or more is enough.
    package var share: Double { isHigherBetter ? measured / bound : bound / measured }
    package var isMet: Bool { share >= 1 }

    /// All of a row that can be told from what was measured.
    package static func all(of row: Row, _ result: RowResult) -> [Verdict] {
        row.targets.flatMap { target in
            [(Level.atLeast, target.atLeast), (.stretch, target.stretch)].compactMap { level, bound -> Verdict? in
                guard let bound else { return nil }
                let measured = target.peer.map { result.ratio(to: $0.name)?.median } ?? result.ours.median
                guard let measured else { return nil }
                let isHigherBetter = target.peer != nil || row.unit.isHigherBetter
                return Verdict(
                    level: level, peer: target.peer, bound: bound, measured: measured, isHigherBetter: isHigherBetter,
                    symbol: target.peer == nil ? row.unit.symbol : "×")
            }
        }
    }

    /// The bound itself: `at least 50 ×`, `at most 10 µs`.
    package var demand: String {
        let demand = level == .stretch ? "stretch" : isHigherBetter ? "at least" : "at most"
        return "\(demand) \(Figure.bound(bound)) \(symbol)"
    }

    /// How much of the bound was reached, in percent.
    package var percent: Int { Int((share * 100).rounded(.down)) }

    /// What became of it.
    package var outcome: String { isMet ? "met" : "missed: \(percent) % of it" }
}
