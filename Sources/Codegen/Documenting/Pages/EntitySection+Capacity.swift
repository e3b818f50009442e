import Entities

// What the requests for one record take.

extension EntitySection {
    var capacity: [String] {
        let capacity = EntityCapacity(sample, in: schema)
        let rows =
            reads(capacity) + creation(capacity) + changes(capacity) + leases(capacity) + reservations(capacity)
            + deletion(capacity) + counting
        return ["The sample has \(capacity.itemSize) bytes.", ""]
            + Markdown.table(["request", "capacity units", "made of"], rows) + missing
    }

    // MARK: Notation

    func units(_ units: Double) -> String { CapacityEstimate.text(units) }

    /// What a write takes, and where a transaction carries it out, which tells nothing, the read of its answer.
    func answered(_ writes: Double, _ capacity: EntityCapacity, inTransaction: Bool) -> String {
        "\(units(writes)) write" + (inTransaction ? ", \(units(capacity.answer)) read" : "")
    }

    /// `update`, `patch`
    func names(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }

    /// Requests that other entities have, and why this one does not.
    private var missing: [String] {
        if entity.history != nil {
            return ["There is no `update`, `patch`, `put` or `upsert`: it would write no revision.", ""]
        }
        var lines = canChange ? [] : ["- There is nothing that `update` and `patch` could change."]
        if let objection = emitter.putObjection { lines.append("- There is no `put`: \(objection).") }
        if case .unavailable(let reason) = emitter.upsertSupport { lines.append("- There is no `upsert`: \(reason).") }
        return lines.isEmpty ? [] : lines + [""]
    }

    // MARK: Requests that every entity has

    private func reads(_ capacity: EntityCapacity) -> [[String]] {
        var rows = [["`get`", "\(units(capacity.get)) read", "\(units(2 * capacity.get)) if consistent"]]
        if let copy = capacity.copySize.map(CapacityEstimate.read) {
            rows.append(["`revision`", "\(units(copy)) read", "\(units(2 * copy)) if consistent"])
        }
        return rows + [["`check` in a transaction", "\(units(capacity.check)) write", ""]]
    }

    private func creation(_ capacity: EntityCapacity) -> [[String]] {
        let writes = ["create"] + (emitter.isPuttable ? ["put"] : []) + (emitter.hasUpsert ? ["upsert"] : [])
        return [[names(writes), "\(units(capacity.create)) write", parts(of: capacity)]]
    }

    private func deletion(_ capacity: EntityCapacity) -> [[String]] {
        let isTransaction = capacity.claims > 0
        return [
            [
                names(["delete", "remove"]), answered(capacity.delete, capacity, inTransaction: isTransaction),
                isTransaction ? "with the claims" : "",
            ],
            [
                "`deleteAll`, for each record", "\(units(capacity.delete)) write",
                "beside reading them, twice as a rule",
            ],
        ]
    }

    /// `2 × (the item 1 + 1 claim + the copy 1) + gsi1 1`
    private func parts(of capacity: EntityCapacity) -> String {
        let (claims, entries) = (capacity.claims, capacity.entries)
        if claims == 0, capacity.copy == 0, entries.isEmpty { return "" }
        var parts = ["the item \(units(CapacityEstimate.write(capacity.itemSize)))"]
        if claims > 0 { parts.append("\(claims) \(claims == 1 ? "claim" : "claims")") }
        if capacity.copy > 0 { parts.append("the copy \(units(capacity.copy))") }
        let table = parts.count == 1 ? parts[0] : "2 × (\(parts.joined(separator: " + ")))"
        let indexes = entries.map { "\(Markdown.code($0.index.name)) \(units(CapacityEstimate.write($0.size)))" }
        return ([table] + indexes).joined(separator: " + ")
    }
}
