import Testing

@testable import HTTPDynamoDBCore

@Suite("CRC-32 and dates of answers") struct ChecksumTests {
    @Test(
        "The checksums that others give",
        arguments: [
            ("", 0), ("123456789", 0xCBF4_3926), ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
            ("{}", 2_745_614_147),
        ])
    func known(text: String, checksum: UInt32) {
        // The check value of the polynomial; the fox as in zlib's and everybody's tests; the empty object as DynamoDB sends it.
        #expect(CRC32.checksum(of: Array(text.utf8)) == checksum)
    }

    @Test("The processor's instructions, and eight bytes at a time, are the same as one at a time")
    func plainPath() {
        var generator = SystemRandomNumberGenerator()
        for length in 0..<400 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            var crc: UInt32 = 0xFFFF_FFFF
            for byte in bytes {
                crc ^= UInt32(byte)
                for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
            }
            #expect(CRC32.checksum(of: bytes) == ~crc, "\(bytes)")
            var other: UInt32 = 0xFFFF_FFFF
            bytes.withUnsafeBytes { CRC32.update(&other, $0) }
            #expect(other == crc, "\(bytes)")
        }
    }

    @Test("The time in a Date header, and what is none")
    func dates() {
        #expect(HTTPDate.seconds("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)  // RFC 9110, 5.6.7
        #expect(HTTPDate.seconds("Thu, 01 Jan 1970 00:00:00 GMT") == 0)
        for text in [
            "", "yesterday", "Sun, 06 Nov 1994 08:49:37", "Sun, 31 Feb 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nom 1994 08:49:37 GMT", "Sun, +6 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
        ] {
            #expect(HTTPDate.seconds(text) == nil, "\(text)")
        }
    }
}
