import Foundation
import InMemoryDynamoDB
import NIOCore

/// The server's end of a connection.
final class HostileConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// What a body has that no transport of these tests takes.
    static let hugeSize = 1 << 20
    /// Longer than any client of these tests waits for one attempt.
    static let lateness = TimeAmount.milliseconds(450)

    private let engine: InMemoryDynamoDB
    private let log: ServerLog
    private var buffer: [UInt8] = []

    init(_ engine: InMemoryDynamoDB, _ log: ServerLog) {
        self.engine = engine
        self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        buffer += unwrapInboundIn(data).readableBytesView
        while let request = ReceivedRequest(takenFrom: &buffer) {
            let behaviour = log.behaviour(for: request)
            guard behaviour.isLate else {
                respond(to: request, behaviour, context)
                continue
            }
            // The engine gets it even if the client has closed meanwhile.
            let context = NIOLoopBound(context, eventLoop: context.eventLoop)
            let connection = NIOLoopBound(self, eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: Self.lateness) { [log] in
                connection.value.respond(to: request, behaviour, context.value)
                log.endLate()
            }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func respond(
        to request: ReceivedRequest, _ behaviour: Behaviour, _ context: ChannelHandlerContext
    ) {
        if case .clock(let seconds) = behaviour.answer {
            let now = Date() + Double(seconds)
            guard let signedAt = request.signedAt, abs(signedAt.timeIntervalSince(now)) < 300 else {
                return write(Response.wrongTime(now).bytes, context)
            }
        }
        let (status, body) =
            behaviour.isCarriedOut ? engine.respond(target: request.target, body: request.body) : (200, [])
        guard context.channel.isActive else { return }
        var response = Response(status, body)
        switch behaviour.answer {
        case .plain, .clock: write(response.bytes, context)
        case .bytewise: for byte in response.bytes { write([byte], context) }
        case .chunked:
            response.length = nil
            write(response.bytes, context)
        case .gzip: write(Response.gzip(status, body).bytes, context)
        case .last: writeAndClose(response.bytes, context)
        case .cutInHead: writeAndClose(Array(response.head.prefix(40)), context)
        case .cutInBody:
            response.length = body.count + 1
            writeAndClose(response.bytes, context)
        case .none: context.close(promise: nil)
        case .never: break
        case .trickling:
            response.length = 100_000
            write(response.head, context)
            trickle(context)
        case .wrongChecksum: write(Response(status, body, checksum: 1).bytes, context)
        case .tooLong:
            response.length = body.count + 1
            write(response.bytes, context)
        case .tooShort:
            response.length = max(body.count - 1, 0)
            write(response.bytes, context)
        case .garbage: writeAndClose(Array("\u{1}\u{2} SSH-2.0-OpenSSH_9.9\r\n\r\n".utf8), context)
        case .nonsense: write(Response(200, Array(#"{"Attributes":{"pk":{"S":"#.utf8)).bytes, context)
        case .huge: write(Response(200, [UInt8](repeating: 0x20, count: Self.hugeSize)).bytes, context)
        case .error(let status, let code): write(Response.error(status, code).bytes, context)
        case .retryAfter(let milliseconds):
            response = .error(400, "ThrottlingException")
            response.headers.append("x-amz-retry-after: \(milliseconds)")
            write(response.bytes, context)
        case .page(let status): write(Response.page(status).bytes, context)
        case .redirect: write(Response.redirect.bytes, context)
        }
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }

    private func writeAndClose(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        write(bytes, context)
        context.close(promise: nil)
    }

    private func trickle(_ context: ChannelHandlerContext) {
        let context = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(30)) { task in
            guard context.value.channel.isActive else { return task.cancel() }
            context.value.writeAndFlush(NIOAny(ByteBuffer(string: " ")), promise: nil)
        }
    }
}
