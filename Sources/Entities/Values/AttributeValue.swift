/// A value of an attribute, of any of DynamoDB's ten types.
///
/// For items whose shape is not known to a schema, and for tests. Generated records do not pass through it.
///
/// Strings, map keys and members of sets compare as Swift's strings do, by Unicode's canonical equivalence, whereas DynamoDB
/// compares bytes: two spellings of `é` are one key here and two there. Where that matters, compare encoded items.
///
/// ```swift
/// let value: AttributeValue = ["name": "Ada", "age": 36, "tags": ["maths", nil]]
/// print(value)    // {"M":{"age":{"N":"36"},"name":{"S":"Ada"},"tags":{"L":[{"S":"maths"},{"NULL":true}]}}}
/// ```
public enum AttributeValue: Hashable, Sendable {
    case string(String)
    case number(Number)
    case binary([UInt8])
    case bool(Bool)
    case null
    case stringSet(Set<String>)
    case numberSet(Set<Number>)
    case binarySet(Set<[UInt8]>)
    case list([AttributeValue])
    case map([String: AttributeValue])

    /// The value's type.
    public var type: AttributeType {
        switch self {
        case .string: .string
        case .number: .number
        case .binary: .binary
        case .bool: .bool
        case .null: .null
        case .stringSet: .stringSet
        case .numberSet: .numberSet
        case .binarySet: .binarySet
        case .list: .list
        case .map: .map
        }
    }
}

extension AttributeValue: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
}

extension AttributeValue: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int64) { self = .number(Number(value)) }
}

extension AttributeValue: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension AttributeValue: ExpressibleByNilLiteral {
    public init(nilLiteral: ()) { self = .null }
}

extension AttributeValue: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: AttributeValue...) { self = .list(elements) }
}

extension AttributeValue: ExpressibleByDictionaryLiteral {
    /// A map; of entries with the same key, the last counts.
    public init(dictionaryLiteral elements: (String, AttributeValue)...) {
        self = .map(Dictionary(elements) { _, last in last })
    }
}
