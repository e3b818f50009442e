/// What can be measured, and what is demanded of it.
package enum Listing {
    package static var text: String {
        Area.allCases.map { area in
            ([area.rawValue + ": " + area.title] + Row.rows(of: area).map(line)).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private static func line(_ row: Row) -> String {
        let targets = row.targets.map { target in
            let symbol = target.peer.map { "× \($0.name)" } ?? row.unit.symbol
            let word = target.peer != nil || row.unit.isHigherBetter ? "at least" : "at most"
            return [
                target.atLeast.map { "\(word) \(Figure.bound($0))" },
                target.stretch.map { "stretch \(Figure.bound($0))" },
            ]
            .compactMap(\.self).joined(separator: ", ") + " \(symbol)"
        }
        return targets.isEmpty
            ? "  \(row.name)" : "  " + row.name.padded(to: 52) + targets.joined(separator: "; ")
    }
}
