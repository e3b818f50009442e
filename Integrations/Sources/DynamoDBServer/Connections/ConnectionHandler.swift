import NIOCore
import NIOHTTP1

import struct Foundation.Date

/// One client's connection: puts requests together, has them answered, and writes the answers in their order.
///
/// Answers are computed right here, on the event loop: the engine keeps all in memory, and a hop to another thread costs more than most
/// requests. The pipelining handler before this one gives the next request only after the end of an answer, which is what makes a
/// client that does not read its answers wait, and nobody else.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let responder: Responder
    private let limits: ConnectionLimits
    private let now: @Sendable () -> Date
    private var identifiers = RequestIdentifiers(seed: .random(in: .min ... .max))
    private var dateHeader = DateHeader()
    private let deadline: ConnectionDeadline

    private var head: HTTPRequestHead?
    private var body = ByteBuffer()
    /// Of the request at hand, kept or not.
    private var bodySize = 0
    /// The request at hand is complete, and its turn has come.
    private var isReady = false
    private var isAnswering = false
    /// Whether a `channelReadComplete` will come that can flush.
    private var isReading = false
    /// The answer is written but for its end, since the client is slow to read.
    private var heldEnd: HTTPRequestHead?
    private var closesAfterAnswer = false
    /// Whatever still arrives is not for us.
    private var isClosing = false

    init(responder: Responder, limits: ConnectionLimits, now: @escaping @Sendable () -> Date) {
        self.responder = responder
        self.limits = limits
        self.now = now
        deadline = ConnectionDeadline(period: min(limits.idle, limits.request))
    }

    // MARK: Events

    func channelActive(context: ChannelHandlerContext) {
        deadline.start(limits.idle, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        isReading = true
        guard !isClosing else { return }
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(let part): add(part, context)
        case .end:
            isReady = head != nil
            work(context)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        context.flush()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable, let head = heldEnd {
            heldEnd = nil
            isAnswering = true
            finish(head, context)
            isAnswering = false
            work(context)
            if !isReading { context.flush() }
        }
        context.fireChannelWritabilityChanged()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // What is no HTTP was answered by NIO's handler already; a broken connection has nobody to answer.
        context.close(promise: nil)
    }

    // MARK: Requests

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        self.head = head
        bodySize = 0
        deadline.move(to: limits.request)
        guard head.headers.first(name: "expect")?.lowercased() == "100-continue" else { return }
        if let length = head.headers.first(name: "content-length").flatMap({ Int($0) }), length > limits.body {
            refuse(context)
        } else {
            let carryOn = HTTPResponseHead(version: head.version, status: .continue)
            context.writeAndFlush(wrapOutboundOut(.head(carryOn)), promise: nil)
        }
    }

    private func add(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        guard head != nil else { return }
        bodySize += part.readableBytes
        if bodySize <= limits.body {
            if body.readableBytes == 0 {
                body = part
            } else {
                var part = part
                body.writeBuffer(&part)
            }
        } else {
            body = ByteBuffer()
            // Most clients read no answer before they have sent all, so the rest is read and dropped; within reason.
            if bodySize > limits.body * 4 { refuse(context) }
        }
    }

    /// Answers before the end of the request and hangs up.
    private func refuse(_ context: ChannelHandlerContext) {
        guard let head else { return }
        self.head = nil
        closesAfterAnswer = true
        write(.contentTooLarge, to: head, context)
    }

    /// Answers what is ready. A loop and not a recursion: each answer's end may bring in the next request of a long pipeline.
    private func work(_ context: ChannelHandlerContext) {
        guard !isAnswering else { return }
        isAnswering = true
        defer { isAnswering = false }
        while isReady, let head {
            isReady = false
            self.head = nil
            deadline.pause()
            answer(head, context)
        }
    }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard bodySize <= limits.body else {
            write(.contentTooLarge, to: head, context)
            return
        }
        let bytes = body.readBytes(length: body.readableBytes) ?? []
        body = ByteBuffer()
        let request = Request(method: head.method, uri: head.uri, headers: head.headers, body: bytes)
        switch responder.respond(to: request) {
        case .answer(let answer): write(answer, to: head, context)
        case .loseConnection: context.close(promise: nil)
        case .later(let delay, let work):
            let bound = NIOLoopBound((self, context, work), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: delay) {
                let (handler, context, work) = bound.value
                handler.isAnswering = true
                handler.write(work(), to: head, context)
                handler.isAnswering = false
                handler.work(context)
                context.flush()
            }
        }
    }

    // MARK: Answers

    private func write(_ answer: Answer, to request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        var head = HTTPResponseHead(version: request.version, status: answer.status)
        head.headers = headers(of: answer)
        if closesAfterAnswer || answer.closesConnection || !request.isKeepAlive {
            closesAfterAnswer = true
            head.headers.add(name: "Connection", value: "close")
        } else if request.version == .http1_0 {
            head.headers.add(name: "Connection", value: "keep-alive")
        }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !answer.body.isEmpty, request.method != .HEAD {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        if !context.channel.isWritable { context.flush() }
        if context.channel.isWritable {
            finish(request, context)
        } else {
            heldEnd = request
            deadline.move(to: limits.request)
        }
    }

    private func finish(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        deadline.move(to: limits.idle)
        guard closesAfterAnswer else {
            context.write(wrapOutboundOut(.end(nil)), promise: nil)
            if !isReading { context.flush() }
            return
        }
        isClosing = true
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in bound.value.close(promise: nil) }
    }

    private func headers(of answer: Answer) -> HTTPHeaders {
        var headers = HTTPHeaders()
        headers.reserveCapacity(8 + answer.headers.count)
        headers.add(name: "Server", value: "Server")
        headers.add(name: "Date", value: dateHeader.text(at: now()))
        if let contentType = answer.contentType { headers.add(name: "Content-Type", value: contentType) }
        if answer.isBare {
            headers.add(name: "Transfer-Encoding", value: "chunked")
        } else {
            headers.add(name: "Content-Length", value: String(answer.body.count))
            headers.add(name: "x-amzn-RequestId", value: identifiers.next())
            headers.add(name: "x-amz-crc32", value: String(Checksum.crc32(answer.body)))
        }
        for (name, value) in answer.headers { headers.add(name: name, value: value) }
        return headers
    }
}
