// The object that DynamoDB's JSON makes of every value: `{"S":"…"}`.
extension ByteCursor {
    /// Steps over `{"S":` and the like of the types with one letter, if they are written without white space inside; returns
    /// whether they were there. Says nothing about the others.
    @inline(__always)
    mutating func skipTypedValuePrefix(of tag: PackedTag) -> Bool {
        // The shortest value, `{"S":""}`, has eight bytes.
        guard remaining >= 8 else { return false }
        let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self)) & 0xFF_FFFF_FFFF
        guard word == ByteCursor.prefix(of: tag) else { return false }
        at += 5
        skipWhitespace()
        return true
    }

    /// `{"`, the letter, `":`, as the low bytes of a word.
    @inline(__always)
    private static func prefix(of tag: PackedTag) -> UInt64 {
        let letter: UInt8
        switch tag {
        case .string: letter = UInt8(ascii: "S")
        case .number: letter = UInt8(ascii: "N")
        case .binary: letter = UInt8(ascii: "B")
        case .list: letter = UInt8(ascii: "L")
        case .map: letter = UInt8(ascii: "M")
        default: return .max
        }
        return 0x3A_22_00_22_7B | UInt64(letter) << 16
    }

    /// Whether a glance at the first letters of the type tells that it is not NULL; `false` says nothing.
    @inline(__always)
    var isSurelyNotNull: Bool {
        guard remaining >= 4, at[0] == UInt8(ascii: "{"), at[1] == UInt8(ascii: "\"") else { return false }
        // A backslash may start an escape that spells the letter.
        if at[2] == UInt8(ascii: "\\") { return false }
        return at[2] != UInt8(ascii: "N") || at[3] != UInt8(ascii: "U") && at[3] != UInt8(ascii: "\\")
    }

    /// Steps behind the type and the colon of a typed value and returns the type; `false` for BOOL.
    mutating func openTypedValue() throws(AttributeError) -> PackedTag {
        if let tag = skipUsualTypedValuePrefix() { return tag }
        guard try enter(UInt8(ascii: "{"), UInt8(ascii: "}")) else { throw malformed("a value without a type") }
        let text = try quotedText()
        guard let tag = try withUTF8(of: text, { PackedTag(descriptor: $0) }) else {
            throw .malformed("a value of a type that DynamoDB does not have", at: offset - text.bytes.count - 1)
        }
        try colon()
        return tag
    }

    /// Steps over the type, if it is written without white space and escapes.
    @inline(__always)
    private mutating func skipUsualTypedValuePrefix() -> PackedTag? {
        guard remaining >= 8 else { return nil }
        let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
        let tag: PackedTag
        let length: Int
        if word & 0xFF_FF00_FFFF == 0x3A_22_00_22_7B {
            switch UInt8(truncatingIfNeeded: word >> 16) {
            case UInt8(ascii: "S"): tag = .string
            case UInt8(ascii: "N"): tag = .number
            case UInt8(ascii: "B"): tag = .binary
            case UInt8(ascii: "L"): tag = .list
            case UInt8(ascii: "M"): tag = .map
            default: return nil
            }
            length = 5
        } else if word & 0xFFFF_FF00_FFFF == 0x3A_22_53_00_22_7B {
            switch UInt8(truncatingIfNeeded: word >> 16) {
            case UInt8(ascii: "S"): tag = .stringSet
            case UInt8(ascii: "N"): tag = .numberSet
            case UInt8(ascii: "B"): tag = .binarySet
            default: return nil
            }
            length = 6
        } else if word == 0x3A22_4C4F_4F42_227B {
            (tag, length) = (.false, 8)
        } else if word == 0x3A22_4C4C_554E_227B {
            (tag, length) = (.null, 8)
        } else {
            return nil
        }
        at += length
        skipWhitespace()
        return tag
    }

    /// Skips a typed value: the usual form of S, N and B at a glance, any other as JSON.
    @inline(__always)
    mutating func skipTypedValue() throws(AttributeError) {
        guard remaining >= 8 else { return try skipValue() }
        let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
        // `{"`, any letter, `":"`: what letters there are does not matter to what is skipped.
        guard word & 0xFFFF_FF00_FFFF == 0x22_3A_22_00_22_7B, word & 0xFF_0000 > 0x3F_FFFF else {
            return try skipValue()
        }
        let start = at
        at += 5
        try skipText()
        if skip(UInt8(ascii: "}")) { return }
        at = start
        try skipValue()
    }

    /// Steps over the brace behind a typed value.
    @inline(__always)
    mutating func closeTypedValue() throws(AttributeError) {
        if at < end, at.pointee != UInt8(ascii: "}") { skipWhitespace() }
        try expect(UInt8(ascii: "}"))
    }

    /// How many strings an array starts with; less if it is malformed.
    func countOfTexts() -> Int {
        var cursor = self
        var count = 0
        guard let hasElements = try? cursor.enter(UInt8(ascii: "["), UInt8(ascii: "]")), hasElements else { return 0 }
        while (try? cursor.quotedText()) != nil {
            count += 1
            guard let hasNext = try? cursor.next(UInt8(ascii: "]")), hasNext else { break }
        }
        return count
    }
}

extension PackedTag {
    /// The type with a descriptor; `false` for `BOOL`.
    fileprivate init?(descriptor: UnsafeBufferPointer<UInt8>) {
        guard (1...4).contains(descriptor.count) else { return nil }
        let word = descriptor.reduce(into: UInt32(0)) { $0 = $0 << 8 | UInt32($1) }
        switch word {
        case 0x53: self = .string
        case 0x4E: self = .number
        case 0x42: self = .binary
        case 0x4C: self = .list
        case 0x4D: self = .map
        case 0x5353: self = .stringSet
        case 0x4E53: self = .numberSet
        case 0x4253: self = .binarySet
        case 0x424F_4F4C: self = .false
        case 0x4E55_4C4C: self = .null
        default: return nil
        }
    }
}
