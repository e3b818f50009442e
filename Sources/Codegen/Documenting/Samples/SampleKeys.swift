import Entities

import struct Foundation.Date

/// Writes the texts of keys from sample values, by the same functions of `KeyText` that generated code calls.
struct SampleKeys {
    let entity: EntityModel

    /// The text of a key; nil where a part has no value, or one that cannot be in the key.
    func text(_ template: KeyTemplateModel, _ values: [String: SampleValue]) -> KeyText? {
        var text = KeyText.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        for segment in template.segments {
            switch segment {
            case .text(let literal): text.appendLiteral(literal)
            case .part(let part):
                guard let value = values[part.attribute], !value.isAbsent, append(value, as: part, to: &text) else {
                    return nil
                }
            }
        }
        let key = KeyText(stringInterpolation: text).cased(template.casing ?? .asWritten)
        return key.problem == nil ? key : nil
    }

    /// The partition key of a counter's shard.
    func text(of shard: Int, _ counter: ShardedCounterModel, _ values: [String: SampleValue]) -> KeyText? {
        text(counter.template, values).map { "\($0)#\(shard: shard, count: counter.shards)" }
    }

    /// What a key attribute holds: a text, or the number that it is.
    func stored(_ template: KeyTemplateModel, _ values: [String: SampleValue]) -> AttributeValue? {
        guard let number = template.number else { return text(template, values).map { .string($0.text) } }
        guard let value = values[number.attribute]?.stored else { return nil }
        if case .bool(let flag) = value { return flag ? 1 : 0 }
        return value
    }

    /// Whether each key and each claim that an attribute is part of can hold a value.
    func allow(_ value: SampleValue, _ attribute: AttributeModel) -> Bool {
        let templates =
            entity.keyAttributes.flatMap { $0.sources.map(\.template) }
            + entity.attributes.compactMap(\.uniqueness?.template)
        return templates.allSatisfy { template in
            template.number != nil
                || template.parts.allSatisfy { part in
                    var alone = template
                    alone.segments = [.part(part)]
                    return part.attribute != attribute.name || text(alone, [part.attribute: value]) != nil
                }
        }
    }

    // MARK: Parts

    /// Appends a value in the form that the part has; false where it has none.
    private func append(
        _ sample: SampleValue, as part: KeyPlaceholderModel, to text: inout KeyText.StringInterpolation
    ) -> Bool {
        guard let value = sample.value else { return false }
        switch part.encoding {
        case .text(lowercased: true):
            guard let value = value as? String else { return false }
            if let delimiter = part.escapedDelimiter?.unicodeScalars.first {
                text.appendInterpolation(lowercased: value, before: delimiter)
            } else {
                text.appendInterpolation(lowercased: value)
            }
        case .text(lowercased: false), .bool, .date(unit: nil), .uuid, .ulid, .custom:
            guard let value = value as? any KeyPart else { return false }
            if let delimiter = part.escapedDelimiter?.unicodeScalars.first {
                text.appendInterpolation(value, before: delimiter)
            } else {
                text.appendInterpolation(value)
            }
        case .date(let unit?):
            guard let value = value as? Date else { return false }
            text.appendInterpolation(value, unit)
        case .integer(let width, _):
            guard let value = Self.integer(value) else { return false }
            text.appendInterpolation(value, width: width)
        case .decimal(let width, let scale): text.appendInterpolation(value, width: width, scale: scale)
        case .shard(let count, _):
            guard let value = value as? any KeyPart else { return false }
            text.appendInterpolation(shard: value, of: count)
        case .raw(let padding): return appendRaw(sample, padding, to: &text)
        case .native, .number: return false
        }
        return true
    }

    /// A whole number, or the raw value of an enum of some.
    private static func integer(_ value: any AttributeConvertible) -> Int128? {
        func raw<R: RawRepresentable>(_ value: R) -> Any { value.rawValue }
        let number = (value as? any RawRepresentable).map { raw($0) } ?? value
        return (number as? any FixedWidthInteger).flatMap { Int128(exactly: $0) }
    }

    /// A value as JavaScript writes what is stored of it: ElectroDB's key formats.
    private func appendRaw(
        _ sample: SampleValue, _ padding: PaddingModel?, to text: inout KeyText.StringInterpolation
    ) -> Bool {
        let part: any RawKeyPart
        switch sample.stored {
        case .string(let value): part = value
        case .number(let value): part = value
        case .bool(let value): part = value
        default: return false
        }
        if let padding {
            text.appendInterpolation(raw: part, padding: padding.length, padding.fill)
        } else {
            text.appendInterpolation(raw: part)
        }
        return true
    }
}
