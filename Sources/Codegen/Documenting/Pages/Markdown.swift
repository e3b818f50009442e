/// Pieces of a Markdown page, escaped.
enum Markdown {
    /// A text as code. Characters that cannot be seen are shown by their numbers, and a vertical bar is one in a table as well.
    static func code(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "|": shown += "\\|"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: shown += "\\u{\(String(scalar.value, radix: 16))}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        if shown.isEmpty { return "" }
        // A run of backticks inside is told from those around it by its length.
        var fence = "`"
        while shown.contains(fence) { fence += "`" }
        return fence.count == 1 ? "`\(shown)`" : "\(fence) \(shown) \(fence)"
    }

    /// A table: its columns' titles, and its rows.
    static func table(_ titles: [String], _ rows: [[String]]) -> [String] {
        guard !rows.isEmpty else { return [] }
        let line = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |" }
        return [line(titles), "|" + String(repeating: "---|", count: titles.count)] + rows.map(line) + [""]
    }

    /// Several lines in one cell.
    static func lines(_ lines: [String]) -> String { lines.joined(separator: "<br>") }
}
