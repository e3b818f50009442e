// Short cuts for values in JSON that are written as DynamoDB does: no white space, no escapes.
//
// Each reads a whole value, or returns `nil`; then nothing has changed, and the long way is to be taken, which tells what is
// wrong if anything is.
extension AttributeReader {
    /// Reads a string of ASCII.
    @inline(__always)
    mutating func plainText() -> UnsafeBufferPointer<UInt8>? {
        var cursor = cursor
        if let element {
            guard element == .string, let text = cursor.plainText() else { return nil }
            next = cursor.at
            return text
        }
        guard let text = cursor.plainTextValue() else { return nil }
        next = cursor.at
        return text
    }

    /// Reads a BOOL.
    @inline(__always)
    mutating func plainBool() -> Bool? {
        var cursor = cursor
        guard element == nil, let value = cursor.plainBoolValue() else { return nil }
        next = cursor.at
        return value
    }

    /// Reads a set of strings of 1 to 32 elements of ASCII.
    mutating func plainStringSet() -> Set<String>? {
        plainTexts(of: .stringSet) { texts in
            var set = Set<String>(minimumCapacity: texts.count)
            for text in texts { set.insert(String(utf8: text, isASCII: true)) }
            return set
        }
    }

    /// Reads a list of strings, or a set of them, of 1 to 32 elements of ASCII.
    ///
    /// Their texts are found first, so that what holds them is made once in the right size.
    @inline(__always)
    mutating func plainTexts<T>(
        of tag: PackedTag, _ make: (UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>>) -> T
    ) -> T? {
        guard isJSON, element == nil else { return nil }
        var cursor = cursor
        let isOpen =
            tag == .list ? cursor.skipTypedValuePrefix(of: .list) : cursor.skipStringSetPrefix()
        guard isOpen, cursor.skip(UInt8(ascii: "[")) else { return nil }
        return withUnsafeTemporaryAllocation(of: UnsafeBufferPointer<UInt8>.self, capacity: 32) { texts in
            var count = 0
            repeat {
                guard count < 32, let text = tag == .list ? cursor.plainTextValue() : cursor.plainText() else {
                    return nil
                }
                texts.initializeElement(at: count, to: text)
                count += 1
            } while cursor.skip(UInt8(ascii: ","))
            guard cursor.skip(UInt8(ascii: "]")), cursor.skip(UInt8(ascii: "}")) else { return nil }
            next = cursor.at
            return make(UnsafeMutableBufferPointer(rebasing: texts[..<count]))
        }
    }
}

extension ByteCursor {
    /// Reads a typed BOOL; has not moved where it returns `nil`.
    @inline(__always)
    mutating func plainBoolValue() -> Bool? {
        // The longer one is `{"BOOL":false}`; with what is behind it there are sixteen bytes, of an item that is whole.
        guard remaining >= 16 else { return nil }
        let place = UnsafeRawPointer(at)
        guard UInt64(littleEndian: place.loadUnaligned(as: UInt64.self)) == 0x3A22_4C4F_4F42_227B else { return nil }
        let value = UInt64(littleEndian: place.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        if value & 0xFF_FFFF_FFFF == 0x7D_65_75_72_74 {
            at += 13
            return true
        }
        guard value & 0xFFFF_FFFF_FFFF == 0x7D_65_73_6C_61_66 else { return nil }
        at += 14
        return false
    }

    /// Reads a typed string of ASCII, `{"S":"…"}`; may have moved where it returns `nil`.
    @inline(__always)
    mutating func plainTextValue() -> UnsafeBufferPointer<UInt8>? {
        guard skipTypedValuePrefix(of: .string), let text = plainText(), skip(UInt8(ascii: "}")) else { return nil }
        return text
    }

    /// Steps over `{"SS":`.
    @inline(__always)
    fileprivate mutating func skipStringSetPrefix() -> Bool {
        guard remaining >= 8 else { return false }
        let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
        guard word & 0xFFFF_FFFF_FFFF == 0x3A22_5353_227B else { return false }
        at += 6
        return true
    }
}
