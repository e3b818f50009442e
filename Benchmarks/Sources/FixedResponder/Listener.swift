import Foundation

/// A listening socket and the connections to it.
struct Listener {
    private let socket: Int32
    let port: UInt16

    init?() {
        #if os(Linux)
        let kind = Int32(SOCK_STREAM.rawValue)
        #else
        let kind = SOCK_STREAM
        #endif
        socket = Foundation.socket(AF_INET, kind, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && listen(socket, 1024) == 0
                    && getsockname(socket, address, &length) == 0
            }
        }
        guard socket >= 0, isBound else { return nil }
        port = UInt16(bigEndian: address.sin_port)
    }

    /// Answers until the standard input ends.
    func serve(_ answer: [UInt8]) {
        var connections: [Int32: Connection] = [:]
        var polled = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&polled, nfds_t(polled.count), -1) >= 0 {
            if polled[0].revents != 0 { return }
            for entry in polled.dropFirst(2) where entry.revents != 0 {
                if connections[entry.fd]?.answerRequests(with: answer) != true {
                    close(entry.fd)
                    connections[entry.fd] = nil
                    polled.removeAll { $0.fd == entry.fd }
                }
            }
            if polled[1].revents != 0 {
                let accepted = accept(socket, nil, nil)
                guard accepted >= 0 else { continue }
                var isOn: Int32 = 1
                setsockopt(accepted, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
                connections[accepted] = Connection(socket: accepted)
                polled.append(pollfd(fd: accepted, events: Int16(POLLIN), revents: 0))
            }
        }
    }
}

/// One client's connection.
struct Connection {
    let socket: Int32
    private var received: [UInt8] = []
    private static let endOfHead = Array("\r\n\r\n".utf8)
    private static let lengthName = Array("content-length:".utf8)

    init(socket: Int32) {
        self.socket = socket
    }

    /// Reads what is there, and answers each whole request.
    /// - Returns: false when the connection is over.
    mutating func answerRequests(with answer: [UInt8]) -> Bool {
        let count = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 65_536) { buffer in
            let count = read(socket, buffer.baseAddress, buffer.count)
            if count > 0 { received += buffer[..<count] }
            return count
        }
        guard count > 0 else { return false }
        while let length = requestLength(), received.count >= length {
            if length == received.count {
                received.removeAll(keepingCapacity: true)
            } else {
                received.removeFirst(length)
            }
            guard write(socket, answer, answer.count) == answer.count else { return false }
        }
        return true
    }

    /// How long the first request is with its body; `nil` while its head is not whole.
    private func requestLength() -> Int? {
        var index = 0
        while index + 4 <= received.count {
            if received[index] == Self.endOfHead[0], received[index..<index + 4].elementsEqual(Self.endOfHead) {
                return index + 4 + bodyLength(head: received[..<index])
            }
            index += 1
        }
        return nil
    }

    private func bodyLength(head: ArraySlice<UInt8>) -> Int {
        for line in head.split(separator: UInt8(ascii: "\n")) {
            guard line.count > Self.lengthName.count,
                zip(line, Self.lengthName).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
            else { continue }
            return line.dropFirst(Self.lengthName.count).reduce(0) { value, byte in
                (0x30...0x39).contains(byte) ? value * 10 + Int(byte - 0x30) : value
            }
        }
        return 0
    }
}
