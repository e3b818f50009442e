/// The types that an attribute's value can have, by DynamoDB's own names.
public enum AttributeType: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    case string = "S"
    case number = "N"
    case binary = "B"
    case bool = "BOOL"
    case null = "NULL"
    case stringSet = "SS"
    case numberSet = "NS"
    case binarySet = "BS"
    case list = "L"
    case map = "M"

    /// The name on the wire, such as `S`.
    public var description: String { rawValue }
}
