import Foundation

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

// They are ours, written by `ItemWriter`, so a length that leads out of the block is a programming error and traps.
extension ByteCursor {
    @inline(__always)
    mutating func varint() -> Int {
        precondition(at < end, "packed item ends early")
        let byte = at.pointee
        at += 1
        return byte < 0x80 ? Int(byte) : longVarint(startingWith: byte)
    }

    @inline(never)
    private mutating func longVarint(startingWith first: UInt8) -> Int {
        var value = Int(first & 0x7F)
        var shift = 7
        while true {
            precondition(at < end && shift < 56, "packed item ends early")
            let byte = at.pointee
            at += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    @inline(__always)
    mutating func tag() -> PackedTag {
        precondition(at < end, "packed item ends early")
        guard let tag = PackedTag(rawValue: at.pointee) else { preconditionFailure("packed item has an unknown tag") }
        at += 1
        return tag
    }

    /// The next `count` bytes.
    @inline(__always)
    mutating func take(_ count: Int) -> UnsafeBufferPointer<UInt8> {
        precondition(count <= end - at, "packed item ends early")
        defer { at += count }
        return UnsafeBufferPointer(start: at, count: count)
    }

    /// A length and as many bytes.
    @inline(__always)
    mutating func takeCounted() -> UnsafeBufferPointer<UInt8> { take(varint()) }

    /// Skips a tag and its payload, in constant time.
    @inline(__always)
    mutating func skipPackedValue() {
        precondition(at < end, "packed item ends early")
        let tag = at.pointee
        at += 1
        // BOOL and NULL have no payload.
        if tag < PackedTag.false.rawValue || tag > PackedTag.null.rawValue { _ = takeCounted() }
    }

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

// MARK: - Order of bytes

/// Compares byte by byte, unsigned; the beginning of something is less than it: DynamoDB's order of names, S and B, and
/// thanks to `Number.appendOrderedBytes` of N.
@inline(__always)
func compareBytes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    let common = min(left.count, right.count)
    if common > 0, let leftBase = left.baseAddress, let rightBase = right.baseAddress {
        // The first byte decides most comparisons of names.
        if leftBase.pointee != rightBase.pointee { return Int(leftBase.pointee) - Int(rightBase.pointee) }
        let order = Int(memcmp(leftBase, rightBase, common))
        if order != 0 { return order }
    }
    return left.count - right.count
}

/// Whether both are the same bytes; quick for names.
@inline(__always)
func equalBytes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = left.count
    guard count == right.count else { return false }
    guard let leftBase = left.baseAddress, let rightBase = right.baseAddress else { return true }
    let (left, right) = (UnsafeRawPointer(leftBase), UnsafeRawPointer(rightBase))
    // Two loads that overlap cover any length between one and two words.
    if count >= 4 {
        if count < 8 {
            return left.loadUnaligned(as: UInt32.self) == right.loadUnaligned(as: UInt32.self)
                && left.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
                    == right.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
        }
        if count <= 16 {
            return left.loadUnaligned(as: UInt64.self) == right.loadUnaligned(as: UInt64.self)
                && left.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
                    == right.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        }
        return memcmp(left, right, count) == 0
    }
    for index in 0..<count where leftBase[index] != rightBase[index] { return false }
    return true
}
