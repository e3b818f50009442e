/// Base64 (RFC 4648, section 4) as DynamoDB has it: padded, no line breaks, one text for each value.
package enum Base64 {
    private static let alphabet = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")
    private static let invalid: UInt8 = 0xFF
    /// The value of each byte as a character, or `invalid`.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: invalid, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    /// How many characters that many bytes take.
    package static func encodedCount(_ count: Int) -> Int { (count + 2) / 3 * 4 }

    /// The text of some bytes.
    package static func text(of bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(encodedCount(bytes.count))
        append(bytes, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the characters of some bytes.
    package static func append(_ bytes: [UInt8], to text: inout some (ByteSink & ~Copyable)) {
        bytes.withUnsafeBytes { append($0, to: &text) }
    }

    /// Appends the characters of some bytes.
    package static func append(_ bytes: UnsafeRawBufferPointer, to text: inout some (ByteSink & ~Copyable)) {
        // In blocks on the stack: the text then grows by whole blocks and need not be filled with zeros first.
        let block = 768
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: min(encodedCount(bytes.count), block / 3 * 4)) {
            buffer in
            alphabet.withUnsafeBufferPointer { alphabet in
                for start in stride(from: 0, to: bytes.count, by: block) {
                    let part = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + block, bytes.count)])
                    let count = encode(part, with: alphabet, into: buffer)
                    text.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
                }
            }
        }
    }

    private static func encode(
        _ bytes: UnsafeRawBufferPointer, with alphabet: UnsafeBufferPointer<UInt8>,
        into buffer: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var (index, count) = (0, 0)
        while index + 2 < bytes.count {
            let group = Int(bytes[index]) << 16 | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
            buffer[count] = alphabet[group >> 18]
            buffer[count + 1] = alphabet[group >> 12 & 63]
            buffer[count + 2] = alphabet[group >> 6 & 63]
            buffer[count + 3] = alphabet[group & 63]
            (index, count) = (index + 3, count + 4)
        }
        if index == bytes.count { return count }
        let hasTwo = index + 1 < bytes.count
        let group = Int(bytes[index]) << 16 | (hasTwo ? Int(bytes[index + 1]) << 8 : 0)
        buffer[count] = alphabet[group >> 18]
        buffer[count + 1] = alphabet[group >> 12 & 63]
        buffer[count + 2] = hasTwo ? alphabet[group >> 6 & 63] : padding
        buffer[count + 3] = padding
        return count + 4
    }

    /// The bytes that a text stands for.
    package static func decode(_ text: String) throws(Base64Error) -> [UInt8] {
        var text = text
        let result: Result<[UInt8], Base64Error> = text.withUTF8 { utf8 in
            do throws(Base64Error) { return .success(try decode(utf8: utf8)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// The bytes that a text in UTF-8 stands for.
    ///
    /// - Throws: `Base64Error` unless it is exactly what `append` writes for those bytes.
    package static func decode(utf8: UnsafeBufferPointer<UInt8>) throws(Base64Error) -> [UInt8] {
        guard utf8.count.isMultiple(of: 4) else { throw .length(utf8.count) }
        if utf8.isEmpty { return [] }
        let last = utf8.count - 1
        let padded = utf8[last] != padding ? 0 : utf8[last - 1] != padding ? 1 : 2
        let count = utf8.count / 4 * 3 - padded
        var isValid = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            isValid = values.withUnsafeBufferPointer { decode(utf8, padded: padded, with: $0, into: buffer) }
            initialized = isValid ? count : 0
        }
        guard isValid else { throw error(in: utf8.dropLast(padded)) }
        return bytes
    }

    private static func decode(
        _ utf8: UnsafeBufferPointer<UInt8>, padded: Int, with values: UnsafeBufferPointer<UInt8>,
        into buffer: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        let whole = padded == 0 ? utf8.count : utf8.count - 4
        // Valid values are below 64; the high bits of any other stay set here.
        var seen: UInt8 = 0
        var (index, count) = (0, 0)
        while index < whole {
            let (a, b) = (values[Int(utf8[index])], values[Int(utf8[index + 1])])
            let (c, d) = (values[Int(utf8[index + 2])], values[Int(utf8[index + 3])])
            seen |= a | b | c | d
            buffer[count] = a << 2 | b >> 4
            buffer[count + 1] = b << 4 | c >> 2
            buffer[count + 2] = c << 6 | d
            (index, count) = (index + 4, count + 3)
        }
        if padded > 0 {
            let (a, b) = (values[Int(utf8[index])], values[Int(utf8[index + 1])])
            seen |= a | b
            buffer[count] = a << 2 | b >> 4
            if padded == 2 {
                // The bits that belong to no byte must be zero, or two texts would mean the same.
                if b & 0x0F != 0 { return false }
            } else {
                let c = values[Int(utf8[index + 2])]
                seen |= c
                buffer[count + 1] = b << 4 | c >> 2
                if c & 0x03 != 0 { return false }
            }
        }
        return seen < 64
    }

    private static func error(in characters: Slice<UnsafeBufferPointer<UInt8>>) -> Base64Error {
        if let character = characters.first(where: { values[Int($0)] == invalid }) { return .character(character) }
        return .lastCharacter
    }
}

/// Why a text is not Base64.
package enum Base64Error: Error, Hashable, Sendable, CustomStringConvertible {
    /// The length, given here in bytes, is not a multiple of four.
    case length(Int)
    /// This byte is not a character of Base64, or is a padding character before the end.
    case character(UInt8)
    /// The last character holds bits that belong to no byte.
    case lastCharacter

    /// The text of DynamoDB's own error, its spelling included.
    package var description: String {
        switch self {
        case .length(let count): "Base64 encoded length is expected a multiple of 4 bytes but found: \(count)"
        case .character(let byte): "Invalid Base64 character: '\(Character(Unicode.Scalar(byte)))'"
        case .lastCharacter: "Invalid last non-pad Base64 character dectected"
        }
    }
}
