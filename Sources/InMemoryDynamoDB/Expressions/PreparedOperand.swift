import Entities

/// An operand of a prepared condition. What it refers to belongs to the `PackedConstants` that it was made with.
enum PreparedOperand: BitwiseCopyable {
    case path(PreparedPath)
    /// A value of the expression.
    case value(PackedValue)
    case size(UnsafePointer<PreparedOperand>)
    case missing

    init(_ operand: Operand, _ constants: PackedConstants) {
        self =
            switch operand {
            case .path(let path): .path(PreparedPath(path, constants))
            case .value(let value): .value(constants.add(value))
            case .size(let inner): .size(constants.place(PreparedOperand(inner, constants)))
            case .invalid: .missing
            }
    }

    func resolve(in item: PackedMap) -> ResolvedOperand {
        switch self {
        case .path(let path): path.value(in: item).map { .value($0) } ?? .missing
        case .value(let value): .value(value)
        case .size(let inner): inner.pointee.resolve(in: item).size
        case .missing: .missing
        }
    }
}

/// What an operand yields for an item.
enum ResolvedOperand {
    case missing
    case value(PackedValue)
    /// A number that `size` counted.
    case count(Int)

    var type: AttributeType? {
        switch self {
        case .missing: nil
        case .value(let value): value.type
        case .count: .number
        }
    }

    /// DynamoDB's `size`: UTF-16 units of text (measured on the service), bytes of binary, elements of sets, lists and maps. Nothing else has one.
    var size: ResolvedOperand {
        guard case .value(let value) = self else { return .missing }
        switch value.tag {
        case .string: return .count(value.content.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) })
        case .binary: return .count(value.content.count)
        case .list: return .count(value.list?.count ?? 0)
        case .map: return .count(value.map?.count ?? 0)
        case .stringSet, .numberSet, .binarySet: return .count(value.set?.count ?? 0)
        case .number, .false, .true, .null: return .missing
        }
    }

    private var number: Number? {
        switch self {
        case .missing: nil
        case .value(let value): value.number
        case .count(let count): Number(count)
        }
    }

    /// Same type and same value. Nothing equals what is missing.
    func equals(_ other: ResolvedOperand) -> Bool {
        switch (self, other) {
        case (.missing, _), (_, .missing): false
        case (.value(let left), .value(let right)): left == right
        default: number != nil && number == other.number
        }
    }

    /// Below, equal to or above zero; `nil` for types without order, different types, and what is missing.
    func order(to other: ResolvedOperand) -> Int? {
        if case .value(let left) = self, case .value(let right) = other { return left.order(to: right) }
        guard let left = number, let right = other.number else { return nil }
        return left < right ? -1 : left == right ? 0 : 1
    }
}
