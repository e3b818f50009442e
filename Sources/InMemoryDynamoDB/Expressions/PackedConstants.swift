import Entities

/// The values of an expression in packed form, at addresses that stay where they are as long as this lives.
///
/// An expression is evaluated on many items; its values are packed once, and then compared in place.
final class PackedConstants {
    private var blocks: [UnsafeMutableBufferPointer<UInt8>] = []

    deinit {
        for block in blocks { block.deallocate() }
    }

    func add(_ value: AttributeValue) -> PackedValue {
        let bytes = EncodedItem.packed(value)
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = block.initialize(fromContentsOf: bytes)
        blocks.append(block)
        return PackedValue(UnsafeBufferPointer(block))
    }
}

// Writing the packed format.
extension [UInt8] {
    mutating func appendVarint(_ value: Int) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    /// A length and the bytes.
    mutating func appendCounted(_ content: some Collection<UInt8>) {
        appendVarint(content.count)
        append(contentsOf: content)
    }

    /// A value: tag, length, content.
    mutating func appendPacked(_ tag: PackedTag, _ content: some Collection<UInt8>) {
        append(tag.rawValue)
        appendCounted(content)
    }

    /// A number.
    mutating func appendPacked(_ number: Number) {
        append(PackedTag.number.rawValue)
        let length = count
        append(0)
        number.appendOrderedBytes(to: &self)
        // At most 21 bytes.
        self[length] = UInt8(count - length - 1)
    }
}
