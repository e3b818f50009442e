public import Entities

/// A value that was written in a definition, as generated code can repeat it.
public enum LiteralValue: Hashable, Sendable, Codable {
    /// A string, or the raw value of a ``Choice``.
    case string(String)
    /// A whole number in decimal digits, as large as it may be.
    case integer(String)
    /// A number with a fraction or an exponent, in decimal digits: `1.5`, `1e-07`.
    case number(String)
    case bool(Bool)
    /// A case of the user's own enum, with all its names: `CMSTypes.Status.draft`.
    case enumCase(String)
}

extension LiteralValue: CustomStringConvertible {
    /// As a person would write it.
    public var description: String {
        switch self {
        case .string(let text): "\"\(text)\""
        case .integer(let digits), .number(let digits): digits
        case .bool(let value): "\(value)"
        case .enumCase(let name): "." + (name.split(separator: ".").last.map(String.init) ?? name)
        }
    }
}

/// A type whose values can be written in a definition: as a default, or in an index's condition.
public protocol LiteralRepresentable {
    /// The value as generated code repeats it.
    var literalValue: LiteralValue { get }
}

extension String: LiteralRepresentable {
    public var literalValue: LiteralValue { .string(self) }
}

extension Bool: LiteralRepresentable {
    public var literalValue: LiteralValue { .bool(self) }
}

extension LiteralRepresentable where Self: FixedWidthInteger {
    public var literalValue: LiteralValue { .integer(String(self)) }
}

extension Int: LiteralRepresentable {}
extension Int8: LiteralRepresentable {}
extension Int16: LiteralRepresentable {}
extension Int32: LiteralRepresentable {}
extension Int64: LiteralRepresentable {}
extension UInt: LiteralRepresentable {}
extension UInt8: LiteralRepresentable {}
extension UInt16: LiteralRepresentable {}
extension UInt32: LiteralRepresentable {}
extension UInt64: LiteralRepresentable {}

extension Double: LiteralRepresentable {
    public var literalValue: LiteralValue { .number(String(describing: self)) }
}

extension Float: LiteralRepresentable {
    public var literalValue: LiteralValue { .number(String(describing: self)) }
}

extension Decimal: LiteralRepresentable {
    public var literalValue: LiteralValue { .number(String(describing: self)) }
}

extension Number: LiteralRepresentable {
    public var literalValue: LiteralValue { .number(String(describing: self)) }
}
