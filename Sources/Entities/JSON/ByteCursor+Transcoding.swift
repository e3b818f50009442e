// DynamoDB's JSON to the packed format, without values in between.
extension ByteCursor {
    /// Reads an object of typed values and appends it as the body of a map.
    ///
    /// - Parameter depth: 1 for an item.
    mutating func transcodeMap(into bytes: inout [UInt8], depth: Int) throws(AttributeError) {
        var entries = PackedCollection(.map, in: &bytes)
        if try enter(UInt8(ascii: "{"), UInt8(ascii: "}")) {
            repeat {
                let name: JSONText
                if let plain = plainText() {
                    bytes.appendCounted(plain)
                    entries.noteKey(count: plain.count, in: bytes)
                    name = JSONText(bytes: plain, hasEscapes: false, isASCII: true)
                } else {
                    name = try quotedText()
                    let start = bytes.count
                    try append(name, to: &bytes)
                    entries.noteKey(
                        count: name.hasEscapes ? counted(in: bytes, at: start) : name.bytes.count, in: bytes)
                }
                try colon()
                do throws(AttributeError) {
                    try transcodeValue(into: &bytes, depth: depth)
                } catch {
                    throw try error.inside(string(name))
                }
            } while try next(UInt8(ascii: "}"))
        }
        try entries.finish(in: &bytes)
    }

    /// Reads a typed value and appends it.
    ///
    /// - Parameter depth: 1 for the attribute of an item.
    mutating func transcodeValue(into bytes: inout [UInt8], depth: Int) throws(AttributeError) {
        let start = at
        if let text = plainTextValue() {
            bytes.append(.string)
            bytes.appendCounted(text)
            return
        }
        at = start
        let tag = try openTypedValue()
        switch tag {
        case .string, .number, .binary:
            bytes.append(tag)
            try transcodeContent(of: tag, into: &bytes)
        case .false, .true: bytes.append(try boolean() ? PackedTag.true : .false)
        case .null:
            guard try boolean() else { throw AttributeError(.invalidValue, reason: "NULL can only be true") }
            bytes.append(tag)
        case .stringSet, .numberSet, .binarySet, .list, .map:
            guard depth <= AttributeReader.maximumDepth else { throw .tooDeep }
            bytes.append(tag)
            let length = bytes.count
            bytes.append(0)
            switch tag {
            case .map: try transcodeMap(into: &bytes, depth: depth + 1)
            case .list: try transcodeList(into: &bytes, depth: depth + 1)
            default: try transcodeSet(of: tag.element ?? .string, into: &bytes)
            }
            bytes.setVarint(bytes.count - length - 1, at: length)
        }
        try closeTypedValue()
    }

    private mutating func transcodeList(into bytes: inout [UInt8], depth: Int) throws(AttributeError) {
        let start = bytes.count
        bytes.append(0)
        var count = 0
        if try enter(UInt8(ascii: "["), UInt8(ascii: "]")) {
            repeat {
                do throws(AttributeError) {
                    try transcodeValue(into: &bytes, depth: depth)
                } catch {
                    throw error.inside(element: count)
                }
                count += 1
            } while try next(UInt8(ascii: "]"))
        }
        bytes.setVarint(count, at: start)
    }

    private mutating func transcodeSet(of element: PackedTag, into bytes: inout [UInt8]) throws(AttributeError) {
        var elements = PackedCollection(.set, in: &bytes)
        var count = 0
        if try enter(UInt8(ascii: "["), UInt8(ascii: "]")) {
            repeat {
                if element == .string, let text = plainText() {
                    bytes.appendCounted(text)
                    elements.noteKey(count: text.count, in: bytes)
                } else {
                    let start = bytes.count
                    try transcodeContent(of: element, into: &bytes)
                    elements.noteKey(count: counted(in: bytes, at: start), in: bytes)
                }
                count += 1
            } while try next(UInt8(ascii: "]"))
        }
        try elements.finish(in: &bytes)
        guard elements.count == count else {
            throw AttributeError(.duplicate, reason: "the set has an element twice")
        }
    }

    /// Reads the string that S, N and B hold, and appends its content with the length.
    private mutating func transcodeContent(of tag: PackedTag, into bytes: inout [UInt8]) throws(AttributeError) {
        switch tag {
        case .number:
            let start = at
            if let integer = quotedSmallInteger() {
                bytes.appendCounted(integer)
            } else {
                at = start
                bytes.appendCounted(try quotedNumber())
            }
        case .binary:
            let content = try quotedBase64()
            content.withUnsafeBufferPointer { bytes.appendCounted($0) }
        default:
            if let text = plainText() { return bytes.appendCounted(text) }
            try append(quotedText(), to: &bytes)
        }
    }

    /// Appends what a text spells with its length in front.
    private func append(_ text: JSONText, to bytes: inout [UInt8]) throws(AttributeError) {
        try withUTF8(of: text) { utf8 in bytes.appendCounted(utf8) }
    }

    /// The length that stands at a position.
    private func counted(in bytes: [UInt8], at position: Int) -> Int {
        bytes.withUnsafeBufferPointer { all in
            var cursor = ByteCursor(UnsafeBufferPointer(rebasing: all[position...]))
            return cursor.varint()
        }
    }
}
