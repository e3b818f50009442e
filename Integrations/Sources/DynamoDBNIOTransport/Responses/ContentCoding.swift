import HTTPDynamoDBCore

/// What `Content-Encoding` says.
enum ContentCoding: Sendable {
    case identity
    case compressed(Inflation.Format)
    case unknown(String)

    mutating func add(_ text: String) {
        switch (self, text.lowercased()) {
        case (_, ""), (_, "identity"): break
        case (.identity, "gzip"), (.identity, "x-gzip"): self = .compressed(.gzip)
        case (.identity, "deflate"): self = .compressed(.zlib)
        default: self = .unknown(text)
        }
    }

    /// `nil` if the body is as it is.
    /// - Throws: `malformedResponse` for what nobody here can undo: others, or one upon the other.
    var compression: Inflation.Format? {
        get throws(TransportError) {
            switch self {
            case .identity: nil
            case .compressed(let format): format
            case .unknown(let text):
                throw TransportError(
                    .malformedResponse, "the response has a Content-Encoding that is not known: '\(text)'",
                    mayHaveBeenSent: true)
            }
        }
    }
}
