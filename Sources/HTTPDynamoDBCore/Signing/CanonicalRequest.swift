import Entities

/// A request in the form of which Signature Version 4 takes the hash: method, path, query, signed headers, hash of the body.
struct CanonicalRequest {
    /// `content-type;host;x-amz-date;x-amz-target`
    let signedHeaders: [UInt8]
    let hash: SHA256.Digest

    /// - Parameter request: with the path `/`, without a query, its header names in lowercase.
    init(_ request: TransportRequest) {
        var headers = request.headers.filter { Self.isSigned($0.name) }
        headers.append(.init("host", request.endpoint.authority))
        headers.sort { $0.name < $1.name }

        var text: [UInt8] = []
        text.reserveCapacity(512)
        text += request.method.rawValue.utf8
        text += "\n/\n\n".utf8
        for header in headers {
            text += header.name.utf8
            text.append(UInt8(ascii: ":"))
            text.appendTrimmed(header.value)
            text.append(UInt8(ascii: "\n"))
        }
        text.append(UInt8(ascii: "\n"))
        var names: [UInt8] = []
        for header in headers {
            if !names.isEmpty { names.append(UInt8(ascii: ";")) }
            names += header.name.utf8
        }
        text += names
        text.append(UInt8(ascii: "\n"))
        SHA256.hash(request.body).withUnsafeBytes { text.appendHexadecimal($0) }
        signedHeaders = names
        hash = SHA256.hash(text)
    }
}

extension CanonicalRequest {
    /// What proxies may change is not signed.
    private static func isSigned(_ name: String) -> Bool {
        switch name {
        case "user-agent", "accept-encoding", "connection", "expect": false
        default: true
        }
    }
}

extension [UInt8] {
    /// Appends a header's value without spaces at its ends, and with one for several within.
    fileprivate mutating func appendTrimmed(_ value: String) {
        guard value.utf8.contains(UInt8(ascii: " ")) else {
            self += value.utf8
            return
        }
        var isPending = false
        let start = count
        for byte in value.utf8 {
            if byte == UInt8(ascii: " ") {
                isPending = count > start
            } else {
                if isPending { append(UInt8(ascii: " ")) }
                isPending = false
                append(byte)
            }
        }
    }
}
