// Writing the packed format.
extension ByteSink where Self: ~Copyable {
    @inline(__always)
    mutating func appendVarint(_ value: Int) {
        if value < 0x80 {
            append(UInt8(truncatingIfNeeded: value))
            return
        }
        appendLongVarint(value)
    }

    @inline(never)
    private mutating func appendLongVarint(_ value: Int) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    /// A length and the bytes.
    @inline(__always)
    mutating func appendCounted(_ content: UnsafeBufferPointer<UInt8>) {
        appendVarint(content.count)
        append(contentsOf: content)
    }

    /// The UTF-8 of a text with its length in front.
    @inline(__always)
    mutating func appendCounted(_ text: String) {
        var text = text
        text.withUTF8 { appendCounted($0) }
    }

    /// The UTF-8 of a text with its length in front.
    @inline(__always)
    mutating func appendCounted(_ text: StaticString) {
        text.withUTF8Buffer { appendCounted($0) }
    }

    mutating func append(_ tag: PackedTag) { append(tag.rawValue) }

    /// Ordered number bytes with their length in front.
    mutating func appendCounted(_ number: Number) {
        let start = count
        append(0)
        number.appendOrderedBytes(to: &self)
        self[start] = UInt8(count - start - 1)
    }

    /// Ordered number bytes with their length in front.
    mutating func appendCounted(_ integer: Int64) {
        let start = count
        append(0)
        Number.appendOrderedBytes(integer, to: &self)
        self[start] = UInt8(count - start - 1)
    }

    /// Replaces the byte at `index`, a placeholder, by a varint, and moves what follows if that takes more than a byte.
    mutating func setVarint(_ value: Int, at index: Int) {
        if value < 0x80 {
            self[index] = UInt8(value)
            return
        }
        var varint: [UInt8] = []
        varint.reserveCapacity(9)
        varint.appendVarint(value)
        makeGap(varint.count - 1, at: index)
        for (offset, byte) in varint.enumerated() { self[index + offset] = byte }
    }
}
