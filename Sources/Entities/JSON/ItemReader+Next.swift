// Short cuts for the attribute that comes next in JSON, where it is written as DynamoDB does: no white space, no escapes.
//
// Each reads a whole member, `"name":{"S":"…"},`, or returns `nil`; then nothing has changed, and the long way is to be
// taken, which tells what is wrong if anything is.
extension ItemReader {
    /// Reads a string of ASCII.
    @inline(__always)
    mutating func nextText(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard let start = startOfNext(name, .string) else { return nil }
        var cursor = value.cursor
        cursor.at = start
        guard let text = cursor.plainText(), leaveNext(name, at: cursor.at) else { return nil }
        return text
    }

    /// Reads an integer of up to 18 digits.
    mutating func nextInteger(_ name: StaticString) -> Int? {
        guard let start = startOfNext(name, .number) else { return nil }
        var cursor = value.cursor
        cursor.at = start
        guard let value = cursor.quotedSmallInteger(), let integer = Int(exactly: value),
            leaveNext(name, at: cursor.at)
        else { return nil }
        return integer
    }

    /// Reads a decimal of up to 15 digits.
    mutating func nextDecimal(_ name: StaticString) -> Double? {
        guard let start = startOfNext(name, .number) else { return nil }
        var cursor = value.cursor
        cursor.at = start
        guard let decimal = cursor.quotedPlainDecimal(), leaveNext(name, at: cursor.at) else { return nil }
        return decimal
    }

    /// Reads a BOOL.
    mutating func nextBool(_ name: StaticString) -> Bool? {
        guard let start = startOfNext(name) else { return nil }
        var cursor = value.cursor
        cursor.at = start
        guard let bool = cursor.plainBoolValue(), leaveNext(name, at: cursor.at - 1) else { return nil }
        return bool
    }

    /// Behind the colon of the next member, if that has this name.
    @inline(__always)
    private func startOfNext(_ name: StaticString) -> UnsafePointer<UInt8>? {
        guard value.isJSON, !json.isIndexed, name.hasPointerRepresentation else { return nil }
        return startOfNext(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    /// Behind the colon of the type, if the next member has this name and this type, one of those with one letter.
    @inline(__always)
    private func startOfNext(_ name: StaticString, _ tag: PackedTag) -> UnsafePointer<UInt8>? {
        guard let start = startOfNext(name) else { return nil }
        var cursor = value.cursor
        cursor.at = start
        return cursor.skipTypedValuePrefix(of: tag) ? cursor.at : nil
    }

    /// Goes on to the next member from behind the payload of this one.
    @inline(__always)
    private mutating func leaveNext(_ name: StaticString, at place: UnsafePointer<UInt8>) -> Bool {
        // The brace of the value, and either that of the item, or a comma and the next name.
        guard value.cursor.end - place >= 3, place[0] == UInt8(ascii: "}") else { return false }
        if place[1] == UInt8(ascii: "}") {
            json.isAtEnd = true
        } else if place[1] != UInt8(ascii: ",") || place[2] != UInt8(ascii: "\"") {
            return false
        }
        json.last = UnsafeBufferPointer(start: next + 1, count: name.utf8CodeUnitCount)
        json.isPending = false
        next = place + 2
        return true
    }
}
