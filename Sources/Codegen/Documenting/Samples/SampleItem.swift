import Entities

/// A sample record as it is stored, with everything that the table and its indexes need.
struct SampleItem {
    let record: SampleRecord
    let attributes: [String: AttributeValue]

    init(_ record: SampleRecord, in schema: ServiceSchema, _ samples: SampleValues) {
        self.record = record
        let entity = record.entity
        var attributes: [String: AttributeValue] = [schema.entityAttribute: .string(entity.name)]
        if let name = schema.versionAttribute { attributes[name] = .string(entity.version) }
        for attribute in entity.attributes {
            guard let value = record.values[attribute.name], !value.isAbsent else { continue }
            attributes[attribute.storedName] = Self.stored(value, attribute)
        }
        let keys = SampleKeys(entity: entity)
        for key in entity.keyAttributes {
            for source in key.sources where source.condition.map({ record.satisfies($0, samples) }) ?? true {
                guard let value = keys.stored(source.template, record.values) else { continue }
                attributes[key.name] = value
                break
            }
        }
        self.attributes = attributes
    }

    private static func stored(_ value: SampleValue, _ attribute: AttributeModel) -> AttributeValue {
        guard let text = attribute.storedText, case .string(let bare) = value.stored else { return value.stored }
        return .string(KeyText(literal: text.prefix + bare + text.suffix).cased(text.casing).text)
    }

    /// The item as requests have it.
    var encoded: EncodedItem { EncodedItem(attributes) }

    /// The copy that is kept of it as a revision, which is in no index; nil where no history is kept.
    func revision(in schema: ServiceSchema) -> EncodedItem? {
        guard let template = record.entity.history?.sort.first?.template,
            let sortKey = SampleKeys(entity: record.entity).text(template, record.values)
        else { return nil }
        var copy = attributes
        for key in record.entity.keyAttributes where !key.isPrimary { copy[key.name] = nil }
        for key in schema.table.sort { copy[key.name] = .string(sortKey.text) }
        copy[schema.entityAttribute] = .string("\(record.entity.name).revision")
        return EncodedItem(copy)
    }

    /// What an index holds of it; nil where the item is not in the index.
    func entry(in index: IndexModel, of table: TableModel) -> EncodedItem? {
        let keys = (index.partition + index.sort).map(\.name)
        guard keys.allSatisfy({ attributes[$0] != nil }) else { return nil }
        let held = Set(keys + (table.partition + table.sort).map(\.name))
        switch index.projection {
        case .all: return encoded
        case .keysOnly: return EncodedItem(attributes.filter { held.contains($0.key) })
        case .include(let names):
            return EncodedItem(attributes.filter { held.contains($0.key) || names.contains($0.key) })
        }
    }
}
