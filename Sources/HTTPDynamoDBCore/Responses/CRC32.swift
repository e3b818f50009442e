import CHashing

/// The checksum that DynamoDB sends along with its answers in `x-amz-crc32`: CRC-32 as in gzip and zlib (ISO 3309, polynomial
/// 0xEDB88320).
enum CRC32 {
    /// Eight tables of 256 entries: the one at `k * 256` is for a byte with `k` others behind it.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for byte in 0..<256 {
            var value = UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
            tables[byte] = value
        }
        for index in 256..<tables.count {
            let previous = tables[index - 256]
            tables[index] = previous >> 8 ^ tables[Int(previous & 0xFF)]
        }
        return tables
    }()

    /// By the processor's instructions where it has some.
    /// - Complexity: O(the number of bytes): some 15 of them in a nanosecond, or two without such instructions.
    static func checksum(of bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBytes { bytes in
            var state: UInt32 = 0xFFFF_FFFF
            let done = chashing_crc32(&state, bytes.baseAddress, bytes.count)
            update(&state, UnsafeRawBufferPointer(rebasing: bytes[done...]))
            return ~state
        }
    }

    /// Takes bytes on any processor, eight at a time.
    static func update(_ state: inout UInt32, _ bytes: UnsafeRawBufferPointer) {
        tables.withUnsafeBufferPointer { tables in
            var index = 0
            while index + 8 <= bytes.count {
                let low = bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian ^ state
                let high = bytes.loadUnaligned(fromByteOffset: index + 4, as: UInt32.self).littleEndian
                state =
                    tables[7 << 8 | Int(low & 0xFF)] ^ tables[6 << 8 | Int(low >> 8 & 0xFF)]
                    ^ tables[5 << 8 | Int(low >> 16 & 0xFF)] ^ tables[4 << 8 | Int(low >> 24)]
                state ^=
                    tables[3 << 8 | Int(high & 0xFF)] ^ tables[2 << 8 | Int(high >> 8 & 0xFF)]
                    ^ tables[1 << 8 | Int(high >> 16 & 0xFF)] ^ tables[Int(high >> 24)]
                index += 8
            }
            while index < bytes.count {
                state = state >> 8 ^ tables[Int((state ^ UInt32(bytes[index])) & 0xFF)]
                index += 1
            }
        }
    }
}
