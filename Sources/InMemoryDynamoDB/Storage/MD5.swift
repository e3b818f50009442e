/// MD5 (RFC 1321), of which only the first half of a digest is needed.
///
/// It is here since the service orders partitions by it, not to protect anything.
enum MD5 {
    /// The first eight bytes of the digest, the first of them leading.
    static func leadingBytes(of message: UnsafeBufferPointer<UInt8>, after prefix: StaticString) -> UInt64 {
        let length = prefix.utf8CodeUnitCount + message.count
        // A bit that is set, zeros, and the length in bits fill the last block.
        let padded = (length + 9 + 63) / 64 * 64
        return withUnsafeTemporaryAllocation(byteCount: padded, alignment: 8) { block in
            block.initializeMemory(as: UInt8.self, repeating: 0)
            prefix.withUTF8Buffer { block.copyBytes(from: $0) }
            UnsafeMutableRawBufferPointer(rebasing: block[prefix.utf8CodeUnitCount...]).copyBytes(from: message)
            block[length] = 0x80
            block.storeBytes(of: (UInt64(length) &* 8).littleEndian, toByteOffset: padded - 8, as: UInt64.self)
            var rounds = Rounds()
            for start in stride(from: 0, to: padded, by: 64) {
                rounds.take(UnsafeRawBufferPointer(rebasing: block[start..<(start + 64)]))
            }
            return UInt64(rounds.a.byteSwapped) << 32 | UInt64(rounds.b.byteSwapped)
        }
    }
}

/// The state of a digest.
private struct Rounds {
    var a: UInt32 = 0x6745_2301
    var b: UInt32 = 0xEFCD_AB89
    var c: UInt32 = 0x98BA_DCFE
    var d: UInt32 = 0x1032_5476

    typealias Four = (UInt32, UInt32, UInt32, UInt32)

    /// Takes a block of 64 bytes.
    mutating func take(_ block: UnsafeRawBufferPointer) {
        func word(_ index: Int) -> UInt32 {
            UInt32(littleEndian: block.load(fromByteOffset: index * 4, as: UInt32.self))
        }
        var rounds = self
        rounds.first((word(0), word(1), word(2), word(3)), (0xD76A_A478, 0xE8C7_B756, 0x2420_70DB, 0xC1BD_CEEE))
        rounds.first((word(4), word(5), word(6), word(7)), (0xF57C_0FAF, 0x4787_C62A, 0xA830_4613, 0xFD46_9501))
        rounds.first((word(8), word(9), word(10), word(11)), (0x6980_98D8, 0x8B44_F7AF, 0xFFFF_5BB1, 0x895C_D7BE))
        rounds.first((word(12), word(13), word(14), word(15)), (0x6B90_1122, 0xFD98_7193, 0xA679_438E, 0x49B4_0821))
        rounds.second((word(1), word(6), word(11), word(0)), (0xF61E_2562, 0xC040_B340, 0x265E_5A51, 0xE9B6_C7AA))
        rounds.second((word(5), word(10), word(15), word(4)), (0xD62F_105D, 0x0244_1453, 0xD8A1_E681, 0xE7D3_FBC8))
        rounds.second((word(9), word(14), word(3), word(8)), (0x21E1_CDE6, 0xC337_07D6, 0xF4D5_0D87, 0x455A_14ED))
        rounds.second((word(13), word(2), word(7), word(12)), (0xA9E3_E905, 0xFCEF_A3F8, 0x676F_02D9, 0x8D2A_4C8A))
        rounds.third((word(5), word(8), word(11), word(14)), (0xFFFA_3942, 0x8771_F681, 0x6D9D_6122, 0xFDE5_380C))
        rounds.third((word(1), word(4), word(7), word(10)), (0xA4BE_EA44, 0x4BDE_CFA9, 0xF6BB_4B60, 0xBEBF_BC70))
        rounds.third((word(13), word(0), word(3), word(6)), (0x289B_7EC6, 0xEAA1_27FA, 0xD4EF_3085, 0x0488_1D05))
        rounds.third((word(9), word(12), word(15), word(2)), (0xD9D4_D039, 0xE6DB_99E5, 0x1FA2_7CF8, 0xC4AC_5665))
        rounds.fourth((word(0), word(7), word(14), word(5)), (0xF429_2244, 0x432A_FF97, 0xAB94_23A7, 0xFC93_A039))
        rounds.fourth((word(12), word(3), word(10), word(1)), (0x655B_59C3, 0x8F0C_CC92, 0xFFEF_F47D, 0x8584_5DD1))
        rounds.fourth((word(8), word(15), word(6), word(13)), (0x6FA8_7E4F, 0xFE2C_E6E0, 0xA301_4314, 0x4E08_11A1))
        rounds.fourth((word(4), word(11), word(2), word(9)), (0xF753_7E82, 0xBD3A_F235, 0x2AD7_D2BB, 0xEB86_D391))
        a &+= rounds.a
        b &+= rounds.b
        c &+= rounds.c
        d &+= rounds.d
    }

    @inline(__always)
    private mutating func first(_ words: Four, _ constants: Four) {
        a = Self.step(a, b, d ^ (b & (c ^ d)), words.0 &+ constants.0, 7)
        d = Self.step(d, a, c ^ (a & (b ^ c)), words.1 &+ constants.1, 12)
        c = Self.step(c, d, b ^ (d & (a ^ b)), words.2 &+ constants.2, 17)
        b = Self.step(b, c, a ^ (c & (d ^ a)), words.3 &+ constants.3, 22)
    }

    @inline(__always)
    private mutating func second(_ words: Four, _ constants: Four) {
        a = Self.step(a, b, (d & b) | (~d & c), words.0 &+ constants.0, 5)
        d = Self.step(d, a, (c & a) | (~c & b), words.1 &+ constants.1, 9)
        c = Self.step(c, d, (b & d) | (~b & a), words.2 &+ constants.2, 14)
        b = Self.step(b, c, (a & c) | (~a & d), words.3 &+ constants.3, 20)
    }

    @inline(__always)
    private mutating func third(_ words: Four, _ constants: Four) {
        a = Self.step(a, b, b ^ c ^ d, words.0 &+ constants.0, 4)
        d = Self.step(d, a, a ^ b ^ c, words.1 &+ constants.1, 11)
        c = Self.step(c, d, d ^ a ^ b, words.2 &+ constants.2, 16)
        b = Self.step(b, c, c ^ d ^ a, words.3 &+ constants.3, 23)
    }

    @inline(__always)
    private mutating func fourth(_ words: Four, _ constants: Four) {
        a = Self.step(a, b, c ^ (b | ~d), words.0 &+ constants.0, 6)
        d = Self.step(d, a, b ^ (a | ~c), words.1 &+ constants.1, 10)
        c = Self.step(c, d, a ^ (d | ~b), words.2 &+ constants.2, 15)
        b = Self.step(b, c, d ^ (c | ~a), words.3 &+ constants.3, 21)
    }

    @inline(__always)
    private static func step(
        _ value: UInt32, _ next: UInt32, _ mixed: UInt32, _ word: UInt32, _ shift: UInt32
    ) -> UInt32 {
        let sum = value &+ mixed &+ word
        return next &+ (sum &<< shift | sum &>> (32 - shift))
    }
}
