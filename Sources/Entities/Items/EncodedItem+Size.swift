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

    /// The size of a number by its ordered bytes (see `Number`), whose first and last pair may be one digit.
    package static func sizeOfNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let pairs = bytes.count - 1
        precondition(pairs > 0, "packed number is damaged")
        let mask: UInt8 = bytes[0] < 0x80 ? 0xFF : 0
        let (first, last) = ((bytes[1] ^ mask) >> 1, (bytes[pairs] ^ mask) >> 1)
        guard first > 0 else { return 1 }
        let endsInZero = last % 10 == 0
        let digits = 2 * pairs - (first < 10 ? 1 : 0) - (endsInZero ? 1 : 0)
        // 0x80 + 65 stands for the exponent 0, of the first pair.
        let exponent = 2 * (Int(bytes[0] ^ mask) - (0x80 + 65) - (pairs - 1)) + (endsInZero ? 1 : 0)
        let fraction = min(digits, max(0, -exponent))
        return 1 + (digits - fraction + 1) / 2 + (fraction + 1) / 2 + (mask == 0 ? 0 : 1)
    }
}
