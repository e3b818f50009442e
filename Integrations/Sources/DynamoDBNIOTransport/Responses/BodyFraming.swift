import HTTPDynamoDBCore

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
    private var isKept = false
    private var isClosing = false
    private var length: Int?
    private var isChunked = false

    var keepsConnection: Bool { !isClosing && (isKept || !isOld) }

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

    /// Reads the options of a `Connection`. `close` wins over all others.
    mutating func addConnection(_ options: Span<UInt8>) {
        var start = 0
        for index in 0...options.count where index == options.count || options[index] == UInt8(ascii: ",") {
            let option = options.extracting(options.trimmed(start..<index))
            if option.isSame(as: "close") {
                isClosing = true
            } else if option.isSame(as: "keep-alive") {
                isKept = true
            }
            start = index + 1
        }
    }

    func length(status: Int) throws(TransportError) -> Length {
        guard !isChunked || (length == nil && !isOld) else {
            throw TransportError(
                .malformedResponse, "the server's response has both a Transfer-Encoding and a Content-Length",
                mayHaveBeenSent: true)
        }
        if status == 204 || status == 304 { return .known(0) }
        if isChunked { return .chunked }
        return length.map(Length.known) ?? .untilEnd
    }
}
