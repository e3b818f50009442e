import Entities

/// What the service asks of an item that is to be stored.
enum ItemRules {
    static let nameTooLong = "Attribute name is too large, must be less than 65536 bytes"

    /// Checks all but the keys.
    /// - Returns: the item's size.
    static func check(_ item: EncodedItem) throws(DynamoDBError) -> Int {
        try checkValues(item)
        let size = item.sizeInBytes
        guard size <= Limits.itemSize else {
            throw .invalid("Item size has exceeded the maximum allowed size")
        }
        return size
    }

    static let emptyName = "Empty attribute name"

    /// Checks names, sets and nesting.
    static func checkValues(_ item: EncodedItem) throws(DynamoDBError) {
        let message = item.withPacked { problem(in: $0, levels: ValueRules.maximumNesting) }
        if let message { throw .invalid(message) }
    }

    private static func problem(in map: PackedMap, levels: Int) -> String? {
        for entry in map {
            if entry.name.isEmpty { return emptyName }
            if entry.name.count > Limits.attributeNameSize {
                return nameTooLong
            }
            if let problem = problem(in: entry.value, levels: levels) { return problem }
        }
        return nil
    }

    /// What is wrong with a value; the depth is limited before it is looked into, so that this cannot exhaust the stack.
    static func problem(in value: PackedValue, levels: Int) -> String? {
        guard levels > 0 else { return ValueRules.nestingTooDeep }
        switch value.tag {
        case .list:
            guard let list = value.list else { return nil }
            for element in list {
                if let problem = problem(in: element, levels: levels - 1) { return problem }
            }
            return nil
        case .map: return value.map.flatMap { problem(in: $0, levels: levels - 1) }
        case .stringSet: return value.set?.count == 0 ? emptySet("An string set  may not be empty") : nil
        case .numberSet: return value.set?.count == 0 ? emptySet("An number set  may not be empty") : nil
        case .binarySet: return value.set?.count == 0 ? emptySet("Binary sets should not be empty") : nil
        case .string, .number, .binary, .false, .true, .null: return nil
        }
    }

    private static func emptySet(_ message: String) -> String {
        "One or more parameter values were invalid: \(message)"
    }
}
