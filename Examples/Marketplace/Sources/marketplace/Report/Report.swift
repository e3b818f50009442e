import Entities
import Foundation
import MarketplaceModel

/// What the program prints.
enum Report {
    static func loaded(_ dataSet: DataSet, _ opening: [Kind: Int], in duration: Duration) -> String {
        let counts = Kind.allCases.map { "\(opening[$0, default: 0]) \($0.rawValue)" }.joined(separator: ", ")
        return "loaded in \(seconds(duration)): \(counts), in \(dataSet.populations.count) regions"
    }

    static func traded(
        _ tally: Tally, _ marketplaces: Marketplaces, actors: Int, in duration: Duration
    ) -> String {
        let things = tally.counts.values.reduce(0) { $0 + $1.done + $1.refused + $1.failed }
        let requests = marketplaces.consumption.consumption.requests
        var lines = [
            "",
            "\(actors) actors did \(things) things in \(seconds(duration)): \(perSecond(things, duration)) a second, "
                + "by \(requests) requests, \(perSecond(requests, duration)) a second", "",
        ]
        lines += table(
            ["activity", "done", "refused", "given up", "requests", "reads", "writes", "ms each"],
            Activity.allCases.compactMap { activity in
                guard let count = tally.counts[activity] else { return nil }
                let meter = marketplaces.activities[activity]?.consumption
                let times = count.done + count.refused + count.failed
                return [
                    activity.rawValue, "\(count.done)", "\(count.refused)", "\(count.failed)",
                    each(Double(meter?.requests ?? 0), times), each(meter?.reads ?? 0, times),
                    each(meter?.writes ?? 0, times), each(count.duration / .milliseconds(1), times),
                ]
            })
        lines += [
            "requests, read units and write units are those of one such activity, with repeats and refusals", "",
        ]
        lines += table(
            ["access pattern", "requests", "failed", "items each", "reads each", "writes each"],
            marketplaces.consumption.consumption.map { row in
                [
                    row.accessPattern, "\(row.requests)", "\(row.failed)", each(Double(row.items), row.requests),
                    each(row.reads, row.requests), each(row.writes, row.requests),
                ]
            })
        lines += ["", "\(marketplaces.injector.injected) faults injected; what requests met with, and got over:"]
        lines += Disturbances.Kind.allCases.map { row($0.rawValue, marketplaces.disturbances.counts[$0, default: 0]) }
        lines += ["", "refused by the marketplace:"]
        lines += tally.refusals.sorted { $0.key.rawValue < $1.key.rawValue }.map { row($0.key.rawValue, $0.value) }
        return lines.joined(separator: "\n")
    }

    static func audited(_ report: AuditReport, in duration: Duration) -> String {
        let entries = report.entries.sorted { $0.key < $1.key }.map { "\($0.value) in \($0.key)" }
        var lines = [
            "", "audited in \(seconds(duration)): \(report.items) items, \(entries.joined(separator: ", "))",
        ]
        for check in Finding.Check.allCases {
            let texts = report.findings.filter { $0.check == check }.map(\.text).sorted()
            lines.append(row(check.rawValue, texts.isEmpty ? "yes" : "NO"))
            lines += texts.prefix(5).map { "    \($0)" }
            if texts.count > 5 { lines.append("    … and \(texts.count - 5) more") }
        }
        return lines.joined(separator: "\n")
    }

    private static func seconds(_ duration: Duration) -> String {
        duration.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 1)))
    }

    private static func perSecond(_ count: Int, _ duration: Duration) -> Int {
        let perSecond = Double(count) / (duration / .seconds(1))
        return perSecond.isFinite ? Int(perSecond) : 0
    }

    private static func each(_ sum: Double, _ times: Int) -> String {
        let tenths = times > 0 ? (sum / Double(times) * 10).rounded() : 0
        return "\(tenths / 10)"
    }

    private static func row(_ name: String, _ value: some CustomStringConvertible) -> String {
        let (name, value) = ("  " + name, "\(value)")
        return name + String(repeating: " ", count: max(1, 48 - name.count - value.count)) + value
    }

    /// Names to the left, numbers to the right.
    private static func table(_ head: [String], _ rows: [[String]]) -> [String] {
        let lines = [head] + rows
        let widths = head.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            zip(line, widths).enumerated().map { column, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + padding : padding + cell.0
            }.joined(separator: "  ")
        }
    }
}
