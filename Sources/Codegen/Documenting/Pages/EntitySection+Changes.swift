import Entities
import EntityMacrosLite

// What changes of a record take.

extension EntitySection {
    func changes(_ capacity: EntityCapacity) -> [[String]] {
        (canChange ? plainChanges(capacity) : []) + presence(capacity)
            + (canChange ? uniqueChanges(capacity) + moves : [])
    }

    /// Whether there is anything to change.
    var canChange: Bool { entity.attributes.contains(where: \.isUpdatable) }

    private func plainChanges(_ capacity: EntityCapacity) -> [[String]] {
        let all =
            entity.history != nil
            ? [change, "restoring"] : [change, "patch"] + (emitter.isReplaceable ? ["replacing"] : [])
        var rows = [["\(names(all)) of what is in no key", "\(units(capacity.update)) write", ""]]
        for index in schema.table.indexes where canMove(in: index) {
            guard let more = (capacity.isIn(index) ? capacity : member(of: index))?.move(in: index) else { continue }
            rows.append(["`\(change)` that moves it in \(Markdown.code(index.name))", "\(units(more)) write more", ""])
        }
        return rows
    }

    /// The indexes that the sample is not in, and other records are.
    private func presence(_ capacity: EntityCapacity) -> [[String]] {
        schema.table.indexes.compactMap { index in
            guard !capacity.isIn(index), let member = member(of: index),
                let entry = member.entries.first(where: { $0.index.name == index.name })
            else { return nil }
            let name = Markdown.code(index.name)
            let write =
                member.isTouchedByAll(index)
                ? "a write of a record that is in \(name), or enters or leaves it"
                : "a write by which a record enters or leaves \(name)"
            return [write, "\(units(CapacityEstimate.write(entry.size))) write more", ""]
        }
    }

    /// A record that is in an index.
    private func member(of index: IndexModel) -> EntityCapacity? {
        entity.accessPatterns.filter { $0.index == index.name }.compactMap { patterns[$0.name] }.first {
            $0.isIn(index)
        }
    }

    /// Whether an update can change its place there. That of a unique value and the move of a state have rows of their own.
    private func canMove(in index: IndexModel) -> Bool {
        entity.accessPatterns.filter { $0.index == index.name }.contains { pattern in
            pattern.parts.compactMap { entity.attribute($0.attribute) }.contains {
                $0.isUpdatable && $0.uniqueness == nil && !$0.isState
            }
        }
    }

    // MARK: Unique values

    private func uniqueChanges(_ capacity: EntityCapacity) -> [[String]] {
        let isAnswered = entity.history == nil
        var rows = entity.attributes.filter { $0.uniqueness != nil && $0.isUpdatable }.map { attribute in
            [
                "`\(change)` of the unique `\(attribute.name)`",
                answered(capacity.change(ofUnique: attribute), capacity, inTransaction: isAnswered),
                "with two claims, in a transaction",
            ]
        }
        if capacity.claims > 0, let expiry = entity.expiry, expiry.isUpdatable {
            var next = samples.updated(sample.record)
            next.values[expiry.name] = samples.value(of: expiry, in: entity.typeName, ordinal: 1)
            let writes = capacity.change(to: SampleItem(next, in: schema, samples), with: capacity.claims)
            rows.append([
                "`\(change)` of its end, `\(expiry.name)`",
                answered(writes, capacity, inTransaction: isAnswered), "with the claims, in a transaction",
            ])
        }
        return rows
    }

    // MARK: States

    /// The moves of states, those that take as much together.
    private var moves: [[String]] {
        entity.attributes.filter(\.isState).flatMap { attribute in
            var rows: [(units: Double, names: [String])] = []
            for move in attribute.moves {
                guard let from = move.from, let units = units(of: attribute, from, move.to) else { continue }
                let name = entity.history == nil ? "`.\(move.name)`" : "`\(from.name)` → `\(move.to.name)`"
                if let row = rows.firstIndex(where: { $0.units == units }) {
                    rows[row].names.append(name)
                } else {
                    rows.append((units, [name]))
                }
            }
            return rows.map { row in
                [
                    "`\(change)` of `\(attribute.name)`: \(row.names.joined(separator: ", "))",
                    "\(units(row.units)) write", "",
                ]
            }
        }
    }

    /// What a move takes of the sample in the state that it starts from.
    private func units(of attribute: AttributeModel, _ from: ChoiceModel.Case, _ to: ChoiceModel.Case) -> Double? {
        func record(in state: ChoiceModel.Case) -> SampleRecord? {
            let value = samples.value(.string(state.rawValue), of: attribute, in: entity.typeName)
            return value.map { value in
                var record = sample.record
                record.values[attribute.name] = value
                return record
            }
        }
        guard let old = record(in: from), let new = record(in: to) else { return nil }
        let capacity = EntityCapacity(SampleItem(old, in: schema, samples), in: schema)
        return capacity.change(to: SampleItem(samples.updated(new), in: schema, samples))
    }
}
