/// The hash by which the service orders partitions, so that a Scan finds them in the service's order and its segments have the
/// service's partitions.
///
/// It has been recorded of the service, not documented: the leading bytes of an MD5. Whoever chooses the keys can choose their
/// hashes; everything built on it stays correct and fast enough (binary search instead of direct access) when all are equal.
enum PartitionHash {
    /// Of a key attribute's content, or of several attributes' in a row.
    static func hash(_ content: UnsafeBufferPointer<UInt8>) -> UInt64 {
        MD5.leadingBytes(of: content, after: "Outliers")
    }

    static func hash(_ content: [UInt8]) -> UInt64 { content.withUnsafeBufferPointer { hash($0) } }

    /// The form in which a number is hashed: pairs of decimal digits behind the exponent, positive ones one higher than they are,
    /// negative ones taken from 101, and ended by 102 unless there are as many as there can be.
    static func appendNumber(_ content: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        guard let head = content.first else { return }
        bytes.append(head)
        let pairs = content.dropFirst()
        if head < 0x80 {
            for pair in pairs { bytes.append(101 - ((pair ^ 0xFF) >> 1)) }
            if pairs.count < 20 { bytes.append(102) }
        } else if !pairs.elementsEqual([0]) {
            // Zero is its head alone.
            for pair in pairs { bytes.append((pair >> 1) + 1) }
        }
    }
}
