import Entities

extension EncodedItem {
    /// The same item without the slack of a buffer that grew while it was written: what is stored stays for long.
    var trimmed: EncodedItem {
        guard bytes.capacity > bytes.count + bytes.count / 8 + 32 else { return self }
        return EncodedItem(packed: bytes.withUnsafeBufferPointer { [UInt8]($0) })
    }
}
