/// The text of a key attribute, written as a template: `"TENANT#\(tenantID)#SLUG#\(slug)"`.
///
/// Literal text is taken as written. Values are written so that two different values never make the same key and that the
/// order of the texts is the order of the values: text is percent-encoded below `&`, numbers and dates have a fixed width
/// (`docs/Architecture.md`, "Key text"). A value that cannot be part of a key is kept as `problem`; the request that holds the key
/// is then refused before anything is sent.
///
/// Key texts are equal when their bytes are, as in DynamoDB: two spellings of `é` make two keys.
public struct KeyText: Hashable, Sendable {
    /// The UTF-8 of the text.
    var utf8 = ShortBytes()
    /// Why the text cannot be used, if it cannot.
    public private(set) var problem: AttributeError?

    /// The key as it is stored.
    public var text: String { utf8.withBytes { String(utf8: $0) } }

    /// An empty text.
    public init() {}

    /// Text that is taken as it is.
    public init(literal text: String) {
        append(literal: text)
    }

    /// Another text of a key with this problem.
    init(literal text: String = "", problem: AttributeError?) {
        self.problem = problem
        append(literal: text)
    }

    /// Appends literal text.
    public mutating func append(literal: String) {
        utf8.append(text: literal)
    }

    /// Appends another key text, as it is.
    public mutating func append(_ other: KeyText) {
        other.utf8.withBytes { utf8.append(contentsOf: $0) }
        problem = problem ?? other.problem
    }

    /// Appends a value as text, percent-encoding the bytes 0x00 to 0x25 and `delimiter`, the ASCII character that the literal behind the
    /// value begins with, if that sorts above `%`.
    ///
    /// - Complexity: O(n); a text without anything to escape is copied as a whole.
    public mutating func append(escaping value: String, delimiter: UInt8? = nil) {
        // Without a delimiter, one that is escaped anyway.
        let delimiter = delimiter ?? 0
        var value = value
        value.withUTF8 { bytes in
            if KeyText.isPlain(bytes, delimiter) {
                utf8.append(contentsOf: bytes)
            } else {
                appendEscaping(bytes, delimiter)
            }
        }
    }

    /// Appends another key text, in which only `delimiter` is percent-encoded.
    mutating func append(_ other: KeyText, escaping delimiter: UInt8) {
        problem = problem ?? other.problem
        other.utf8.withBytes { bytes in
            for byte in bytes {
                if byte == delimiter { appendEscape(byte) } else { utf8.append(byte) }
            }
        }
    }

    /// Marks the key as unusable. The first reason is kept.
    public mutating func refuse(_ reason: String) {
        problem = problem ?? AttributeError(.invalidValue, path: "", reason: reason)
    }

    /// Whether nothing has to be escaped, nor looked at because it could be U+10FFFF. Without early exit, so that the compiler
    /// compares many bytes at once.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) -> Bool {
        var found: UInt8 = 0
        for byte in bytes { found |= (byte <= 0x25 ? 1 : 0) | (byte == delimiter ? 1 : 0) | (byte == 0xF4 ? 1 : 0) }
        return found == 0
    }

    private mutating func appendEscaping(_ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= 0x25 || byte == delimiter {
                appendEscape(byte)
            } else if byte == 0xF4, bytes.dropFirst(index).starts(with: KeyText.maximum.utf8) {
                refuse("U+10FFFF cannot be part of a key: it marks the end of ranges")
                index += 3
            } else {
                utf8.append(byte)
            }
            index += 1
        }
    }

    private mutating func appendEscape(_ byte: UInt8) {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? value + 0x30 : value + 0x37 }
        utf8.append(UInt8(ascii: "%"))
        utf8.append(digit(byte >> 4))
        utf8.append(digit(byte & 15))
    }
}

extension KeyText {
    /// Above every text that can follow in a key, see `append(escaping:)`.
    static let maximum = "\u{10FFFF}"

    /// Whether the text comes before another one in DynamoDB's order, that of the bytes.
    func precedes(_ other: KeyText) -> Bool {
        utf8.withBytes { bytes in other.utf8.withBytes { byteOrder(bytes, $0) < 0 } }
    }
}

extension KeyText: AttributeConvertible {
    public init(from value: inout AttributeReader) throws(AttributeError) {
        self.init(literal: try value.string())
    }

    /// Writes a string (S).
    ///
    /// - Throws: The `problem`, if there is one.
    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        if let problem { throw problem }
        utf8.withBytes { value.write(utf8: $0) }
    }

    public func _attributeValue() throws(AttributeError) -> AttributeValue {
        if let problem { throw problem }
        return .string(text)
    }
}

extension Operand {
    /// The key's text as an operand, or the reason why there is none.
    init(_ key: KeyText) {
        self = key.problem.map { .invalid($0) } ?? .value(.string(key.text))
    }
}

extension KeyText {
    /// What stands for a key of which some parts are there and others are not; called by generated code. It refuses the request.
    public static func incomplete(needing parts: String) -> KeyText {
        var key = KeyText()
        key.refuse("ElectroDB's key needs all of \(parts), and some are absent: give all of them, or none")
        return key
    }
}
