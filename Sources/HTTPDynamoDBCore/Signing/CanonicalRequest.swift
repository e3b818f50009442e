import Entities

/// A request in the form of which Signature Version 4 takes the hash: method, path, query, signed headers, hash of the body.
struct CanonicalRequest {
    private static let newline = UInt8(ascii: "\n")

    private let request: TransportRequest
    /// The places of the signed headers among the request's, in the order of their names; `host` has the place behind the last.
    private let places: [Int]

    /// - Parameter request: with the path `/`, without a query, its header names in lowercase.
    init(_ request: TransportRequest) {
        self.request = request
        var places: [Int] = []
        places.reserveCapacity(request.headers.count + 1)
        for place in 0...request.headers.count {
            let name = Self.name(at: place, of: request)
            guard Self.isSigned(name) else { continue }
            // Few, and nearly in order.
            var position = places.count
            while position > 0, name < Self.name(at: places[position - 1], of: request) { position -= 1 }
            places.insert(place, at: position)
        }
        self.places = places
    }

    /// `content-type;host;x-amz-date;x-amz-target`
    func appendSignedHeaders(to text: inout ByteBuffer) {
        for (index, place) in places.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ";")) }
            text.append(utf8: Self.name(at: place, of: request))
        }
    }

    var hash: SHA256.Digest {
        var text = ByteBuffer(capacity: 1024)
        text.append(utf8: request.method.rawValue)
        text.append(utf8: "\n/\n\n")
        for place in places {
            text.append(utf8: Self.name(at: place, of: request))
            text.append(UInt8(ascii: ":"))
            if place == request.headers.count {
                text.append(utf8: request.endpoint.authority)
            } else {
                text.appendTrimmed(request.headers[place].value)
            }
            text.append(Self.newline)
        }
        text.append(Self.newline)
        appendSignedHeaders(to: &text)
        text.append(Self.newline)
        text.appendHexadecimal(SHA256.hash(request.body))
        return SHA256.hash(text)
    }

    private static func name(at place: Int, of request: TransportRequest) -> String {
        place == request.headers.count ? "host" : request.headers[place].name
    }

    /// What proxies may change is not signed.
    private static func isSigned(_ name: String) -> Bool {
        switch name {
        case "user-agent", "accept-encoding", "connection", "expect": false
        default: true
        }
    }
}

extension ByteBuffer {
    /// Appends a header's value without spaces at its ends, and with one for several within.
    fileprivate mutating func appendTrimmed(_ value: String) {
        var value = value
        guard value.withUTF8({ $0.contains(UInt8(ascii: " ")) }) else {
            append(utf8: value)
            return
        }
        for (index, part) in value.utf8.split(separator: UInt8(ascii: " ")).enumerated() {
            if index > 0 { append(UInt8(ascii: " ")) }
            append(utf8: String(Substring(part)))
        }
    }
}
