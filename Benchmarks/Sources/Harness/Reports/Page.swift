/// The page of the documentation: everything that one or two runs measured, in Markdown.
package struct Page: CustomStringConvertible {
    private let runs: [Run]

    package init(_ runs: [Run]) { self.runs = runs }

    package var description: String {
        [introduction, targets, rows, reasons, peers, repetition].joined(separator: "\n\n") + "\n"
    }

    private var introduction: String {
        """
        # Speed

        <!-- Made by `benchmarks page`. What is said by hand stands beside the rows, in Benchmarks/Sources/Harness/Catalogue. -->

        What the library costs, set against others that do the same and against what the machine can do. Machines like these are noisy, so the ratios count: each \
        is measured in one run, in which ours and every peer take turns round by round. A figure is the median of the rounds, with the least and \
        the greatest behind it. Time is processor time of the process that works, where nothing else is said. Allocations are counted in a pass of their own.
        """
    }

    // MARK: Targets

    private var targets: String {
        let head = ["what", "against", "at least", "stretch"] + columns("measured")
        let lines = Row.all.flatMap { row in row.targets.compactMap { line(row, $0) } }
        return "## Targets\n\n" + table(head, lines)
    }

    /// `nil` for a peer that none of the runs had, though they had the row.
    private func line(_ row: Row, _ target: Target) -> [String]? {
        let results = runs.map { $0.result(of: row) }
        let verdicts = results.map { result in
            result.map { Verdict.all(of: row, $0).filter { $0.peer == target.peer } } ?? []
        }
        if verdicts.allSatisfy(\.isEmpty), results.contains(where: { $0 != nil }) { return nil }
        let unit = target.peer == nil ? " \(row.unit.symbol)" : " ×"
        let bounds = [target.atLeast, target.stretch].map { $0.map { Figure.bound($0) + unit } ?? "" }
        return [row.id, target.peer?.name ?? (row.unit.isHigherBetter ? "" : "at most")] + bounds
            + verdicts.map { outcome($0, unit) }
    }

    private func outcome(_ verdicts: [Verdict], _ unit: String) -> String {
        guard let measured = verdicts.first?.measured else { return "not measured" }
        let outcomes = verdicts.map { verdict in
            switch (verdict.level, verdict.isMet) {
            case (.atLeast, true): "met"
            case (.atLeast, false): "**missed: \(verdict.percent) %**"
            case (.stretch, true): "stretch met"
            case (.stretch, false): "\(verdict.percent) % of the stretch"
            }
        }
        return Figure.text(measured) + unit + ": " + outcomes.joined(separator: ", ")
    }

    /// A heading for each run.
    private func columns(_ one: String) -> [String] {
        runs.count == 1 ? [one] : runs.indices.map { "run \($0 + 1)" }
    }

    // MARK: Rows

    private var rows: String {
        let areas = Area.allCases.compactMap { area -> String? in
            let lines = Row.rows(of: area).flatMap(lines)
            guard !lines.isEmpty else { return nil }
            let head =
                ["", "unit"] + columns("figure").flatMap { [$0, "ours is"] }
                + ["allocations, bytes"]
            let explained = list(Row.rows(of: area).map { ($0.name, $0.measures + ".") })
            return "### \(area.title)\n\n" + explained + "\n\n" + table(head, lines)
        }
        return "## All rows\n\n" + areas.joined(separator: "\n\n")
    }

    /// A line for ours and one for each peer that any run has.
    private func lines(_ row: Row) -> [[String]] {
        let results = runs.map { $0.result(of: row) }
        guard results.contains(where: { $0 != nil }) else { return [] }
        let counted = results.lazy.compactMap { $0?.allocations }.first
        let allocations = counted.map { "\(Figure.text($0.blocks)), \(Figure.text($0.bytes))" } ?? ""
        let ours =
            ["**\(row.name)**", row.unit.symbol]
            + results.flatMap { [$0.map { Figure.text($0.ours) } ?? "not measured", ""] } + [allocations]
        let peers = row.peers.compactMap { peer -> [String]? in
            let found = results.map { $0?.result(of: peer.name) }
            guard found.contains(where: { $0 != nil }) else { return nil }
            let cells = zip(results, found).flatMap { result, found in
                [
                    found.map { Figure.text($0.samples) } ?? "not available",
                    found.flatMap { result?.ratio(to: $0.name) }.map { "\(Figure.text($0)) ×" } ?? "",
                ]
            }
            return [peer.name, ""] + cells + [""]
        }
        return [ours] + peers
    }

    // MARK: Prose

    private var reasons: String {
        let reasons = Row.all.compactMap { row -> (String, String)? in
            let isMissed = runs.contains { run in
                run.result(of: row).map { Verdict.all(of: row, $0).contains { !$0.isMet } } ?? false
            }
            guard isMissed || !row.remark.isEmpty else { return nil }
            return (row.id, row.remark.isEmpty ? "no reason is written down yet." : row.remark)
        }
        return "## Where we are not ahead, and why\n\n"
            + (reasons.isEmpty ? "Nowhere that has a target." : list(reasons))
    }

    /// What is said of each, once for neighbours of which the same is said.
    private func list(_ remarks: [(name: String, text: String)]) -> String {
        var lines: [(names: [String], text: String)] = []
        for remark in remarks {
            if lines.last?.text == remark.text {
                lines[lines.count - 1].names.append(remark.name)
            } else {
                lines.append(([remark.name], remark.text))
            }
        }
        return lines.map { line in
            "* \(line.names.map { "**\($0)**" }.joined(separator: ", ")): \(line.text)"
        }.joined(separator: "\n")
    }

    private var peers: String {
        let taking = Set(runs.flatMap(\.rows).flatMap(\.peers).filter { $0.missing == nil }.map(\.name))
        let lines = Row.peersInOrder.map { peer in
            "* **\(peer.name)**\(taking.contains(peer.name) ? "" : " (not in these runs)"): \(peer.setup)"
        }
        return "## How each peer is set up\n\n" + lines.joined(separator: "\n")
    }

    private var repetition: String {
        let machines = runs.enumerated().map { index, run in
            let versions = run.versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(
                separator: ", ")
            let machine = run.machine
            return """
                * Run \(index + 1): \(run.date), commit `\(run.commit)`, \(run.configuration) build, \(run.rounds) rounds\(run.items.map { ", tables of \($0) items at most" } ?? ""); \(machine.processor), \
                \(machine.cores) cores, \(machine.gigabytes) GB, \(machine.system), Swift \(machine.swift)\(versions.isEmpty ? "" : "; \(versions)").
                """
        }
        return """
            ## How to repeat it

            ```sh
            swift build -c release --package-path Benchmarks
            swift run -c release --package-path Benchmarks benchmarks --json run.json
            swift run -c release --package-path Benchmarks benchmarks page run.json
            ```

            One area, or some rows of it: `benchmarks decode --only page`. Against an earlier run: `benchmarks compare old.json new.json`. More in \
            [Benchmarks](../Benchmarks/README.md).

            \(machines.joined(separator: "\n"))
            """
    }

    private func table(_ head: [String], _ lines: [[String]]) -> String {
        ([head, head.map { _ in "---" }] + lines).map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }
}
