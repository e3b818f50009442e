import Foundation
import Synchronization

/// A server on a free port of 127.0.0.1 that answers requests by a script: one reply after the other, on whichever connection they come.
final class LoopbackServer: Sendable {
    enum Reply: Sendable {
        /// These bytes, and the connection stays open.
        case bytes(String)
        /// These bytes, and then the end of the connection.
        case cut(String)
        /// Nothing, for as long as the client waits.
        case silence

        static func ok(_ body: String, headers: String = "") -> Reply {
            .bytes("HTTP/1.1 200 OK\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        }
    }

    private struct State {
        var script: [Reply]
        var requests: [String] = []
        var connections = 0
        var closed = 0
    }

    #if os(Linux)
    /// A client that is gone is an error, and no signal.
    private static let sendFlags = Int32(MSG_NOSIGNAL)
    #else
    private static let sendFlags: Int32 = 0
    #endif

    let port: Int
    private let socket: Int32
    /// A pipe whose writing end is closed to stop the server.
    private let stopping: (read: Int32, write: Int32)
    private let hasStopped = DispatchSemaphore(value: 0)
    private let state: Mutex<State>

    init(_ script: Reply...) throws {
        #if os(Linux)
        let kind = Int32(SOCK_STREAM.rawValue)
        #else
        let kind = SOCK_STREAM
        #endif
        let socket = Foundation.socket(AF_INET, kind, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && listen(socket, 128) == 0
                    && getsockname(socket, address, &length) == 0
            }
        }
        var ends: [Int32] = [0, 0]
        guard isListening, pipe(&ends) == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        stopping = (ends[0], ends[1])
        self.socket = socket
        port = Int(UInt16(bigEndian: address.sin_port))
        state = Mutex(State(script: script))
        Thread.detachNewThread { [self] in accept() }
    }

    /// The requests so far, heads and bodies.
    var requests: [String] { state.withLock { $0.requests } }
    var connections: Int { state.withLock { $0.connections } }
    /// How many connections the client has given up.
    var closed: Int { state.withLock { $0.closed } }

    /// Refuses connections from here on; those that there are stay.
    func stop() {
        close(stopping.write)
        hasStopped.wait()
    }

    /// The socket is closed here and nowhere else: its number is another server's socket as soon as it is closed, and who still accepts
    /// on it takes that one's connections.
    private func accept() {
        defer {
            close(socket)
            close(stopping.read)
            hasStopped.signal()
        }
        while isAsked() {
            let connection = Foundation.accept(socket, nil, nil)
            guard connection >= 0 else { return }
            state.withLock { $0.connections += 1 }
            Thread.detachNewThread { [self] in serve(connection) }
        }
    }

    /// Waits for a connection; `false` where the server is stopped.
    private func isAsked() -> Bool {
        var events = [socket, stopping.read].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        return poll(&events, 2, -1) > 0 && events[1].revents == 0
    }

    private func serve(_ connection: Int32) {
        defer {
            close(connection)
            state.withLock { $0.closed += 1 }
        }
        var received = ""
        while let text = read(connection) {
            received += text
            guard let end = received.range(of: "\r\n\r\n") else { continue }
            let length = received.lowercased().firstMatch(of: /content-length: (\d+)/).flatMap { Int($0.1) } ?? 0
            guard received[end.upperBound...].utf8.count >= length else { continue }
            let reply = state.withLock { state in
                state.requests.append(received)
                return state.script.isEmpty ? .ok("{}") : state.script.removeFirst()
            }
            received = ""
            switch reply {
            case .bytes(let text): write(text, to: connection)
            case .cut(let text):
                write(text, to: connection)
                return
            case .silence: break
            }
        }
    }

    private func read(_ connection: Int32) -> String? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Foundation.read(connection, &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }

    private func write(_ text: String, to connection: Int32) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Self.sendFlags)
            }
            guard count > 0 else { return }
            sent += count
        }
    }
}
