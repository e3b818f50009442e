import Foundation
import Harness

/// A connection to a server on this machine.
final class RawConnection {
    let socket: Int32
    /// Whether the server ends it with the answer that was received last.
    private(set) var isClosing = false
    private var buffer = [UInt8](repeating: 0, count: 65_536)
    private var filled = 0

    init(port: UInt16) throws {
        #if os(Linux)
        let kind = Int32(SOCK_STREAM.rawValue)
        #else
        let kind = SOCK_STREAM
        #endif
        socket = Foundation.socket(AF_INET, kind, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = port.bigEndian
        let (socket, length) = (socket, socklen_t(MemoryLayout<sockaddr_in>.size))
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, length) == 0 }
        }
        guard isConnected else { throw Failure("a server cannot be reached") }
        var isOn: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(socket) }

    func send(_ request: [UInt8]) throws {
        guard write(socket, request, request.count) == request.count else { throw Failure("a server takes no request") }
    }

    /// Reads what is there.
    /// - Returns: whether the answer is whole.
    func receive() throws -> Bool {
        let count = buffer.withUnsafeMutableBytes {
            read(socket, $0.baseAddress?.advanced(by: filled), $0.count - filled)
        }
        guard count > 0 else { throw Failure("a server has closed the connection before it has answered") }
        filled += count
        guard let length = try answerLength() else { return false }
        guard filled >= length else { return false }
        filled = 0
        return true
    }

    /// How long the answer is with its body; `nil` while its head is not whole.
    private func answerLength() throws -> Int? {
        var start = 0
        var bodyLength = 0
        for end in 0..<filled where buffer[end] == UInt8(ascii: "\n") {
            let line = buffer[start..<max(start, end - 1)]
            if line.isEmpty {
                guard buffer[9] == UInt8(ascii: "2") else { throw Failure("a server refuses: \(text)") }
                return end + 1 + bodyLength
            }
            if line.hasName("content-length:") {
                bodyLength = line.reduce(0) { (0x30...0x39).contains($1) ? $0 * 10 + Int($1 - 0x30) : $0 }
            } else if line.hasName("connection: close") || line.hasName("http/1.0") {
                isClosing = true
            }
            start = end + 1
        }
        return nil
    }

    private var text: String { String(decoding: buffer[..<filled], as: UTF8.self) }
}

extension ArraySlice<UInt8> {
    /// Whether a line of a head begins with a text in small letters.
    fileprivate func hasName(_ name: StaticString) -> Bool {
        guard count >= name.utf8CodeUnitCount, first.map({ $0 | 0x20 }) == name.utf8Start.pointee else { return false }
        let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        return zip(self, name).allSatisfy { $0 | 0x20 == $1 }
    }
}
