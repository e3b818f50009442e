/// The byte that a packed value starts with; see "Packed format" in docs/Architecture.md.
@frozen @usableFromInline package enum PackedTag: UInt8, Sendable {
    case string = 1
    case number
    case binary
    case `false`
    case `true`
    case null
    case stringSet
    case numberSet
    case binarySet
    case list
    case map

    /// The descriptor that stands for the type in DynamoDB's JSON.
    package var descriptor: StaticString {
        switch self {
        case .string: "S"
        case .number: "N"
        case .binary: "B"
        case .false, .true: "BOOL"
        case .null: "NULL"
        case .stringSet: "SS"
        case .numberSet: "NS"
        case .binarySet: "BS"
        case .list: "L"
        case .map: "M"
        }
    }

    /// Whether the value is `string`, `number` or `binary`, which keys and the elements of sets are.
    @inlinable package var isScalarKey: Bool { rawValue <= PackedTag.binary.rawValue }

    /// What the elements of a set are; `nil` for what is no set.
    @inlinable package var element: PackedTag? {
        switch self {
        case .stringSet: .string
        case .numberSet: .number
        case .binarySet: .binary
        default: nil
        }
    }

    /// The set of such elements; `nil` for what cannot be in a set.
    var set: PackedTag? {
        switch self {
        case .string: .stringSet
        case .number: .numberSet
        case .binary: .binarySet
        default: nil
        }
    }
}
