/// An HTTP response as an `HTTPTransport` received it, with its whole body.
public struct TransportResponse: Sendable {
    /// How the body relates to the bytes that came over the network.
    public enum Content: Hashable, Sendable {
        /// They are the same.
        case asSent
        /// The transport has undone a compression. Sums of the service are over what it sent.
        /// - crc32: the CRC-32 of the bytes as sent, where the transport has seen them.
        case decompressed(crc32: UInt32?)
    }

    public var status: Int
    public var headers: [TransportRequest.Header]
    public var body: [UInt8]
    public var content: Content

    public init(status: Int, headers: [TransportRequest.Header], body: [UInt8], content: Content = .asSent) {
        self.status = status
        self.headers = headers
        self.body = body
        self.content = content
    }

    /// The first value of a header, whose name has no case.
    public subscript(header name: String) -> String? {
        headers.first { Self.isSame($0.name, name) }?.value
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        // Most servers write them as they are asked for here.
        return left == right || zip(left.utf8, right.utf8).allSatisfy { lowercase($0) == lowercase($1) }
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
