// Short cuts for the attribute that comes next, as `_readNext` needs them: in JSON where it is written as DynamoDB does, without white space
// and escapes, and in packed items also where others come before it.
//
// Each reads a whole attribute, or returns `nil`; then the long way is to be taken, which finds it just as well, and tells what is wrong
// if anything is.
extension ItemReader {
    /// Reads a string; from JSON only if it is ASCII.
    mutating func nextString(_ name: StaticString) -> String? {
        guard value.isJSON else { return contentAhead(name, .string).map { String(utf8: $0) } }
        guard let start = startOfNext(name, .string) else { return nil }
        var cursor = value.cursor
        cursor.at = start
        guard let text = cursor.plainText(), leaveNext(name, at: cursor.at) else { return nil }
        return String(utf8: text, isASCII: true)
    }

    /// Reads a string of which a closure makes a value; from JSON only if it is ASCII.
    @inline(__always)
    mutating func next<T>(_ name: StaticString, _ convert: (UnsafeBufferPointer<UInt8>) -> T?) -> T? {
        guard value.isJSON else { return contentAhead(name, .string).flatMap(convert) }
        guard let start = startOfNext(name, .string) else { return nil }
        var cursor = value.cursor
        cursor.at = start
        guard let text = cursor.plainText(), let result = convert(text), leaveNext(name, at: cursor.at) else {
            return nil
        }
        return result
    }

    /// Reads an integer; from JSON only one of up to 18 digits.
    mutating func nextInteger(_ name: StaticString) -> Int? {
        guard value.isJSON else {
            return contentAhead(name, .number).flatMap { Number.int64(orderedBytes: UnsafeRawBufferPointer($0)) }
                .flatMap { Int(exactly: $0) }
        }
        guard let start = startOfNext(name, .number) else { return nil }
        var cursor = value.cursor
        cursor.at = start
        guard let value = cursor.quotedSmallInteger(), let integer = Int(exactly: value),
            leaveNext(name, at: cursor.at)
        else { return nil }
        return integer
    }

    /// Reads a decimal; from JSON only one of up to 15 digits.
    mutating func nextDecimal(_ name: StaticString) -> Double? {
        guard value.isJSON else { return contentAhead(name, .number).map { Number(packed: $0).doubleValue } }
        guard let start = startOfNext(name, .number) else { return nil }
        var cursor = value.cursor
        cursor.at = start
        guard let decimal = cursor.quotedPlainDecimal(), leaveNext(name, at: cursor.at) else { return nil }
        return decimal
    }

    /// Reads a BOOL.
    mutating func nextBool(_ name: StaticString) -> Bool? {
        guard value.isJSON else {
            guard var cursor = entryAhead(name) else { return nil }
            return cursor.skip(.true) ? true : cursor.skip(.false) ? false : nil
        }
        guard let start = startOfNext(name) else { return nil }
        var cursor = value.cursor
        cursor.at = start
        guard let bool = cursor.plainBoolValue(), leaveNext(name, at: cursor.at - 1) else { return nil }
        return bool
    }

    // MARK: Packed items

    /// The content of the entry with this name and type, if it is ahead; it is stepped over.
    @inline(__always)
    private mutating func contentAhead(_ name: StaticString, _ tag: PackedTag) -> UnsafeBufferPointer<UInt8>? {
        guard var cursor = entryAhead(name), cursor.skip(tag) else { return nil }
        return cursor.takeCounted()
    }

    @inline(__always)
    private mutating func entryAhead(_ name: StaticString) -> ByteCursor? {
        guard name.hasPointerRepresentation else { return nil }
        return entryAhead(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    // MARK: JSON

    /// Behind the colon of the next member, if that has this name.
    @inline(__always)
    private func startOfNext(_ name: StaticString) -> UnsafePointer<UInt8>? {
        guard !json.isIndexed, name.hasPointerRepresentation else { return nil }
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
