import HTTPDynamoDB

/// Where a body ends, and whether the connection goes on after it (RFC 9112, sections 6.3 and 9.3).
struct BodyFraming {
    enum Length {
        case known(Int)
        case chunked
        /// With the connection.
        case untilEnd
    }

    /// HTTP/1.0, which knows no chunks and closes unless it says otherwise.
    var isOld = false
    var keepsConnection = false
    private var length: Int?
    private var isChunked = false

    /// False if another length was set before. The same again is no contradiction.
    mutating func setLength(_ length: Int) -> Bool {
        defer { self.length = length }
        return self.length == nil || self.length == length
    }

    /// False if it was set before.
    mutating func setChunked() -> Bool {
        defer { isChunked = true }
        return !isChunked
    }

    mutating func addConnection(_ options: String) {
        for option in options.split(separator: ",") {
            let option = option.filter { $0 != " " && $0 != "\t" }.lowercased()
            if option == "close" {
                keepsConnection = false
                isClosing = true
            } else if option == "keep-alive" {
                keepsConnection = !isClosing
            }
        }
    }

    /// `close` has been read, and nothing after it counts.
    private var isClosing = false

    func length(status: Int) throws(TransportError) -> Length {
        guard !isChunked || (length == nil && !isOld) else {
            throw TransportError(
                .malformedResponse, "The server's response has both a Transfer-Encoding and a Content-Length",
                mayHaveBeenSent: true)
        }
        if status == 204 || status == 304 { return .known(0) }
        if isChunked { return .chunked }
        return length.map(Length.known) ?? .untilEnd
    }
}
