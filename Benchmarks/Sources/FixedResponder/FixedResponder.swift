import Foundation

/// A server that gives the same answer to every request, as fast as one thread and `poll` can: what clients are measured against.
///
/// Listens on a free port of 127.0.0.1, prints it, and ends with its standard input.
@main struct FixedResponder {
    static func main() {
        guard let listener = Listener() else {
            FileHandle.standardError.write(Data("no port to listen on\n".utf8))
            exit(1)
        }
        FileHandle.standardOutput.write(Data("\(listener.port)\n".utf8))
        listener.serve(answer)
    }

    /// GetItem's answer with an item of about 1 KB. The checksum is that of the body.
    static let answer: [UInt8] = {
        let text = String(repeating: "an item of the benchmark, ", count: 34)
        let body =
            #"{"Item":{"pk":{"S":"SELLER#1"},"sk":{"S":"OFFER#1"},"details":{"S":"\#(text)"},"stock":{"N":"5"}}}"#
        let head = """
            HTTP/1.1 200 OK\r
            Server: Server\r
            Date: Sat, 21 Nov 2026 09:00:00 GMT\r
            Content-Type: application/x-amz-json-1.0\r
            Content-Length: \(body.utf8.count)\r
            Connection: keep-alive\r
            x-amzn-RequestId: 4KBNVRGD25RG1KEO9UT4V3FQDJVV4KQNSO5AEMVJF66Q9ASUAAJG\r
            x-amz-crc32: \(checksum(of: Array(body.utf8)))\r
            \r

            """
        return Array((head + body).utf8)
    }()

    private static func checksum(of bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
        }
        return ~crc
    }
}
