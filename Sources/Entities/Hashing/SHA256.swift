/// The hash SHA-256 (FIPS 180-4), taken over bytes that come in pieces.
///
/// ```swift
/// var hash = SHA256()
/// hash.update(header)
/// hash.update(body)
/// let digest = hash.finalize()
/// ```
/// A value: a copy goes on by itself, which is what a prepared key of `HMACSHA256` rests on. Nothing is allocated.
package struct SHA256: Sendable {
    /// The bytes that the hash takes at a time.
    package static let blockLength = 64

    private var state = SIMD8<UInt32>(
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19)
    /// The block that is not full yet.
    private var block = SIMD64<UInt8>()
    /// How many bytes came so far; those behind the last full block are in `block`.
    private var length: UInt64 = 0

    package init() {}

    /// Takes more bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        let held = heldCount
        length &+= UInt64(bytes.count)
        if held > 0 {
            let part = rest.prefix(Self.blockLength - held)
            rest = rest.dropFirst(part.count)
            copy(part, to: held)
            guard held + part.count == Self.blockLength else { return }
            compressBlock()
        }
        let blocks = rest.count / Self.blockLength
        if blocks > 0, let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress {
            Self.compress(start, blocks: blocks, into: &state)
            rest = rest.dropFirst(blocks * Self.blockLength)
        }
        copy(rest, to: 0)
    }

    /// Takes more bytes: an array, a text's UTF-8, or anything else made of bytes.
    package mutating func update(_ bytes: some Sequence<UInt8>) {
        let isDone: Void? = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) }
        if isDone == nil { Array(bytes).withUnsafeBytes { update($0) } }
    }

    /// The hash of all bytes that came.
    package consuming func finalize() -> Digest {
        // One bit after the last byte, then zeros, then the count of bits at the end of a block.
        pad(from: heldCount, with: 0x80)
        if heldCount >= Self.blockLength - 8 {
            compressBlock()
            pad(from: 0, with: 0)
        }
        let bits = (length &* 8).bigEndian
        withUnsafeMutableBytes(of: &block) {
            $0.storeBytes(of: bits, toByteOffset: Self.blockLength - 8, as: UInt64.self)
        }
        compressBlock()
        return Digest(state)
    }

    /// The hash of these bytes.
    package static func hash(_ bytes: some Sequence<UInt8>) -> Digest {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finalize()
    }

    /// The hash of these bytes, without a question how they lie in memory.
    package static func hash(_ bytes: [UInt8]) -> Digest {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update($0) }
        return hash.finalize()
    }

    /// The hash of what was written.
    package static func hash(_ bytes: borrowing ByteBuffer) -> Digest {
        var hash = SHA256()
        bytes.withBytes { hash.update(UnsafeRawBufferPointer($0)) }
        return hash.finalize()
    }

    private var heldCount: Int { Int(truncatingIfNeeded: length) & (Self.blockLength - 1) }

    private mutating func copy(_ bytes: UnsafeRawBufferPointer.SubSequence, to position: Int) {
        withUnsafeMutableBytes(of: &block) { block in
            UnsafeMutableRawBufferPointer(rebasing: block[position...]).copyBytes(from: bytes)
        }
    }

    /// Fills the rest of the block with a byte and zeros.
    private mutating func pad(from position: Int, with byte: UInt8) {
        withUnsafeMutableBytes(of: &block) { block in
            let rest = UnsafeMutableRawBufferPointer(rebasing: block[position...])
            rest.initializeMemory(as: UInt8.self, repeating: 0)
            rest[0] = byte
        }
    }

    private mutating func compressBlock() {
        withUnsafeBytes(of: block) { bytes in
            guard let start = bytes.baseAddress else { return }
            Self.compress(start, blocks: 1, into: &state)
        }
    }
}
