extension ULID: LosslessStringConvertible {
    /// Crockford's Base32: no I, L, O and U.
    private static let alphabet = [UInt8]("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    /// The value of each byte as a character in either case; 0xFF for all others.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in alphabet.enumerated() {
            values[Int(character)] = UInt8(value)
            if character >= UInt8(ascii: "A") { values[Int(character | 0x20)] = UInt8(value) }
        }
        return values
    }()

    /// The 26 characters, in upper case.
    public var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(26)
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the UTF-8 of `description`.
    package func append(to text: inout [UInt8]) {
        // Ten characters for the time, 48 bits; twice eight for the randomness, 40 bits each.
        let parts = (
            UInt64(truncatingIfNeeded: value >> 80), UInt64(truncatingIfNeeded: value >> 40 & 0xFF_FFFF_FFFF),
            UInt64(truncatingIfNeeded: value & 0xFF_FFFF_FFFF)
        )
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 26) { buffer in
            for index in 0..<10 { buffer[index] = ULID.alphabet[Int(parts.0 >> (45 - 5 * index) & 31)] }
            for index in 0..<8 {
                buffer[10 + index] = ULID.alphabet[Int(parts.1 >> (35 - 5 * index) & 31)]
                buffer[18 + index] = ULID.alphabet[Int(parts.2 >> (35 - 5 * index) & 31)]
            }
            text.append(contentsOf: UnsafeBufferPointer(buffer))
        }
    }

    /// Reads the 26 characters of a ULID in either case; `nil` for other characters (I, L, O and U among them), another length,
    /// or a value above `7ZZZZZZZZZZZZZZZZZZZZZZZZZ`, which has more than 128 bits.
    public init?(_ description: String) {
        var description = description
        guard let ulid = description.withUTF8({ ULID(utf8: $0) }) else { return nil }
        self = ulid
    }

    /// Reads a ULID from UTF-8, with the grammar of `init(_:)`.
    package init?(utf8: UnsafeBufferPointer<UInt8>) {
        guard utf8.count == 26 else { return nil }
        var value: UInt128 = 0
        for (index, character) in utf8.enumerated() {
            let digit = ULID.values[Int(character)]
            guard digit < 32, index > 0 || digit < 8 else { return nil }
            value = value << 5 | UInt128(digit)
        }
        self.init(value: value)
    }
}

extension ULID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let ulid = ULID(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\"\(text)\" is not a ULID.")
        }
        self = ulid
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
