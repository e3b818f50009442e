/// Two runs side by side.
///
/// What is compared of a row is its ratio to the first peer that took part in both, since machines differ from day to day; the figure itself where
/// there is none. A difference counts where the spreads of the two do not touch.
package struct Comparison: CustomStringConvertible {
    package enum Verdict: String, Sendable {
        case better, worse
        case same = ""
        /// Fewer than three rounds have no spread that says anything.
        case unknown = "too few rounds"
    }

    package struct Line: Hashable, Sendable {
        package let row: String
        /// The peer that the ratio is to, or the unit of the figure.
        package let measure: String
        package let (old, new): (Samples, Samples)
        /// How many times as good the new one is.
        package let change: Double
        package let verdict: Verdict
        /// Per operation, where they differ.
        package let allocations: String
    }

    package let lines: [Line]
    /// Rows that only one of the runs has.
    package let unmatched: [String]
    /// What the runs were made with differently, so that they say little of each other.
    package let caveats: [String]

    package init(_ old: Run, _ new: Run) {
        lines = new.rows.compactMap { new in old.rows.first { $0.row == new.row }.map { Self.line($0, new) } }
        let (before, after) = (Set(old.rows.map(\.row)), Set(new.rows.map(\.row)))
        unmatched = before.symmetricDifference(after).sorted()
        caveats = [
            old.configuration == new.configuration ? nil : "a \(old.configuration) and a \(new.configuration) build",
            old.items == new.items ? nil : "tables of other sizes (--items)",
            old.machine == new.machine ? nil : "other machines",
        ].compactMap(\.self)
    }

    /// Whether any row became worse by more than the spreads.
    package var isWorse: Bool { lines.contains { $0.verdict == .worse } }

    package var description: String {
        var text = lines.map { line in
            line.row.padded(to: 52) + line.measure.padded(to: 36)
                + "\(Figure.text(line.old)) → \(Figure.text(line.new))".padded(to: 48)
                + "\(Figure.text(line.change)) ×".padded(to: 10) + line.verdict.rawValue.padded(to: 8)
                + line.allocations
        }
        if !caveats.isEmpty { text.append("The runs differ: " + caveats.joined(separator: ", ")) }
        if !unmatched.isEmpty { text.append("in one of the runs only: " + unmatched.joined(separator: ", ")) }
        text.append(isWorse ? "Worse by more than the spreads." : "Nothing is worse by more than the spreads.")
        return text.joined(separator: "\n")
    }

    private static func line(_ old: RowResult, _ new: RowResult) -> Line {
        let peer = old.peers.first { !$0.isPublished && new.result(of: $0.name) != nil && !$0.samples.isEmpty }
        let ratios = peer.flatMap { peer in
            old.ratio(to: peer.name).flatMap { old in new.ratio(to: peer.name).map { (old, $0) } }
        }
        let (before, after) = ratios ?? (old.ours, new.ours)
        let isHigherBetter = ratios != nil || new.unit.isHigherBetter
        return Line(
            row: new.row, measure: peer.map { "× \($0.name)" } ?? new.unit.symbol, old: before, new: after,
            change: isHigherBetter ? after.median / before.median : before.median / after.median,
            verdict: verdict(before, after, isHigherBetter), allocations: allocations(old, new))
    }

    private static func verdict(_ old: Samples, _ new: Samples, _ isHigherBetter: Bool) -> Verdict {
        guard old.values.count > 2, new.values.count > 2 else { return .unknown }
        if old.spread.overlaps(new.spread) { return .same }
        return (new.median > old.median) == isHigherBetter ? .better : .worse
    }

    private static func allocations(_ old: RowResult, _ new: RowResult) -> String {
        guard let old = old.allocations, let new = new.allocations else { return "" }
        let (before, after) = (Figure.text(old.blocks), Figure.text(new.blocks))
        return before == after ? "" : "\(before) → \(after) allocations"
    }
}
