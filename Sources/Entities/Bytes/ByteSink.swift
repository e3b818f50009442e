/// What bytes are appended to: an array, or a `ByteBuffer`.
///
/// Texts, numbers and values in packed form are written by extensions of this protocol, once for both.
package protocol ByteSink: ~Copyable {
    var count: Int { get }
    /// The byte at a position below `count`.
    subscript(position: Int) -> UInt8 { get set }
    mutating func append(_ byte: UInt8)
    mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>)
    /// Drops what is behind the first `count` bytes.
    mutating func truncate(to count: Int)
    /// Moves what is at and behind a position, and leaves a gap of any content.
    mutating func makeGap(_ length: Int, at position: Int)
    /// Lends the bytes.
    func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result
}

extension [UInt8]: ByteSink {
    package mutating func truncate(to count: Int) { removeSubrange(count...) }

    package mutating func makeGap(_ length: Int, at position: Int) {
        insert(contentsOf: repeatElement(0, count: length), at: position)
    }

    @inline(__always)
    package func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withUnsafeBufferPointer(body)
    }
}
