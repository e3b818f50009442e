/// What a `JSONReader` throws: `.malformed` for the text, other codes for items and values.
package typealias JSONError = AttributeError

/// Reads JSON text part by part, in the order in which it stands there.
///
/// Each method reads one value and leaves the reader behind it. The bytes may be anything: all that is not JSON throws
/// `.malformed` with the offset.
///
/// ```swift
/// let names = try JSONReader.read(body) { json throws(JSONError) in
///     var names: [String] = []
///     try json.object { key, value throws(JSONError) in
///         if key == "TableNames" { try value.array { element throws(JSONError) in names.append(try element.string()) } }
///     }
///     return names
/// }
/// ```
public struct JSONReader: ~Copyable {
    /// At the next value.
    var cursor: ByteCursor
    let index: UnsafeMutablePointer<MemberIndex>
    private var depth = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>, index: UnsafeMutablePointer<MemberIndex>) {
        cursor = ByteCursor(bytes)
        self.index = index
        cursor.skipWhitespace()
    }

    /// What kind of value comes next.
    package enum Kind: Sendable { case object, array, string, number, bool, null }

    /// Reads a whole text: one value, which `body` reads.
    ///
    /// - Throws: What `body` throws; `.malformed` if anything but white space follows the value.
    package static func read<T>(
        _ bytes: [UInt8], _ body: (inout JSONReader) throws(JSONError) -> T
    ) throws(JSONError) -> T {
        try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in try read(bytes, body) }
    }

    /// Reads a whole text: one value, which `body` reads.
    package static func read<T>(
        _ bytes: UnsafeRawBufferPointer, _ body: (inout JSONReader) throws(JSONError) -> T
    ) throws(JSONError) -> T {
        try bytes.withMemoryRebound(to: UInt8.self) { bytes throws(JSONError) in try read(bytes, body) }
    }

    private static func read<T>(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (inout JSONReader) throws(JSONError) -> T
    ) throws(JSONError) -> T {
        var index = MemberIndex()
        return try withUnsafeMutablePointer(to: &index) { index throws(JSONError) in
            var reader = JSONReader(bytes, index: index)
            let start = reader.cursor.at
            let result = try body(&reader)
            if reader.cursor.at == start { try reader.skip() }
            reader.cursor.skipWhitespace()
            guard reader.cursor.remaining == 0 else { throw reader.cursor.unexpected("the end") }
            return result
        }
    }

    /// The kind of the next value, told by its first character.
    package func kind() throws(JSONError) -> Kind {
        guard cursor.remaining > 0 else { throw cursor.unexpected("a value") }
        switch cursor.at.pointee {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: throw cursor.unexpected("a value")
        }
    }

    /// Reads an object: calls `member` for each member with its name; a value that the closure does not read is skipped.
    package mutating func object(
        _ member: (String, inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) {
        guard try cursor.enter(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return }
        try deepen()
        repeat {
            let name = try string()
            try cursor.colon()
            let start = cursor.at
            try member(name, &self)
            if cursor.at == start { try skip() }
        } while try cursor.next(UInt8(ascii: "}"))
        depth -= 1
    }

    /// Reads an array: calls `element` for each element; one that the closure does not read is skipped.
    package mutating func array(_ element: (inout JSONReader) throws(JSONError) -> Void) throws(JSONError) {
        guard try cursor.enter(UInt8(ascii: "["), UInt8(ascii: "]")) else { return }
        try deepen()
        repeat {
            let start = cursor.at
            try element(&self)
            if cursor.at == start { try skip() }
        } while try cursor.next(UInt8(ascii: "]"))
        depth -= 1
    }

    private mutating func deepen() throws(JSONError) {
        depth += 1
        guard depth <= ByteCursor.maximumJSONDepth else { throw cursor.malformed("JSON is nested too deep") }
    }

    package mutating func string() throws(JSONError) -> String {
        if let text = cursor.plainText() { return String(utf8: text, isASCII: true) }
        let text = try cursor.quotedText()
        return try cursor.string(text)
    }

    /// Reads a number that is an integer.
    package mutating func int() throws(JSONError) -> Int {
        let start = cursor.offset
        let text = try cursor.numberText()
        if let digits = Int(digits: text) { return digits }
        guard let value = Int(String(decoding: text, as: UTF8.self)) else {
            throw .malformed("a number that is no integer of 64 bits", at: start)
        }
        return value
    }

    package mutating func double() throws(JSONError) -> Double {
        let start = cursor.offset
        let text = try cursor.numberText()
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
            throw .malformed("a number that is too large", at: start)
        }
        return value
    }

    package mutating func bool() throws(JSONError) -> Bool { try cursor.boolean() }

    /// Reads `null` if that comes next, and says whether it did.
    package mutating func nullIfPresent() throws(JSONError) -> Bool {
        guard cursor.remaining > 0, cursor.at.pointee == UInt8(ascii: "n") else { return false }
        try cursor.literal("null")
        return true
    }

    /// Skips the next value, checking that it is JSON.
    package mutating func skip() throws(JSONError) { try cursor.skipValue() }

    /// Skips the next value and returns its text.
    package mutating func rawValue() throws(JSONError) -> [UInt8] {
        let start = cursor.at
        try cursor.skipValue()
        return [UInt8](UnsafeBufferPointer(start: start, count: cursor.at - start))
    }

    /// Reads an item, `{"pk":{"S":"…"}}`, into packed form.
    package mutating func item() throws(JSONError) -> EncodedItem {
        // With a sanitizer, the compiler takes `self.index` for a use of what is lent here.
        let index = index
        return try index.pointee.packedItem(from: &cursor, depth: 1)
    }

    /// Reads an item as a record.
    @inlinable
    package mutating func record<T: ItemDecodable>(_ type: T.Type = T.self) throws(AttributeError) -> T {
        var reader = try itemReader()
        defer { reader.forgetMembers() }
        let record = try reader.record(T.self)
        goOn(behind: reader)
        return record
    }

    /// Reads an array of items as records.
    ///
    /// - Parameter count: how many there are likely to be.
    @inlinable
    package mutating func records<T: ItemDecodable>(
        _ type: T.Type = T.self, count: Int = 0
    ) throws(AttributeError) -> [T] {
        var records: [T] = []
        guard try enterArray() else { return records }
        records.reserveCapacity(possibleElements(count))
        repeat { records.append(try record(type)) } while try nextElement()
        return records
    }

    @usableFromInline
    func itemReader() throws(AttributeError) -> ItemReader {
        try ItemReader(json: cursor, index: index, depth: 1)
    }

    /// Goes on behind an item that was read to its end.
    @usableFromInline
    mutating func goOn(behind reader: borrowing ItemReader) { cursor.at = reader.end }

    /// Steps into an array; `false` for an empty one, which is stepped over.
    @usableFromInline
    mutating func enterArray() throws(AttributeError) -> Bool {
        guard try cursor.enter(UInt8(ascii: "["), UInt8(ascii: "]")) else { return false }
        try deepen()
        return true
    }

    /// Steps to the next element; `false` behind the last one.
    @usableFromInline
    mutating func nextElement() throws(AttributeError) -> Bool {
        if try cursor.next(UInt8(ascii: "]")) { return true }
        depth -= 1
        return false
    }

    /// A number of elements that comes from elsewhere: no more than there can be, at three bytes for an item and its comma.
    @usableFromInline
    func possibleElements(_ count: Int) -> Int { max(0, min(count, cursor.remaining / 3)) }

    /// Reads a typed value, `{"S":"…"}`.
    package mutating func attributeValue() throws(JSONError) -> AttributeValue {
        var reader = AttributeReader(at: cursor, format: .json, index: index, depth: 1)
        let value = try reader.attributeValue()
        cursor.at = try reader.end()
        return value
    }
}

extension Int {
    /// The value of 1 to 18 digits and nothing else.
    fileprivate init?(digits: UnsafeBufferPointer<UInt8>) {
        guard (1...18).contains(digits.count) else { return nil }
        self = 0
        for byte in digits {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            self = self * 10 + Int(digit)
        }
    }
}
