import CZlib

/// The CRC-32 that answers carry in `x-amz-crc32`.
enum Checksum {
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { bytes in
            // `uInt` lengths: no answer comes near 4 GB.
            UInt32(truncatingIfNeeded: CZlib.crc32(0, bytes.baseAddress, uInt(truncatingIfNeeded: bytes.count)))
        }
    }
}
