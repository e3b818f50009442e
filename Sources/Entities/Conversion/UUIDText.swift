/// UUIDs as text: 32 hexadecimal digits and four hyphens.
package enum UUIDText {
    /// The positions before which a hyphen stands, counted in bytes of the UUID.
    private static func hasHyphen(before index: Int) -> Bool { index == 4 || index == 6 || index == 8 || index == 10 }

    /// Appends the 36 characters in lower case.
    package static func append(_ uuid: UUID, to text: inout some (ByteSink & ~Copyable)) {
        withUnsafeBytes(of: uuid.uuid) { bytes in
            for index in 0..<16 {
                if hasHyphen(before: index) { text.append(UInt8(ascii: "-")) }
                text.append(digit(bytes[index] >> 4))
                text.append(digit(bytes[index] & 15))
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// Reads 36 characters in either case, or returns `nil` if they are no UUID.
    package static func uuid(_ text: UnsafeBufferPointer<UInt8>) -> UUID? {
        guard text.count == 36 else { return nil }
        var value: UUID = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        var bytes = value.uuid
        let isValid = withUnsafeMutableBytes(of: &bytes) { bytes in
            var position = 0
            for index in 0..<16 {
                if hasHyphen(before: index) {
                    guard text[position] == UInt8(ascii: "-") else { return false }
                    position += 1
                }
                guard let high = nibble(text[position]), let low = nibble(text[position + 1]) else { return false }
                bytes[index] = high << 4 | low
                position += 2
            }
            return true
        }
        guard isValid else { return nil }
        value = UUID(uuid: bytes)
        return value
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
