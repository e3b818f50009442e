/// The type of an attribute, of a list's or set's element, or of a dictionary's value.
public indirect enum AttributeTypeModel: Hashable, Sendable, Codable {
    case string
    case bool
    case integer(IntegerType)
    case double
    case float
    case decimal
    /// `Entities.Number`, with all digits.
    case number
    /// `Entities.Data`
    case data
    /// `[UInt8]`
    case bytes
    case date(DateStorage)
    case uuid
    case ulid
    case url
    /// `Entities.AttributeValue`: anything that DynamoDB stores.
    case any
    /// An enum that is generated from the listed values.
    case choice(ChoiceModel)
    /// An enum or wrapper of the user's own, stored as its raw value.
    case rawRepresentable(RawRepresentableModel)
    /// A type of the user's own that converts itself (`AttributeConvertible`, or `Codable` by way of `CodableAttribute`).
    case convertible(typeName: String)
    /// A nested map, by its definition's type name.
    case map(definition: String)
    case list(element: AttributeTypeModel)
    case set(element: AttributeTypeModel)
    case dictionary(value: AttributeTypeModel)

    private enum IntegerCodingKeys: String, CodingKey { case _0 = "type" }
    private enum DateCodingKeys: String, CodingKey { case _0 = "storage" }
    private enum ChoiceCodingKeys: String, CodingKey { case _0 = "enum" }
    private enum RawRepresentableCodingKeys: String, CodingKey { case _0 = "type" }
}

/// The standard library's integers.
public enum IntegerType: String, Hashable, Sendable, Codable, CaseIterable {
    case int = "Int"
    case int8 = "Int8"
    case int16 = "Int16"
    case int32 = "Int32"
    case int64 = "Int64"
    case uint = "UInt"
    case uint8 = "UInt8"
    case uint16 = "UInt16"
    case uint32 = "UInt32"
    case uint64 = "UInt64"

    public var isSigned: Bool { !rawValue.hasPrefix("U") }

    /// The decimal digits of its greatest value.
    public var digits: Int {
        switch self {
        case .int8, .uint8: 3
        case .int16, .uint16: 5
        case .int32, .uint32: 10
        case .int, .int64: 19
        case .uint, .uint64: 20
        }
    }
}

/// How a date is stored.
public enum DateStorage: String, Hashable, Sendable, Codable, CaseIterable {
    /// A string: `2026-11-21T02:46:00.000Z`
    case iso8601
    /// A number.
    case epochSeconds
    /// A number.
    case epochMilliseconds
}

/// An enum that is generated.
public struct ChoiceModel: Hashable, Sendable, Codable {
    public struct Case: Hashable, Sendable, Codable {
        /// The case's name, without backticks: `inReview`.
        public var name: String
        /// What is stored: `in-review`.
        public var rawValue: String

        public init(name: String, rawValue: String) {
            self.name = name
            self.rawValue = rawValue
        }
    }

    /// The enum's name inside of the record: `Status`.
    public var typeName: String
    public var cases: [Case]

    public init(typeName: String, cases: [Case]) {
        self.typeName = typeName
        self.cases = cases
    }
}

/// A type of the user's own that is stored as its raw value.
public struct RawRepresentableModel: Hashable, Sendable, Codable {
    /// Fully qualified: `CMSTypes.Status`.
    public var typeName: String
    /// The type of the raw value: a string or an integer.
    public var rawType: AttributeTypeModel
    /// The raw values of all cases, where the type is `CaseIterable`: a key can hold no other.
    public var rawValues: [String]?
    /// Whether the type is `Comparable`, in the order of its raw values as far as that can be known: ranges make sense then.
    public var isOrdered: Bool

    public init(
        typeName: String, rawType: AttributeTypeModel, rawValues: [String]? = nil, isOrdered: Bool = false
    ) {
        self.typeName = typeName
        self.rawType = rawType
        self.rawValues = rawValues
        self.isOrdered = isOrdered
    }
}

/// A type as DynamoDB has it.
public enum DynamoDBType: String, Hashable, Sendable, Codable, CaseIterable {
    case string = "S"
    case number = "N"
    case binary = "B"
    case bool = "BOOL"
    case list = "L"
    case map = "M"
    case stringSet = "SS"
    case numberSet = "NS"
    case binarySet = "BS"
}

extension AttributeTypeModel {
    /// The type of what is stored; nil where only the value tells.
    public var dynamoDBType: DynamoDBType? {
        switch self {
        case .string, .uuid, .ulid, .url, .choice, .date(.iso8601): .string
        case .integer, .double, .float, .decimal, .number, .date: .number
        case .bool: .bool
        case .data, .bytes: .binary
        case .rawRepresentable(let type): type.rawType.dynamoDBType
        case .any, .convertible: nil
        case .map, .dictionary: .map
        case .list: .list
        case .set(let element):
            switch element.dynamoDBType {
            case .string: .stringSet
            case .number: .numberSet
            case .binary: .binarySet
            default: nil
            }
        }
    }

    /// Whether the type is `Comparable`, and what is stored has the same order.
    public var isOrdered: Bool {
        switch self {
        case .string, .integer, .double, .float, .decimal, .number, .date, .uuid, .ulid: true
        case .rawRepresentable(let type): type.isOrdered
        case .bool, .data, .bytes, .url, .any, .choice, .convertible, .map, .list, .set, .dictionary: false
        }
    }

    /// Whether a value that is not given is an empty one.
    public var isCollection: Bool {
        switch self {
        case .list, .set, .dictionary: true
        default: false
        }
    }
}

extension AttributeTypeModel {
    /// Whether values of both are asked for in the same way: the types are the same, or each is a string or an enum of some.
    func isTextLike(_ other: AttributeTypeModel) -> Bool {
        switch (self, other) {
        case (.choice, .choice), (.choice, .string), (.string, .choice): true
        default: self == other
        }
    }

    /// Whether the type has all values that the other has.
    func holdsTexts(of other: AttributeTypeModel) -> Bool {
        guard case .choice(let own) = self else { return true }
        guard case .choice(let other) = other else { return self == other }
        return Set(own.cases.map(\.rawValue)).isSuperset(of: other.cases.map(\.rawValue))
    }
}
