import MarketplaceModel

/// What the program prints in the end, a line for each number.
struct Report: CustomStringConvertible {
    let description: String

    init(_ dataSet: DataSet, _ tally: Tally, in duration: Duration, _ findings: [Finding]) {
        let parts = [Self.lines(dataSet), Self.lines(tally, in: duration), Self.lines(findings)]
        description = parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private static func lines(_ dataSet: DataSet) -> [String] {
        let goods = dataSet.listings.reduce(0) { $0 + $1.stock }
        return [
            row("sellers", dataSet.sellers.count), row("buyers", dataSet.buyers.count),
            row("listings", dataSet.listings.count), row("goods in stock", goods),
        ]
    }

    private static func lines(_ tally: Tally, in duration: Duration) -> [String] {
        var lines = [
            row("purchases", tally.purchases), row("goods sold", tally.goods),
            row("turnover in euros", "\(tally.turnover / 100).\(String(tally.turnover % 100 + 100).dropFirst())"),
            row("tried again after a conflict", tally.conflicts),
        ]
        for (reason, count) in tally.refusals.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            lines.append(row("refused: \(reason.rawValue)", count))
        }
        let requests = Double(tally.purchases + tally.refusals.values.reduce(0, +))
        let perSecond = requests / (duration / .seconds(1))
        lines += [
            row("purchases asked for per second", Int(perSecond.isFinite ? perSecond : 0)), "",
            row("orders delivered", tally.deliveries), row("reviews", tally.reviews),
        ]
        for (reason, count) in tally.reviewRefusals.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            lines.append(row("refused: \(reason.rawValue)", count))
        }
        return lines
    }

    private static func lines(_ findings: [Finding]) -> [String] {
        Finding.Check.allCases.flatMap { check in
            let texts = findings.filter { $0.check == check }.map(\.text).sorted()
            let more = texts.count > 5 ? ["  … and \(texts.count - 5) more"] : []
            return [row(check.rawValue, texts.isEmpty ? "yes" : "NO")] + texts.prefix(5).map { "  \($0)" } + more
        }
    }

    private static func row(_ name: String, _ number: Int) -> String { row(name, String(number)) }

    private static func row(_ name: String, _ value: String) -> String {
        name + String(repeating: " ", count: max(1, 44 - name.count - value.count)) + value
    }
}
