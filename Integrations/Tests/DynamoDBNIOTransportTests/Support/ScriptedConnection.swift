import NIOCore
import NIOSSL

/// The server's end of a connection. Used by one script at a time.
final class ScriptedConnection {
    struct Request: Hashable, Sendable {
        var head: String
        var body: [UInt8]
    }

    /// Connections count from zero.
    let number: Int
    private let channel: any Channel
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var buffer: [UInt8] = []

    init(
        _ number: Int, _ channel: any Channel, _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
        _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.number = number
        self.channel = channel
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    /// The next request, or `nil` if the client has closed.
    func request() async throws -> Request? {
        while true {
            if let end = buffer.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound {
                let head = String(decoding: buffer[..<end], as: UTF8.self)
                let length =
                    head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length: ") }
                    .flatMap { Int($0.dropFirst(16)) } ?? 0
                while buffer.count < end + length {
                    guard try await more() else { return nil }
                }
                defer { buffer.removeFirst(end + length) }
                return Request(head: head, body: Array(buffer[end..<(end + length)]))
            }
            guard try await more() else { return nil }
        }
    }

    func write(_ text: String) async throws {
        try await write(Array(text.utf8))
    }

    func write(_ bytes: [UInt8]) async throws {
        try await outbound.write(ByteBuffer(bytes: bytes))
    }

    func write(bytewise text: String) async throws {
        for byte in text.utf8 { try await write([byte]) }
    }

    /// Waits until the client has closed.
    func untilClosed() async throws {
        while try await more() {}
    }

    /// Says that nothing follows, and waits until the client has closed, too.
    func end() async throws {
        outbound.finish()
        try await untilClosed()
    }

    /// Closes the socket below the encryption, without its farewell.
    func cut() async throws {
        let pipeline = channel.pipeline
        try await channel.eventLoop.submit {
            try pipeline.syncOperations.context(handlerType: NIOSSLServerHandler.self).close(promise: nil)
        }.get()
        try await untilClosed()
    }

    /// Answers every request until the client closes.
    func serve(_ response: @Sendable (Request) -> String = { .ok(String(decoding: $0.body, as: UTF8.self)) })
        async throws
    {
        while let request = try await request() { try await write(response(request)) }
    }

    private func more() async throws -> Bool {
        guard let part = try await inbound.next(isolation: #isolation) else { return false }
        buffer += part.readableBytesView
        return true
    }
}

extension String {
    /// A response as the service writes it.
    static func ok(_ body: String) -> String {
        "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}
