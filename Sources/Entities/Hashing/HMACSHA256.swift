/// Message authentication with SHA-256 (RFC 2104, FIPS 198-1).
package enum HMACSHA256 {
    /// A key with its two blocks taken into the hashes already: a message costs its own blocks and one or two more.
    package struct Key: Sendable {
        /// The hash after the key's inner block, and after its outer one.
        private let inner: SHA256
        private let outer: SHA256

        /// - Parameter bytes: of any length; what is longer than a block of the hash is hashed first.
        package init(_ bytes: some Sequence<UInt8>) {
            var key = Array(bytes)
            if key.count > SHA256.blockLength { key = SHA256.hash(key).bytes }
            key += repeatElement(0, count: SHA256.blockLength - key.count)
            var (inner, outer) = (SHA256(), SHA256())
            inner.update(key.map { $0 ^ 0x36 })
            outer.update(key.map { $0 ^ 0x5C })
            (self.inner, self.outer) = (inner, outer)
        }

        /// The 32 bytes that prove that a message comes from somebody with this key.
        package func code(for message: [UInt8]) -> SHA256.Digest { message.withUnsafeBytes { code(for: $0) } }

        /// The same for what was written.
        package func code(for message: borrowing ByteBuffer) -> SHA256.Digest {
            message.withBytes { code(for: UnsafeRawBufferPointer($0)) }
        }

        private func code(for message: UnsafeRawBufferPointer) -> SHA256.Digest {
            var inner = inner
            inner.update(message)
            var outer = outer
            inner.finalize().withUnsafeBytes { outer.update($0) }
            return outer.finalize()
        }
    }

    /// The code of one message under a key that is used once.
    package static func code(for message: [UInt8], key: some Sequence<UInt8>) -> SHA256.Digest {
        Key(key).code(for: message)
    }
}

// What the key's hashes hold is as good as the key.
extension HMACSHA256.Key: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a key of \(HMACSHA256.self), not shown" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
