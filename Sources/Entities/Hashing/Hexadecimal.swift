extension [UInt8] {
    /// Appends two lowercase hexadecimal digits for each byte.
    package mutating func appendHexadecimal(_ bytes: UnsafeRawBufferPointer) {
        reserveCapacity(count + bytes.count * 2)
        for byte in bytes {
            append(Self.hexadecimalDigit(byte >> 4))
            append(Self.hexadecimalDigit(byte & 0xF))
        }
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") &+ value : UInt8(ascii: "a") &+ (value &- 10)
    }
}
