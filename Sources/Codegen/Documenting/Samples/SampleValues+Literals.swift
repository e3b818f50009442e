import Entities
import EntityMacrosLite

import struct Foundation.Decimal

// Values that definitions name: defaults, and what conditions compare with.
extension SampleValues {
    /// The value that a definition names, as a default or in a condition.
    func value(_ literal: LiteralValue, of attribute: AttributeModel, in owner: String) -> SampleValue? {
        types[attribute.name, of: owner].flatMap { value(literal, attribute.type, $0) }
    }

    func value(_ literal: LiteralValue, _ type: AttributeTypeModel, _ valueType: Any.Type) -> SampleValue? {
        switch (literal, type) {
        case (.string(let text), _): return SampleValue(text)
        case (.bool(let value), _): return SampleValue(value)
        case (.enumCase(let name), _): return SampleValue(Self.enumCase(name, of: valueType))
        case (.integer(let digits), .integer), (.number(let digits), .integer):
            return Self.literal(digits, as: valueType)
        case (.integer(let digits), .double), (.number(let digits), .double): return SampleValue(Double(digits))
        case (.integer(let digits), .float), (.number(let digits), .float): return SampleValue(Float(digits))
        case (.integer(let digits), .number), (.number(let digits), .number): return SampleValue(Number(digits))
        case (.integer(let digits), _), (.number(let digits), _): return SampleValue(Decimal(string: digits))
        }
    }

    private static func literal(_ digits: String, as type: Any.Type) -> SampleValue? {
        func make<I: FixedWidthInteger>(_ type: I.Type) -> (any AttributeConvertible)? {
            I(digits) as? any AttributeConvertible
        }
        return SampleValue((type as? any FixedWidthInteger.Type).flatMap { make($0) })
    }

    private static func enumCase(_ name: String, of type: Any.Type) -> (any AttributeConvertible)? {
        func find<C: CaseIterable>(_ type: C.Type) -> (any AttributeConvertible)? {
            type.allCases.first { String(reflecting: $0) == name } as? any AttributeConvertible
        }
        return (type as? any CaseIterable.Type).flatMap { find($0) }
    }
}
