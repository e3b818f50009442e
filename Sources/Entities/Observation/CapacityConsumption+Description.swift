extension CapacityConsumption: CustomStringConvertible {
    /// The rows as a table: names to the left, numbers to the right, and the places of each access pattern below it.
    public var description: String {
        guard !rows.isEmpty else { return "nothing was requested" }
        var lines = [
            ["access pattern", "requests", "items", "retries", "throttled", "failed", "reads", "writes"]
        ]
        for row in self {
            lines.append(
                [row.accessPattern]
                    + [row.requests, row.items, row.retries, row.throttled, row.failed].map(String.init)
                    + row.units.columns)
            for (place, units) in row.places.sorted(by: { $0.key < $1.key }) {
                lines.append(["  \(place)", "", "", "", "", ""] + units.columns)
            }
        }
        let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            zip(line, widths).enumerated().map { column, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + padding : padding + cell.0
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}

extension ReadWriteUnits {
    fileprivate var columns: [String] { [Self.text(reads), Self.text(writes)] }
}
