/// A place in a block of bytes, and where that ends.
///
/// Unsafe in one way only: it must not outlive the closure that lent the bytes. It never moves beyond `end`.
@usableFromInline
struct ByteCursor {
    var at: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>
    /// Where the block starts; for the offsets in error messages.
    let start: UnsafePointer<UInt8>

    init(at: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, start: UnsafePointer<UInt8>) {
        self.at = at
        self.end = end
        self.start = start
    }

    /// All of `bytes`.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = bytes.baseAddress ?? ByteCursor.nothing
        self.init(at: start, end: start + bytes.count, start: start)
    }

    /// A block of no bytes has no address; any will do, as it is never read, let alone written.
    nonisolated(unsafe) static let nothing = UnsafePointer(UnsafeMutablePointer<UInt8>.allocate(capacity: 1))

    @inline(__always) var remaining: Int { end - at }
    @inline(__always) var offset: Int { at - start }
}

// MARK: - Packed bytes

// As `PackedCursor` reads them, by the same rule: what leads out of the block is a programming error and traps.
extension ByteCursor {
    /// The place as one in packed bytes.
    @inline(__always)
    var packed: PackedCursor {
        get { PackedCursor(at: at, end: end) }
        set { at = newValue.at }
    }

    @inline(__always)
    mutating func varint() -> Int { packed.varint() }

    @inline(__always)
    mutating func tag() -> PackedTag { packed.tag() }

    /// The next `count` bytes.
    @inline(__always)
    mutating func take(_ count: Int) -> UnsafeBufferPointer<UInt8> { packed.take(count) }

    /// A length and as many bytes.
    @inline(__always)
    mutating func takeCounted() -> UnsafeBufferPointer<UInt8> { packed.takeCounted() }

    /// Skips a tag and its payload, in constant time.
    @inline(__always)
    mutating func skipPackedValue() { packed.skipValue() }

    /// Steps over a tag if it is this one.
    @inline(__always)
    mutating func skip(_ tag: PackedTag) -> Bool {
        precondition(at < end, "packed item ends early")
        guard at.pointee == tag.rawValue else { return false }
        at += 1
        return true
    }
}

extension String {
    /// The string of bytes that are known to be UTF-8.
    @inline(__always)
    init(utf8 bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool = false) {
        // Strings of up to 15 bytes have no storage, and this makes them with half the work.
        if bytes.count <= 15 {
            self.init(unsafeUninitializedCapacity: bytes.count) { buffer in
                copyFew(bytes, to: buffer)
                return bytes.count
            }
        } else if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            self.init(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
        } else {
            self.init(decoding: bytes, as: UTF8.self)
        }
    }
}

/// Copies up to sixteen bytes to a buffer of no fewer; quicker than a call for that.
@inline(__always)
private func copyFew(_ bytes: UnsafeBufferPointer<UInt8>, to buffer: UnsafeMutableBufferPointer<UInt8>) {
    let count = bytes.count
    guard count <= 16, count <= buffer.count, let from = UnsafeRawPointer(bytes.baseAddress),
        let to = UnsafeMutableRawPointer(buffer.baseAddress)
    else { return }
    // Two words that overlap are any length between one and two.
    if count >= 8 {
        let last = from.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        to.storeBytes(of: from.loadUnaligned(as: UInt64.self), as: UInt64.self)
        to.storeBytes(of: last, toByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
        let last = from.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
        to.storeBytes(of: from.loadUnaligned(as: UInt32.self), as: UInt32.self)
        to.storeBytes(of: last, toByteOffset: count - 4, as: UInt32.self)
    } else {
        for index in 0..<count { buffer[index] = bytes[index] }
    }
}
