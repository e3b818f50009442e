/// A place in packed bytes, for those who only look at them.
///
/// Unsafe in one way only: it must not outlive the closure that lent the bytes. They are ours, written by `ItemWriter`, so a length that
/// leads out of the block is a programming error and traps; nothing at or behind `end` is ever read.
@frozen @usableFromInline package struct PackedCursor {
    @usableFromInline package var at: UnsafePointer<UInt8>
    @usableFromInline package let end: UnsafePointer<UInt8>

    @inlinable package init(at: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) {
        self.at = at
        self.end = end
    }

    /// All of `bytes`. A block of no bytes has no address; any will do, as it is never read.
    @inlinable package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
        self.init(at: start, end: start + bytes.count)
    }

    @inlinable package var isAtEnd: Bool { at >= end }

    /// How many bytes there are from here on.
    @inlinable package var remaining: Int { end - at }

    /// The byte here, which is stepped over.
    @inlinable package mutating func byte() -> UInt8 {
        precondition(at < end, "packed item ends early")
        defer { at += 1 }
        return at.pointee
    }

    /// The tag here, which is stepped over.
    @inlinable package mutating func tag() -> PackedTag {
        guard let tag = PackedTag(rawValue: byte()) else { preconditionFailure("packed item has an unknown tag") }
        return tag
    }

    @inlinable package mutating func varint() -> Int {
        let first = byte()
        return first < 0x80 ? Int(first) : longVarint(startingWith: first)
    }

    @usableFromInline mutating func longVarint(startingWith first: UInt8) -> Int {
        var value = Int(first & 0x7F)
        var shift = 7
        while true {
            precondition(shift < 56, "packed item ends early")
            let next = byte()
            value |= Int(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
    }

    /// A length and as many bytes.
    @inlinable package mutating func takeCounted() -> UnsafeBufferPointer<UInt8> { take(varint()) }

    /// The next `count` bytes.
    @inlinable package mutating func take(_ count: Int) -> UnsafeBufferPointer<UInt8> {
        precondition(count <= end - at, "packed item ends early")
        defer { at += count }
        return UnsafeBufferPointer(start: at, count: count)
    }

    /// Steps over a tag and its payload, in constant time.
    @inlinable package mutating func skipValue() {
        let tag = byte()
        // BOOL and NULL have no payload.
        if tag < PackedTag.false.rawValue || tag > PackedTag.null.rawValue { _ = takeCounted() }
    }
}
