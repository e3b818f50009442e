extension EncodedItem {
    /// The item's size in bytes by DynamoDB's rules: what the limit of 400 KB (409,600 bytes) and the capacity units are
    /// reckoned by.
    ///
    /// Names and strings count in UTF-8; a number takes about one byte for two digits and one more; BOOL and NULL take one; lists
    /// and maps take three, and one for each element or entry besides its own.
    public var sizeInBytes: Int { withPacked { $0.sizeInBytes } }
}

extension PackedValue {
    /// The value's size by DynamoDB's rules, without its attribute's name.
    package var sizeInBytes: Int {
        var size = 0
        switch tag {
        case .string, .binary: size = content.count
        case .number: size = PackedValue.sizeOfNumber(content)
        case .false, .true, .null: size = 1
        case .stringSet, .binarySet:
            if let set { for element in set { size += element.count } }
        case .numberSet:
            if let set { for element in set { size += PackedValue.sizeOfNumber(element) } }
        case .list:
            size = 3
            if let list { for element in list { size += 1 + element.sizeInBytes } }
        case .map:
            size = 3
            if let map { size += map.count + map.sizeInBytes }
        }
        return size
    }

    private static func sizeOfNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        Number(packed: bytes).sizeInBytes
    }
}
