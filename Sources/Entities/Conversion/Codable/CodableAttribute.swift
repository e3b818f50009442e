/// A `Codable` type that is stored by way of its `Codable` conformance: a struct as a map (M), an array as a list (L).
///
/// ```swift
/// struct Preferences: CodableAttribute { var theme = "dark"; var columns = [1, 2] }
/// ```
///
/// Numbers are exact. `Date`, `Data`, `UUID`, `URL`, `Decimal`, `Number`, `ULID` and `[UInt8]` are stored as they are as attributes
/// of their own. This takes a tree of values on the way, so a nested definition is faster, and its parts can be updated singly.
public protocol CodableAttribute: AttributeConvertible, Codable {}

extension CodableAttribute {
    public init(from value: inout AttributeReader) throws(AttributeError) {
        let tree = try value.attributeValue()
        do {
            try self.init(from: AttributeValueDecoder(tree, at: []))
        } catch {
            throw AttributeError(coding: error)
        }
    }

    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        try value.attributeValue(try _attributeValue())
    }

    public func _attributeValue() throws(AttributeError) -> AttributeValue {
        let node = EncodedNode()
        do {
            try encode(to: AttributeValueEncoder(node, at: []))
        } catch {
            throw AttributeError(coding: error)
        }
        return node.attributeValue
    }
}

// An enum with a raw value is stored as that: both roads would give the same, and this one says so to the compiler.
extension CodableAttribute where Self: RawRepresentable, RawValue: AttributeConvertible {
    public init(from value: inout AttributeReader) throws(AttributeError) {
        let raw = try RawValue(from: &value)
        guard let result = Self(rawValue: raw) else { throw .unknownRawValue(raw, of: Self.self) }
        self = result
    }

    public func write(to value: inout AttributeWriter) throws(AttributeError) { try rawValue.write(to: &value) }

    public func _attributeValue() throws(AttributeError) -> AttributeValue { try rawValue._attributeValue() }
}

extension AttributeError {
    /// What an `encode(to:)` or `init(from:)` threw.
    init(coding error: any Error) {
        switch error {
        case let error as AttributeError: self = error
        case DecodingError.typeMismatch(_, let context):
            self.init(.typeMismatch, path: context.codingPath.attributePath, reason: context.debugDescription)
        case DecodingError.valueNotFound(_, let context):
            self.init(.missingAttribute, path: context.codingPath.attributePath, reason: context.debugDescription)
        case DecodingError.keyNotFound(let key, let context):
            self.init(
                .missingAttribute, path: (context.codingPath + [key]).attributePath,
                reason: "the map has no such entry")
        case DecodingError.dataCorrupted(let context):
            let code = (context.underlyingError as? AttributeError)?.code
            self.init(code ?? .invalidValue, path: context.codingPath.attributePath, reason: context.debugDescription)
        case EncodingError.invalidValue(_, let context):
            self.init(.invalidValue, path: context.codingPath.attributePath, reason: context.debugDescription)
        default: self.init(.invalidValue, reason: "\(error)")
        }
    }
}

extension [any CodingKey] {
    /// `lines[2].price`
    var attributePath: String {
        reduce(into: "") { path, key in
            if let position = key.intValue, key.stringValue == "Index \(position)" {
                path += "[\(position)]"
            } else {
                path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}

/// The key of an element, of a superclass, or any other by its text.
struct AttributeCodingKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        stringValue = "Index \(intValue)"
        self.intValue = intValue
    }

    static let superclass = AttributeCodingKey(stringValue: "super")
}

/// Types that have a conversion of their own, which they keep inside `Codable` types.
protocol CodableLeaf: AttributeConvertible {}
