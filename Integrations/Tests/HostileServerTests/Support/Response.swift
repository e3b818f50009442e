import CZlib
import Foundation

/// A response as the server writes it, with whatever is wrong with it.
struct Response {
    var status: Int
    var headers: [String]
    var body: [UInt8]
    /// What `Content-Length` says; `nil` for chunks.
    var length: Int?

    /// An answer as the service gives it, with its checksum.
    init(_ status: Int, _ body: [UInt8], checksum: UInt32? = nil) {
        self.status = status
        self.body = body
        length = body.count
        headers = [
            "Content-Type: application/x-amz-json-1.0", "x-amzn-RequestId: REQUEST",
            "x-amz-crc32: \(checksum ?? Self.crc32(body))",
        ]
    }

    static func error(_ status: Int, _ code: String) -> Response {
        Response(
            status, Array(#"{"__type":"com.amazonaws.dynamodb.v20120810#\#(code)","message":"as it likes"}"#.utf8))
    }

    static func gzip(_ status: Int, _ plain: [UInt8]) -> Response {
        var response = Response(status, gzip(plain))
        response.headers.append("Content-Encoding: gzip")
        return response
    }

    static func page(_ status: Int) -> Response {
        var response = Response(status, Array("<html><body><h1>\(status)</h1></body></html>".utf8))
        response.headers = ["Content-Type: text/html"]
        return response
    }

    static let redirect: Response = {
        var response = Response(307, [])
        // Nobody listens there; whoever follows it fails otherwise than by the status.
        response.headers = ["Location: http://127.0.0.1:1/"]
        return response
    }()

    /// A refusal of the signature's time, with the time as it ought to be.
    static func wrongTime(_ date: Date) -> Response {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        var response = error(400, "InvalidSignatureException")
        response.headers.append("Date: \(formatter.string(from: date))")
        return response
    }

    var head: [UInt8] {
        let framing = length.map { "Content-Length: \($0)" } ?? "Transfer-Encoding: chunked"
        return Array("HTTP/1.1 \(status) Whatever\r\n\((headers + [framing]).joined(separator: "\r\n"))\r\n\r\n".utf8)
    }

    var bytes: [UInt8] { head + (length == nil ? chunks : body) }

    private var chunks: [UInt8] {
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: body.count, by: 16) {
            let chunk = body[start..<min(start + 16, body.count)]
            bytes += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8)
        }
        return bytes + Array("0\r\n\r\n".utf8)
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: CZlib.crc32(0, bytes, UInt32(truncatingIfNeeded: bytes.count)))
    }

    /// As RFC 1952 has it, in one block that is stored as it is.
    private static func gzip(_ plain: [UInt8]) -> [UInt8] {
        func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
            withUnsafeBytes(of: value.littleEndian) { Array($0) }
        }
        let count = UInt16(truncatingIfNeeded: plain.count)
        return [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1] + littleEndian(count) + littleEndian(~count) + plain
            + littleEndian(crc32(plain)) + littleEndian(UInt32(truncatingIfNeeded: plain.count))
    }
}
