import HTTPDynamoDBCore
import NIOCore

/// Writes a request as the bytes of HTTP/1.1, head and body in one piece.
///
/// What could break out of its place is refused: a line end in a value would be a header of its own, or a second request.
enum RequestEncoder {
    /// The field that names the server, as a whole line.
    static func hostField(_ endpoint: HTTPEndpoint) throws(TransportError) -> String {
        guard !endpoint.host.isEmpty, isAll(endpoint.host, isVisible) else {
            throw invalid("the host of the endpoint")
        }
        return "Host: \(endpoint.authority)\r\n"
    }

    static func encode(_ request: TransportRequest, hostField: String) throws(TransportError) -> ByteBuffer {
        guard request.path.utf8.first == UInt8(ascii: "/"), isAll(request.path, isVisible) else {
            throw invalid("the path")
        }
        var size = request.path.utf8.count + hostField.utf8.count + request.body.count + 64
        for header in request.headers { size += header.name.utf8.count + header.value.utf8.count + 4 }
        var buffer = ByteBufferAllocator().buffer(capacity: size)
        buffer.writeString(request.method.rawValue)
        buffer.writeStaticString(" ")
        buffer.writeString(request.path)
        buffer.writeStaticString(" HTTP/1.1\r\n")
        buffer.writeString(hostField)
        for header in request.headers {
            try check(header)
            buffer.writeString(header.name)
            buffer.writeStaticString(": ")
            buffer.writeString(header.value)
            buffer.writeStaticString("\r\n")
        }
        if !request.body.isEmpty || request.method != .get {
            buffer.writeStaticString("Content-Length: ")
            buffer.writeString(String(request.body.count))
            buffer.writeStaticString("\r\n")
        }
        buffer.writeStaticString("\r\n")
        buffer.writeBytes(request.body)
        return buffer
    }

    private static func check(_ header: TransportRequest.Header) throws(TransportError) {
        guard !header.name.isEmpty, isAll(header.name, FieldByte.isToken) else { throw invalid("the name of a header") }
        guard isAll(header.value, FieldByte.isValue) else { throw invalid("the value of the header \(header.name)") }
        // Twice in a request they let two servers in a row read two different requests.
        switch header.name.utf8.count {
        case 4 where isSame(header.name, "host"), 10 where isSame(header.name, "connection"),
            14 where isSame(header.name, "content-length"), 17 where isSame(header.name, "transfer-encoding"):
            throw TransportError(
                .invalidRequest, "the header \(header.name) is the transport's to write", mayHaveBeenSent: false)
        default: break
        }
    }

    /// The text is not quoted: it may be a credential.
    private static func invalid(_ what: String) -> TransportError {
        TransportError(
            .invalidRequest, "\(what) has characters that cannot be sent; the request was not", mayHaveBeenSent: false)
    }

    private static func isSame(_ name: String, _ lowercased: String) -> Bool {
        zip(name.utf8, lowercased.utf8).allSatisfy { FieldByte.lowercased($0) == $1 }
    }

    private static func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7e).contains(byte) }

    private static func isAll(_ text: String, _ predicate: (UInt8) -> Bool) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(predicate) } ?? text.utf8.allSatisfy(predicate)
    }
}
