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
    package func append(to text: inout some (ByteSink & ~Copyable)) {
        // Ten characters for the time, 48 bits; twice eight for the randomness, 40 bits each.
        let parts = (
            UInt64(truncatingIfNeeded: value >> 80), UInt64(truncatingIfNeeded: value >> 40 & 0xFF_FFFF_FFFF),
            UInt64(truncatingIfNeeded: value & 0xFF_FFFF_FFFF)
        )
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 26) { buffer in
            ULID.alphabet.withUnsafeBufferPointer { alphabet in
                for index in 0..<10 { buffer[index] = alphabet[Int(parts.0 >> (45 - 5 * index) & 31)] }
                for index in 0..<8 {
                    buffer[10 + index] = alphabet[Int(parts.1 >> (35 - 5 * index) & 31)]
                    buffer[18 + index] = alphabet[Int(parts.2 >> (35 - 5 * index) & 31)]
                }
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
        // The same parts as in `append`; a character that is none leaves bits above the lower five.
        var parts: (UInt64, UInt64, UInt64) = (0, 0, 0)
        var seen: UInt8 = 0
        ULID.values.withUnsafeBufferPointer { values in
            func digit(_ index: Int) -> UInt64 {
                let digit = values[Int(utf8[index])]
                seen |= digit
                return UInt64(digit & 31)
            }
            for index in 0..<10 { parts.0 = parts.0 << 5 | digit(index) }
            for index in 10..<18 { parts.1 = parts.1 << 5 | digit(index) }
            for index in 18..<26 { parts.2 = parts.2 << 5 | digit(index) }
        }
        guard seen < 32, parts.0 <= ULID.lastMillisecond else { return nil }
        self.init(value: UInt128(parts.0) << 80 | UInt128(parts.1) << 40 | UInt128(parts.2))
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
