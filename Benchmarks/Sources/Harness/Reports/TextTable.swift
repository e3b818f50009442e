/// The table on the terminal.
package struct TextTable: CustomStringConvertible {
    private let results: [RowResult]

    package init(_ results: [RowResult]) { self.results = results }

    package var description: String {
        var lines: [String] = []
        var area: Area?
        for row in Row.all {
            guard let result = results.first(where: { $0.row == row.id }) else { continue }
            if area != row.area { lines.append("\n\(row.area.rawValue): \(row.area.title)") }
            area = row.area
            lines += self.lines(row, result)
        }
        return lines.joined(separator: "\n")
    }

    private func lines(_ row: Row, _ result: RowResult) -> [String] {
        let verdicts = Verdict.all(of: row, result)
        var ours = "  " + row.name.padded(to: 50) + "\(Figure.text(result.ours)) \(row.unit.symbol)".padded(to: 30)
        if let allocations = result.allocations {
            ours +=
                "\(Figure.text(allocations.blocks)) allocations, \(Figure.text(allocations.bytes)) bytes per operation"
        }
        var lines = [ours]
        for verdict in verdicts where verdict.peer == nil { lines.append("    \(verdict.demand): \(verdict.outcome)") }
        for peer in result.peers {
            var line = "    " + peer.name.padded(to: 48)
            if let missing = peer.missing {
                line += "not available here: \(missing)"
            } else if let ratio = result.ratio(to: peer.name) {
                line += "\(Figure.text(peer.samples)) \(row.unit.symbol)".padded(to: 30)
                line += "\(Figure.text(ratio)) ×".padded(to: 26)
                line += verdicts.filter { $0.peer?.name == peer.name }.map { "\($0.demand): \($0.outcome)" }
                    .joined(separator: "; ")
            }
            lines.append(line)
        }
        return lines.map { $0.trimmingSuffix { $0 == " " } }
    }
}

extension String {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, predicate(last) { text.removeLast() }
        return String(text)
    }
}
