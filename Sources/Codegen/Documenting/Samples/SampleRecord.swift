import Entities
import EntityMacrosLite

/// A record that an entity could have: a value for each attribute, as far as there is one.
struct SampleRecord {
    let entity: EntityModel
    /// By the attributes' names; without those that have no value.
    var values: [String: SampleValue]

    /// Whether a condition holds for it.
    func satisfies(_ condition: IndexConditionModel, _ samples: SampleValues) -> Bool {
        switch condition {
        case .equals(let name, let literal):
            guard let attribute = entity.attribute(name) else { return false }
            let value = samples.value(literal, of: attribute, in: entity.typeName)
            return value != nil && values[name]?.stored == value?.stored
        case .isPresent(let name): return values[name].map { !$0.isAbsent } ?? false
        case .not(let inner): return !satisfies(inner, samples)
        case .all(let inner): return inner.allSatisfy { satisfies($0, samples) }
        case .any(let inner): return inner.contains { satisfies($0, samples) }
        }
    }
}

extension SampleValues {
    /// A record with all its attributes.
    func record(of entity: EntityModel) -> SampleRecord {
        let keys = SampleKeys(entity: entity)
        var values: [String: SampleValue] = [:]
        for attribute in entity.attributes {
            values[attribute.name] = value(of: attribute, in: entity.typeName) { keys.allow($0, attribute) }
        }
        return SampleRecord(entity: entity, values: values)
    }

    /// The record behind an update: with another value of what every update changes.
    func updated(_ record: SampleRecord) -> SampleRecord {
        var next = record
        for attribute in record.entity.attributes where [.version, .updatedAt].contains(attribute.role) {
            next.values[attribute.name] = value(of: attribute, in: record.entity.typeName, ordinal: 1)
        }
        return next
    }

    /// A record that an access pattern finds: as the other, but for what the pattern's condition demands.
    func record(of entity: EntityModel, in pattern: AccessPatternModel) -> SampleRecord {
        let record = record(of: entity)
        guard let condition = pattern.condition, !record.satisfies(condition, self) else { return record }
        var best = record
        var fewest = Int.max
        // Tried without a claim that it is the only way: the one that changes least.
        _ = ConditionLogic([condition], of: entity).canHold { cases in
            guard condition.holds(for: cases) else { return false }
            let (changed, count) = self.record(record, changedTo: cases)
            if count < fewest, changed.satisfies(condition, self) { (best, fewest) = (changed, count) }
            return false
        }
        return best
    }

    private func record(
        _ record: SampleRecord, changedTo cases: [String: ConditionLogic.Value]
    ) -> (SampleRecord, changes: Int) {
        let keys = SampleKeys(entity: record.entity)
        var changed = record
        var count = 0
        for (name, wanted) in cases {
            guard let attribute = record.entity.attribute(name) else { continue }
            switch wanted {
            case .absent: changed.values[name] = nil
            case .literal(let literal):
                changed.values[name] = value(literal, of: attribute, in: record.entity.typeName)
            case .other:
                // The value that there is, unless it is one of those that the condition names.
                guard record.values[name] == nil || attribute.defaultValue != nil else { continue }
                changed.values[name] = value(of: attribute, in: record.entity.typeName, ordinal: 1) {
                    keys.allow($0, attribute)
                }
            }
            if changed.values[name]?.stored != record.values[name]?.stored { count += 1 }
        }
        return (changed, count)
    }
}
