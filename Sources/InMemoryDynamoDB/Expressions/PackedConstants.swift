import Entities

/// What an expression consists of, at addresses that stay where they are as long as this lives: its values in packed form, its names, and
/// the parts that refer to each other.
///
/// An expression is evaluated on many items; its values are packed once, and then compared in place. What is placed here must not refer to
/// objects: so no references are counted while it is evaluated, and the blocks are given back without more ado.
final class PackedConstants {
    private var blocks: [UnsafeMutableRawPointer] = []

    deinit {
        for block in blocks { block.deallocate() }
    }

    func add(_ value: AttributeValue) -> PackedValue { PackedValue(place(EncodedItem.packed(value))) }

    func place<Part>(_ parts: [Part]) -> UnsafeBufferPointer<Part> {
        let block = UnsafeMutableBufferPointer<Part>.allocate(capacity: parts.count)
        _ = block.initialize(fromContentsOf: parts)
        if let start = block.baseAddress { blocks.append(UnsafeMutableRawPointer(start)) }
        return UnsafeBufferPointer(block)
    }

    func place<Part>(_ part: Part) -> UnsafePointer<Part> {
        let block = UnsafeMutablePointer<Part>.allocate(capacity: 1)
        block.initialize(to: part)
        blocks.append(UnsafeMutableRawPointer(block))
        return UnsafePointer(block)
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
