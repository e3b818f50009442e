import NIOCore

/// A client's end of a connection that sends bytes as they are given, and reads answers.
final class TestConnection {
    private let channel: any Channel
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var buffer: [UInt8] = []

    enum Failure: Error { case closed, malformed(String) }

    init(
        channel: any Channel, inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.channel = channel
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    func send(_ request: RawRequest) async throws {
        try await send(request.bytes)
    }

    func send(_ bytes: [UInt8]) async throws {
        try await outbound.write(ByteBuffer(bytes: bytes))
    }

    /// The next answer; one with the status 100 is an answer, too.
    func receive() async throws -> Reply {
        var end = 0
        while true {
            if let found = buffer.firstRange(of: Array("\r\n\r\n".utf8)) {
                end = found.upperBound
                break
            }
            guard try await more() else { throw Failure.closed }
        }
        var lines = String(decoding: buffer[..<(end - 4)], as: UTF8.self).split(separator: "\r\n")[...]
        buffer.removeFirst(end)
        guard let status = lines.popFirst()?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Failure.malformed("no status")
        }
        var reply = Reply(status: status)
        for line in lines {
            let pair = line.split(separator: ":", maxSplits: 1)
            reply.headers[pair[0].lowercased()] = pair.count > 1 ? String(pair[1].drop { $0 == " " }) : ""
        }
        if reply.headers["transfer-encoding"] == "chunked" {
            while true {
                let size = Int(try await line(), radix: 16) ?? 0
                reply.body += try await bytes(size)
                _ = try await line()
                if size == 0 { break }
            }
        } else {
            reply.body = try await bytes(Int(reply.headers["content-length"] ?? "0") ?? 0)
        }
        return reply
    }

    /// Whether the server has hung up, and nothing is left to read.
    func isAtEnd() async throws -> Bool {
        guard buffer.isEmpty else { return false }
        return try await !more()
    }

    private func line() async throws -> String {
        while true {
            if let found = buffer.firstRange(of: Array("\r\n".utf8)) {
                defer { buffer.removeFirst(found.upperBound) }
                return String(decoding: buffer[..<found.lowerBound], as: UTF8.self)
            }
            guard try await more() else { throw Failure.closed }
        }
    }

    private func bytes(_ count: Int) async throws -> [UInt8] {
        while buffer.count < count {
            guard try await more() else { throw Failure.closed }
        }
        defer { buffer.removeFirst(count) }
        return Array(buffer[..<count])
    }

    private func more() async throws -> Bool {
        guard let part = try await inbound.next(isolation: #isolation) else { return false }
        buffer += part.readableBytesView
        return true
    }
}

struct Reply: Sendable {
    var status: Int
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    var text: String { String(decoding: body, as: UTF8.self) }
}
