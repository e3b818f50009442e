import Entities
import EntityMacrosLite

import struct Foundation.Data
import struct Foundation.Decimal
import struct Foundation.URL

/// Makes values that attributes could have, of their types and within their rules.
///
/// A type of the user's own is offered texts and numbers until it takes one. What code of the user's decides (`.computed`, `.normalized`,
/// `.validated`) is not known to the generator: such values are taken for what the code would make of them.
struct SampleValues {
    let schema: ServiceSchema
    let types: ValueTypes
    let numbers: SampleNumbers

    /// A value of an attribute; nil where none is found that its type and its rules allow.
    ///
    /// - Parameters:
    ///   - owner: The entity's type or the nested map's.
    ///   - ordinal: Different ones give different values, where there are several.
    ///   - path: The nested maps that the value is inside of: one does not hold itself.
    ///   - accepts: What else is asked of the value.
    func value(
        of attribute: AttributeModel, in owner: String, ordinal: Int = 0, path: [String] = [],
        where accepts: (SampleValue) -> Bool = { _ in true }
    ) -> SampleValue? {
        guard let type = types[attribute.name, of: owner] else { return nil }
        var candidates: [SampleValue] = []
        if ordinal == 0, let literal = attribute.defaultValue, let value = self.value(literal, attribute.type, type) {
            candidates.append(value)
        }
        candidates += self.candidates(attribute.type, type, attribute, ordinal, path)
        return candidates.first { SampleRules.allow($0, attribute) && accepts($0) }
    }

    // MARK: Candidates

    func candidates(
        _ type: AttributeTypeModel, _ valueType: Any.Type, _ attribute: AttributeModel, _ ordinal: Int, _ path: [String]
    ) -> [SampleValue] {
        let name = attribute.name
        let number = numbers.number(name, ordinal)
        let decimals = ["\(number).5", "\(number % 9 + 1).5", "\(number % 9 + 1)", "0.5", "0"] + attribute.range.bounds
        switch type {
        case .string, .any: return texts(attribute, ordinal).compactMap { SampleValue($0) }
        case .bool: return [ordinal == 0, ordinal != 0].compactMap { SampleValue($0) }
        case .integer: return integers(attribute, ordinal, as: valueType)
        case .double: return decimals.compactMap { SampleValue(Double($0)) }
        case .float: return decimals.compactMap { SampleValue(Float($0)) }
        case .decimal: return decimals.compactMap { SampleValue(Decimal(string: $0)) }
        case .number: return decimals.compactMap { SampleValue(Number($0)) }
        case .data: return [SampleValue(Data(bytes(attribute, ordinal)))].compactMap { $0 }
        case .bytes: return [SampleValue(bytes(attribute, ordinal))].compactMap { $0 }
        case .date(let storage): return [self.date(attribute, ordinal, storage)].compactMap { $0 }
        case .uuid: return [SampleValue(uuid(name, ordinal))].compactMap { $0 }
        case .ulid: return [SampleValue(ulid(name, ordinal))].compactMap { $0 }
        case .url:
            let text = "https://example.com/\(SampleTexts.word(of: name))-\(number)"
            return [SampleValue(URL(string: text))].compactMap { $0 }
        case .choice(let choice):
            let texts = choice.cases.map(\.rawValue)
            return (texts.dropFirst(ordinal) + texts.prefix(ordinal)).compactMap { SampleValue($0) }
        case .rawRepresentable(let model): return wrapped(model, valueType, attribute, ordinal)
        case .convertible where attribute.role == .lease: return [lease(attribute, ordinal)].compactMap { $0 }
        case .convertible: return converted(valueType, attribute, ordinal)
        case .map(let definition): return [map(definition, ordinal, path)].compactMap { $0 }
        case .list, .set, .dictionary: return [collection(type, valueType, attribute, path)].compactMap { $0 }
        }
    }
}
