import Entities

import struct Foundation.Decimal

/// The rules of a definition, applied to sample values.
enum SampleRules {
    static func allow(_ value: SampleValue, _ attribute: AttributeModel) -> Bool {
        if let length = attribute.length, let count = count(value.stored), !length.allows(count) { return false }
        if let range = attribute.range, case .number(let number) = value.stored,
            let decimal = Decimal(string: number.description), !range.allows(decimal)
        {
            return false
        }
        if let pattern = attribute.pattern, case .string(let text) = value.stored {
            return (try? Regex(pattern)).map { (try? $0.firstMatch(in: text)) != nil } ?? false
        }
        return true
    }

    /// Characters, bytes or elements.
    private static func count(_ value: AttributeValue) -> Int? {
        switch value {
        case .string(let text): text.count
        case .binary(let bytes): bytes.count
        case .list(let elements): elements.count
        case .map(let members): members.count
        case .stringSet(let members): members.count
        case .numberSet(let members): members.count
        case .binarySet(let members): members.count
        case .number, .bool, .null: nil
        }
    }
}
