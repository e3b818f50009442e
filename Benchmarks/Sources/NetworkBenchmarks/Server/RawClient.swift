import Foundation
import Harness

/// The least that a client can do: one thread writes the same bytes to several connections, and looks for the end of each answer.
final class RawClient {
    private let port: UInt16
    private var connections: [RawConnection]

    init(port: Int, connections: Int) throws {
        self.port = UInt16(port)
        self.connections = []
        for _ in 0..<connections { self.connections.append(try RawConnection(port: self.port)) }
    }

    /// Sends one request, and waits for its answer.
    func ask(_ request: [UInt8]) throws {
        try connections[0].send(request)
        while try !connections[0].receive() {}
        try reconnectIfClosed(0)
    }

    /// Sends a request so many times, over all connections at once.
    func send(_ request: [UInt8], times count: Int) throws {
        let started = min(count, connections.count)
        for index in 0..<started { try connections[index].send(request) }
        var (sent, answered) = (started, 0)
        var polled = connections.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
        while answered < count {
            guard poll(&polled, nfds_t(polled.count), 30_000) > 0 else { throw Failure("a server does not answer") }
            for index in polled.indices where polled[index].revents != 0 {
                guard try connections[index].receive() else { continue }
                answered += 1
                try reconnectIfClosed(index)
                polled[index].fd = connections[index].socket
                guard sent < count else { continue }
                try connections[index].send(request)
                sent += 1
            }
        }
    }

    /// Some servers close a connection with their answer.
    private func reconnectIfClosed(_ index: Int) throws {
        if connections[index].isClosing { connections[index] = try RawConnection(port: port) }
    }
}
