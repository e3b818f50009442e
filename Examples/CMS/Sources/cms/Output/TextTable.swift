/// A table of text, whose columns are as wide as what is in them.
struct TextTable {
    struct Column {
        let title: String
        var alignsRight = false
        /// The greatest width; what is longer is cut.
        var limit = 60
    }

    let columns: [Column]
    private(set) var rows: [[String]] = []

    init(_ columns: Column...) { self.columns = columns }

    /// Adds a row with a text for each column.
    mutating func add(_ cells: String...) { rows.append(cells) }

    /// The lines: titles, a rule, the rows.
    var lines: [String] {
        let widths = columns.indices.map { index in
            let texts = [columns[index].title] + rows.compactMap { $0.indices.contains(index) ? $0[index] : nil }
            return min(columns[index].limit, texts.map(\.displayWidth).max() ?? 0)
        }
        func line(_ cells: [String]) -> String {
            let fitted = zip(zip(cells, columns), widths).map { cell, width in
                cell.0.fitted(to: width, alignedRight: cell.1.alignsRight)
            }
            let line = fitted.joined(separator: "  ")
            return String(line.prefix(line.count - line.reversed().prefix { $0 == " " }.count))
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return [line(columns.map(\.title)), rule] + rows.map(line)
    }
}

extension Console {
    /// Prints a table, or what there is to say of an empty one.
    func print(_ table: TextTable, ifEmpty text: String = "Nothing.") {
        print(table.rows.isEmpty ? text : table.lines.joined(separator: "\n"))
    }
}
