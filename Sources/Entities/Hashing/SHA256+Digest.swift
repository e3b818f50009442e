extension SHA256 {
    /// The 32 bytes of a hash.
    package struct Digest: Hashable, Sendable {
        package static let length = 32

        /// The words of the hash, as they lie in memory in the order of its bytes.
        private let words: SIMD8<UInt32>

        init(_ state: SIMD8<UInt32>) {
            var words = state
            for index in words.indices { words[index] = words[index].bigEndian }
            self.words = words
        }

        package func withUnsafeBytes<Result, Failure: Error>(
            _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
        ) throws(Failure) -> Result {
            try Swift.withUnsafeBytes(of: words, body)
        }

        package var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

        /// Compares all bytes, wherever the first difference is: it takes the same time for all digests.
        package static func == (one: Digest, other: Digest) -> Bool {
            one.withUnsafeBytes { one in other.withUnsafeBytes { ConstantTime.areEqual(one, $0) } }
        }
    }
}

extension SHA256.Digest: CustomStringConvertible {
    /// 64 hexadecimal digits.
    package var description: String {
        var text = ByteBuffer(capacity: 2 * Self.length)
        text.appendHexadecimal(self)
        return text.text
    }
}
