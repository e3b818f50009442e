import CHashing

// The compression function, FIPS 180-4, section 6.2.2. In Swift, sixteen rounds stand in a row: the working variables come back to
// their own places, so that none of them is moved, and the message schedule is sixteen variables, each replaced by its successor
// when it has been used.

extension SHA256 {
    /// Takes whole blocks into the state: by the processor's instructions where it has some, which is four times as fast.
    package static func compress(_ bytes: UnsafeRawPointer, blocks: Int, into state: inout SIMD8<UInt32>) {
        let isDone = withUnsafeMutablePointer(to: &state) {
            $0.withMemoryRebound(to: UInt32.self, capacity: 8) { chashing_sha256($0, bytes, blocks, roundConstants) }
        }
        if !isDone { compressInSwift(bytes, blocks: blocks, into: &state) }
    }

    /// Takes whole blocks into the state on any processor.
    package static func compressInSwift(_ bytes: UnsafeRawPointer, blocks: Int, into state: inout SIMD8<UInt32>) {
        roundConstants.withUnsafeBufferPointer { constants in
            guard let constants = constants.baseAddress else { return }
            for block in 0..<blocks { compress(bytes + block * blockLength, constants, into: &state) }
        }
    }

    @inline(__always)
    private static func compress(
        _ block: UnsafeRawPointer, _ constants: UnsafePointer<UInt32>, into state: inout SIMD8<UInt32>
    ) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        var (w0, w1, w2, w3) = (word(block, 0), word(block, 1), word(block, 2), word(block, 3))
        var (w4, w5, w6, w7) = (word(block, 4), word(block, 5), word(block, 6), word(block, 7))
        var (w8, w9, w10, w11) = (word(block, 8), word(block, 9), word(block, 10), word(block, 11))
        var (w12, w13, w14, w15) = (word(block, 12), word(block, 13), word(block, 14), word(block, 15))
        var index = 0
        while true {
            round(a, b, c, &d, e, f, g, &h, w0 &+ constants[index])
            round(h, a, b, &c, d, e, f, &g, w1 &+ constants[index &+ 1])
            round(g, h, a, &b, c, d, e, &f, w2 &+ constants[index &+ 2])
            round(f, g, h, &a, b, c, d, &e, w3 &+ constants[index &+ 3])
            round(e, f, g, &h, a, b, c, &d, w4 &+ constants[index &+ 4])
            round(d, e, f, &g, h, a, b, &c, w5 &+ constants[index &+ 5])
            round(c, d, e, &f, g, h, a, &b, w6 &+ constants[index &+ 6])
            round(b, c, d, &e, f, g, h, &a, w7 &+ constants[index &+ 7])
            round(a, b, c, &d, e, f, g, &h, w8 &+ constants[index &+ 8])
            round(h, a, b, &c, d, e, f, &g, w9 &+ constants[index &+ 9])
            round(g, h, a, &b, c, d, e, &f, w10 &+ constants[index &+ 10])
            round(f, g, h, &a, b, c, d, &e, w11 &+ constants[index &+ 11])
            round(e, f, g, &h, a, b, c, &d, w12 &+ constants[index &+ 12])
            round(d, e, f, &g, h, a, b, &c, w13 &+ constants[index &+ 13])
            round(c, d, e, &f, g, h, a, &b, w14 &+ constants[index &+ 14])
            round(b, c, d, &e, f, g, h, &a, w15 &+ constants[index &+ 15])
            index &+= 16
            if index == 64 { break }
            next(&w0, w1, w9, w14)
            next(&w1, w2, w10, w15)
            next(&w2, w3, w11, w0)
            next(&w3, w4, w12, w1)
            next(&w4, w5, w13, w2)
            next(&w5, w6, w14, w3)
            next(&w6, w7, w15, w4)
            next(&w7, w8, w0, w5)
            next(&w8, w9, w1, w6)
            next(&w9, w10, w2, w7)
            next(&w10, w11, w3, w8)
            next(&w11, w12, w4, w9)
            next(&w12, w13, w5, w10)
            next(&w13, w14, w6, w11)
            next(&w14, w15, w7, w12)
            next(&w15, w0, w8, w13)
        }
        state &+= SIMD8(a, b, c, d, e, f, g, h)
    }

    @inline(__always)
    private static func word(_ block: UnsafeRawPointer, _ index: Int) -> UInt32 {
        UInt32(bigEndian: block.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
    }

    /// Replaces a word of the schedule by the one sixteen places on; the others are those 1, 9 and 14 places on.
    @inline(__always)
    private static func next(_ word: inout UInt32, _ second: UInt32, _ tenth: UInt32, _ fifteenth: UInt32) {
        let low = rotated(second, 7) ^ rotated(second, 18) ^ (second &>> 3)
        let high = rotated(fifteenth, 17) ^ rotated(fifteenth, 19) ^ (fifteenth &>> 10)
        word = word &+ low &+ tenth &+ high
    }

    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
        _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
    ) {
        // What the round before computed last is added last, so that nothing waits for it.
        let choice = g ^ (e & (f ^ g))
        h = h &+ word &+ choice &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25))
        d = d &+ h
        let majority = (a & b) ^ (c & (a ^ b))
        h = h &+ majority &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22))
    }

    @inline(__always)
    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word &>> count | word &<< (32 &- count)
    }

    /// The first 32 bits behind the point of the cube roots of the first 64 primes.
    private static let roundConstants: [UInt32] = [
        0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
        0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
        0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
        0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
        0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
        0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
        0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
        0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
    ]
}
