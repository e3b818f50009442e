/// Lowercase hexadecimal digits.
enum Hexadecimal {
    /// The eight digits of four bytes, which lie in memory one after the other.
    static func digits(of bytes: UInt32) -> UInt64 {
        // Each half byte in a byte of its own, the first lowest.
        var digits = UInt64(bytes.bigEndian)
        digits = (digits | digits << 16) & 0x0000_FFFF_0000_FFFF
        digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
        digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0F
        let isLetter = (digits &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        let letters = isLetter &* UInt64(UInt8(ascii: "a") - UInt8(ascii: "0") - 10)
        return (digits &+ 0x3030_3030_3030_3030 &+ letters).bigEndian
    }
}

extension ByteBuffer {
    /// Appends the 64 hexadecimal digits of a hash.
    package mutating func appendHexadecimal(_ digest: SHA256.Digest) {
        digest.withUnsafeBytes { bytes in
            for offset in stride(from: 0, to: bytes.count, by: 4) {
                let digits = Hexadecimal.digits(of: bytes.load(fromByteOffset: offset, as: UInt32.self))
                Swift.withUnsafeBytes(of: digits) { append(contentsOf: $0.assumingMemoryBound(to: UInt8.self)) }
            }
        }
    }
}
