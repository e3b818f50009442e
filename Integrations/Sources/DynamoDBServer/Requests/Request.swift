import NIOCore
import NIOHTTP1

/// A whole HTTP request.
struct Request {
    var method: HTTPMethod
    /// As sent: path and query string.
    var uri: String
    var headers: HTTPHeaders
    /// As sent, packed or not.
    var body: [UInt8]

    init(method: HTTPMethod, uri: String, headers: HTTPHeaders, body: [UInt8] = []) {
        self.method = method
        self.uri = uri
        self.headers = headers
        self.body = body
    }

    /// The first of the headers with this name.
    func header(_ name: String) -> String? { headers.first(name: name) }

    var path: Substring { uri.prefix { $0 != "?" } }

    /// What follows the question mark; `nil` without one.
    var queryString: Substring? {
        uri.utf8.firstIndex(of: UInt8(ascii: "?")).map { uri[uri.index(after: $0)...] }
    }

    /// The media type without its parameters.
    var contentType: String {
        guard let header = header("content-type") else { return "" }
        if header == Answer.amazonJSON { return header }
        let type = header.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        return type.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
    }
}
