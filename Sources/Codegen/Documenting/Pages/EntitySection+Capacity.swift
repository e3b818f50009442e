import Entities

extension EntitySection {
    /// What the requests for one record take.
    var capacity: [String] {
        let capacity = EntityCapacity(sample, in: schema)
        let update = entity.history == nil ? "update" : "revise"
        var rows = [
            ["`get`", "\(units(capacity.get)) read", "\(units(2 * capacity.get)) if consistent"],
            ["`create`", "\(units(capacity.create)) write", parts(of: capacity)],
            ["`\(update)` of what is in no key", "\(units(capacity.update)) write", ""],
        ]
        for index in schema.table.indexes where canMove(in: index) {
            guard let more = capacity.move(in: index) else { continue }
            rows.append(["`\(update)` that moves it in \(Markdown.code(index.name))", "\(units(more)) write more", ""])
        }
        rows += entering(capacity)
        for attribute in entity.attributes where attribute.uniqueness != nil && attribute.isUpdatable {
            let units = units(capacity.change(ofUnique: attribute))
            rows.append([
                "`\(update)` of the unique `\(attribute.name)`", "\(units) write", "with two claims, in a transaction",
            ])
        }
        rows.append(["`delete`", "\(units(capacity.delete)) write", ""])
        return ["The sample has \(capacity.itemSize) bytes.", ""]
            + Markdown.table(["request", "capacity units", "made of"], rows)
    }

    private func units(_ units: Double) -> String { CapacityEstimate.text(units) }

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

    /// The indexes that the sample is not in, and other records are.
    private func entering(_ capacity: EntityCapacity) -> [[String]] {
        schema.table.indexes.compactMap { index in
            guard !capacity.entries.contains(where: { $0.index.name == index.name }),
                let pattern = entity.accessPatterns.first(where: { $0.index == index.name }),
                let entry = patterns[pattern.name]?.entries.first(where: { $0.index.name == index.name })
            else { return nil }
            let more = units(CapacityEstimate.write(entry.size))
            return [
                "`\(entity.history == nil ? "update" : "revise")` by which it enters or leaves \(Markdown.code(index.name))",
                "\(more) write more", "",
            ]
        }
    }

    /// Whether an update can change its place there; that of a unique value has a row of its own.
    private func canMove(in index: IndexModel) -> Bool {
        entity.accessPatterns.filter { $0.index == index.name }.contains { pattern in
            pattern.parts.compactMap { entity.attribute($0.attribute) }.contains {
                $0.isUpdatable && $0.uniqueness == nil
            }
        }
    }
}
