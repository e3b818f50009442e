import Crypto
import NIOHTTP1

/// A request in the form of which Signature Version 4 takes the hash.
struct CanonicalRequest {
    static let unsignedPayload = "UNSIGNED-PAYLOAD"

    let text: String

    init(_ request: Request, signedHeaders: String) {
        let isUnsigned = request.header("x-amz-content-sha256") == Self.unsignedPayload
        text = [
            request.method.rawValue,
            PercentEncoding.encode(Self.normalized(request.path), keepingSlashes: true),
            request.queryString.map { QueryString($0).canonical } ?? "",
            signedHeaders.split(separator: ";").map { Self.line($0, request) }.joined(separator: "\n") + "\n",
            signedHeaders,
            // Of the bytes as sent: a hash that the client claims in a header is not believed.
            isUnsigned ? Self.unsignedPayload : Self.hex(SHA256.hash(data: request.body)),
        ].joined(separator: "\n")
    }

    private static func line(_ name: Substring, _ request: Request) -> String {
        let values = request.headers[String(name)].map { value in
            value.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
        }
        return "\(name):\(values.joined(separator: ","))"
    }

    /// A path without empty, `.` and `..` segments.
    private static func normalized(_ path: Substring) -> String {
        var segments: [Substring] = []
        let parts = path.split(separator: "/")
        for part in parts where part != "." {
            if part == ".." { _ = segments.popLast() } else { segments.append(part) }
        }
        let isOpen = path.hasSuffix("/") || parts.last == "." || parts.last == ".."
        return "/" + segments.joined(separator: "/") + (isOpen && !segments.isEmpty ? "/" : "")
    }

    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
