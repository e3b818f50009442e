import HTTPDynamoDBCore
import NIOCore
import NIOPosix
import NIOSSL

/// Opens connections, and encrypts them.
struct ConnectionOpener: Sendable {
    private let group: MultiThreadedEventLoopGroup
    private let timeout: TimeAmount
    private let maximumBodySize: Int
    /// Reads the trust roots of the system, so it is made once, and by the first who needs it.
    private let security: Security

    init(group: MultiThreadedEventLoopGroup, configuration: NIOTransport.Configuration) {
        self.group = group
        timeout = TimeAmount(clamping: configuration.connectTimeout)
        maximumBodySize = configuration.maximumBodySize
        security = Security(trustRoots: configuration.trustRoots)
    }

    func nextLoop() -> any EventLoop { group.next() }

    /// Tells the pool of the connection or of the failure, on the loop of the connection.
    func open(for pool: ConnectionPool) {
        let loop = group.next()
        let opened = loop.makePromise(of: Connection.self)
        let timer = loop.scheduleTask(in: timeout) { opened.fail(ChannelError.connectTimeout(timeout)) }
        opened.futureResult.whenComplete { result in
            timer.cancel()
            switch result {
            case .success(let connection): pool.opened(connection)
            case .failure(let error): pool.failed(error)
            }
        }
        connect(pool, on: loop).whenComplete { result in
            switch result {
            case .success(let channel):
                opened.futureResult.whenFailure { _ in channel.close(promise: nil) }
                do {
                    try channel.pipeline.syncOperations.handler(type: Connection.self).whenOpen(opened)
                } catch {
                    opened.fail(error)
                }
            case .failure(let error): opened.fail(error)
            }
        }
    }

    private func connect(_ pool: ConnectionPool, on loop: any EventLoop) -> EventLoopFuture<any Channel> {
        let endpoint = pool.endpoint
        let context: NIOSSLContext?
        do {
            context = endpoint.isSecure ? try security.context() : nil
        } catch {
            return loop.makeFailedFuture(error)
        }
        return ClientBootstrap(group: loop)
            .connectTimeout(timeout)
            .channelInitializer { channel in
                // Once for each address that is tried. Those that lose are closed before anybody gets to know them.
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(
                            NIOSSLClientHandler(context: context, serverHostname: Self.serverName(endpoint.host)))
                    }
                    try channel.pipeline.syncOperations.addHandler(
                        Connection(loop: channel.eventLoop, pool: pool, maximumBodySize: maximumBodySize))
                }
            }
            .connect(host: endpoint.host, port: endpoint.port)
    }

    /// An address has no place in SNI; the certificate is then verified against the address itself.
    private static func serverName(_ host: String) -> String? {
        let isAddress = (try? SocketAddress(ipAddress: host, port: 0)) != nil
        return isAddress ? nil : host
    }
}
