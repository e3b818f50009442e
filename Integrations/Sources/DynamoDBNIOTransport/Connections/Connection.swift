import HTTPDynamoDBCore
import NIOCore
import NIOTLS

/// One connection: the last handler of its channel, which writes a request and reads its response, one at a time.
///
/// `@unchecked Sendable`: `slot` is read and written under the lock of the pool; everything else that changes is touched on `loop` only. Others
/// hold a connection to know it by, and reach it through `loop`.
final class Connection: ChannelInboundHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum State {
        /// With the promise for whoever wants to know when it is open.
        case opening(EventLoopPromise<Connection>?)
        /// Without an exchange it is idle.
        case open
        case closed
    }

    let loop: any EventLoop
    let bornAt = NIODeadline.now()
    /// What the pool keeps it under.
    var slot = 0
    private let pool: ConnectionPool
    private var state = State.opening(nil)
    /// Whether the encryption is still to come.
    private var isInsecure: Bool
    private var context: ChannelHandlerContext?
    private var parser: ResponseParser
    private var exchange: Exchange?
    private var lastError: (any Error)?

    init(loop: any EventLoop, pool: ConnectionPool, maximumBodySize: Int) {
        self.loop = loop
        self.pool = pool
        isInsecure = pool.endpoint.isSecure
        parser = ResponseParser(maximumBodySize: maximumBodySize)
    }

    // MARK: Opening

    /// Keeps the promise as soon as the connection can be used.
    func whenOpen(_ promise: EventLoopPromise<Connection>) {
        guard case .opening = state else {
            promise.fail(lastError ?? ChannelError.ioOnClosedChannel)
            return
        }
        state = .opening(promise)
        openIfSecured()
    }

    private func openIfSecured() {
        guard !isInsecure, case .opening(let promise?) = state else { return }
        state = .open
        promise.succeed(self)
    }

    // MARK: Requests

    /// Writes the request, unless the connection has ended since the pool chose it.
    func start(_ exchange: Exchange) {
        guard case .open = state else {
            pool.takeBack(exchange, from: self)
            return
        }
        if !write(exchange) { rest() }
    }

    /// Ends the connection if it is still at this exchange.
    func abandon(_ exchange: Exchange) {
        if self.exchange === exchange { leave() }
    }

    /// Closes an idle connection, which the pool has given up already.
    func close() {
        guard exchange == nil, case .open = state else { return }
        state = .closed
        context?.close(promise: nil)
    }

    /// Whether the exchange had not ended by itself.
    private func write(_ exchange: Exchange) -> Bool {
        guard let context, exchange.markSent() else { return false }
        self.exchange = exchange
        context.writeAndFlush(wrapOutboundOut(exchange.request), promise: nil)
        return true
    }

    /// Takes the next request that waits, or is idle.
    private func rest() {
        while true {
            switch pool.release(self) {
            case .next(let exchange): if write(exchange) { return }
            case .idle: return
            case .close:
                close()
                return
            }
        }
    }

    private func finish(_ response: Response, isReusable: Bool) {
        let ended = exchange
        exchange = nil
        guard isReusable, let context, context.channel.isWritable else {
            leave(after: ended)
            ended?.succeed(response)
            return
        }
        // Before the response is handed on, or the next request would not find this connection and open another.
        switch pool.release(self) {
        case .next(let next):
            ended?.succeed(response)
            if !write(next) { rest() }
        case .idle: ended?.succeed(response)
        case .close:
            ended?.succeed(response)
            close()
        }
    }

    private func fail(_ reason: TransportError.Reason, _ message: @autoclosure () -> String) {
        let failed = exchange
        leave()
        failed?.fail(reason, message())
    }

    private func leave() {
        let ended = exchange
        exchange = nil
        leave(after: ended)
    }

    /// Ends the connection, which has nothing to do any more.
    private func leave(after ended: Exchange?) {
        switch state {
        case .closed: return
        case .opening(let promise):
            state = .closed
            promise?.fail(lastError ?? ChannelError.eof)
        case .open:
            state = .closed
            pool.remove(self, after: ended)
        }
        context?.close(promise: nil)
    }

    // MARK: Events

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard exchange != nil else {
            // Nothing was asked: whatever this is, the next response would be read out of step.
            leave()
            return
        }
        let bytes = unwrapInboundIn(data)
        do throws(TransportError) {
            let count = try parser.read(bytes.readableBytesUInt8Span)
            guard parser.isComplete else { return }
            let response = parser.take()
            finish(response, isReusable: response.keepsConnection && count == bytes.readableBytes)
        } catch {
            fail(error.reason, error.message)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if exchange != nil, parser.readEnd() {
            finish(parser.take(), isReusable: false)
        } else {
            fail(
                .connectionLost,
                "the connection to \(pool.endpoint) ended before the response did"
                    + (lastError.map { ": \($0)" } ?? ""))
        }
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted? = event as? TLSUserEvent {
            isInsecure = false
            openIfSecured()
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        lastError = error
        fail(.connectionLost, "the connection to \(pool.endpoint) broke: \(error)")
    }
}
