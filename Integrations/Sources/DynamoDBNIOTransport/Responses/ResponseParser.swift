import HTTPDynamoDBCore

/// Reads responses of HTTP/1.1 from the bytes of a connection, in whatever pieces they come.
///
/// It is strict where leniency would let two readers see two different responses (RFC 9112, section 6.3 and 11): lines end with CR LF,
/// a length is digits only and said once, or chunked is, and never both. What breaks a rule ends the connection.
struct ResponseParser {
    enum Phase: Hashable {
        case statusLine
        case headers
        /// With how many bytes are left.
        case body(Int)
        case bodyUntilEnd
        case chunkSize
        case chunk(Int)
        case chunkEnd
        case trailers
        case complete
    }

    /// All heads of a response, and its trailers, in bytes.
    static let maximumHeadSize = 64 * 1024
    static let maximumHeaders = 256
    /// A chunk's size and its extensions.
    static let maximumChunkLine = 1024

    let maximumBodySize: Int
    private(set) var phase = Phase.statusLine
    var response = Response()
    var framing = BodyFraming()
    /// The beginning of a line whose end has not come.
    private var line: [UInt8] = []
    private var headSize = 0
    private var trailers = 0

    init(maximumBodySize: Int) {
        self.maximumBodySize = maximumBodySize
    }

    var isComplete: Bool { phase == .complete }

    /// Reads on, and returns how many bytes were read: all of them, unless the response is complete before.
    /// - Throws: `malformedResponse`, `responseTooLarge`
    mutating func read(_ bytes: Span<UInt8>) throws(TransportError) -> Int {
        var index = 0
        while index < bytes.count {
            switch phase {
            case .statusLine, .headers, .chunkSize, .chunkEnd, .trailers:
                try readLine(bytes, &index)
            case .body(let left):
                let count = append(bytes, &index, atMost: left)
                phase = count == left ? .complete : .body(left - count)
            case .chunk(let left):
                let count = append(bytes, &index, atMost: left)
                phase = count == left ? .chunkEnd : .chunk(left - count)
            case .bodyUntilEnd:
                guard bytes.count - index <= maximumBodySize - response.body.count else { throw tooLarge }
                _ = append(bytes, &index, atMost: bytes.count - index)
            case .complete: return index
            }
        }
        return index
    }

    /// Whether the response is complete now that nothing follows.
    mutating func readEnd() -> Bool {
        if phase == .bodyUntilEnd { phase = .complete }
        return isComplete
    }

    /// The complete response; the next one may begin.
    mutating func take() -> Response {
        defer {
            phase = .statusLine
            response = Response()
            framing = BodyFraming()
            headSize = 0
            trailers = 0
        }
        return response
    }

    // MARK: Lines

    private mutating func readLine(_ bytes: Span<UInt8>, _ index: inout Int) throws(TransportError) {
        if line.last == FieldByte.carriageReturn {
            guard bytes[index] == FieldByte.lineFeed else { throw malformed("a line that does not end with CR LF") }
            index += 1
            var whole: [UInt8] = []
            swap(&whole, &line)
            try take(line: whole.span.extracting(droppingLast: 1))
            return
        }
        let start = index
        while index < bytes.count, FieldByte.isValue(bytes[index]) { index += 1 }
        guard line.count + index - start <= lineLimit else { throw malformed("lines that are too long") }
        let ending = bytes.count - index
        guard ending >= 2 else {
            guard ending == 0 || bytes[index] == FieldByte.carriageReturn else {
                throw malformed("a control character in a line")
            }
            index = bytes.count
            bytes.extracting(start..<index).withUnsafeBufferPointer { line.append(contentsOf: $0) }
            return
        }
        guard bytes[index] == FieldByte.carriageReturn, bytes[index + 1] == FieldByte.lineFeed else {
            throw malformed("a control character in a line")
        }
        let found = bytes.extracting(start..<index)
        index += 2
        if line.isEmpty {
            try take(line: found)
        } else {
            var whole: [UInt8] = []
            swap(&whole, &line)
            found.withUnsafeBufferPointer { whole.append(contentsOf: $0) }
            try take(line: whole.span)
        }
    }

    private var lineLimit: Int {
        switch phase {
        case .chunkSize, .chunkEnd: Self.maximumChunkLine
        default: Self.maximumHeadSize - headSize
        }
    }

    private mutating func take(line: Span<UInt8>) throws(TransportError) {
        switch phase {
        case .statusLine:
            headSize += line.count + 2
            try readStatusLine(line)
            phase = .headers
        case .headers:
            headSize += line.count + 2
            if line.isEmpty { try endHead() } else { try readHeader(line) }
        case .chunkSize:
            let size = try chunkSize(line)
            guard size <= maximumBodySize - response.body.count else { throw tooLarge }
            phase = size == 0 ? .trailers : .chunk(size)
        case .chunkEnd:
            guard line.isEmpty else { throw malformed("a chunk that is longer than its size") }
            phase = .chunkSize
        case .trailers:
            headSize += line.count + 2
            trailers += 1
            guard trailers <= Self.maximumHeaders else { throw malformed("too many trailers") }
            if line.isEmpty { phase = .complete } else { _ = try colon(line) }
        case .body, .bodyUntilEnd, .chunk, .complete: break
        }
    }

    // MARK: The end of a head

    private mutating func endHead() throws(TransportError) {
        switch response.status {
        case 101: throw malformed("a change of protocol that nobody asked for")
        case 100..<200:
            // An announcement: the response is still to come. The size goes on counting, so there is an end to them.
            let size = headSize
            _ = take()
            headSize = size
            return
        default: break
        }
        response.keepsConnection = framing.keepsConnection
        switch try framing.length(status: response.status) {
        case .known(let length):
            guard length <= maximumBodySize else { throw tooLarge }
            // What a server promises is not believed beyond a megabyte: memory is taken as bytes come.
            response.body.reserveCapacity(min(length, 1 << 20))
            phase = length == 0 ? .complete : .body(length)
        case .chunked: phase = .chunkSize
        case .untilEnd:
            response.keepsConnection = false
            phase = .bodyUntilEnd
        }
    }

    // MARK: Bodies

    private mutating func append(_ bytes: Span<UInt8>, _ index: inout Int, atMost most: Int) -> Int {
        let count = min(most, bytes.count - index)
        bytes.extracting(index..<(index + count)).withUnsafeBufferPointer { response.body.append(contentsOf: $0) }
        index += count
        return count
    }

    // MARK: Errors

    func malformed(_ what: String) -> TransportError {
        TransportError(.malformedResponse, "the server's response has \(what)", mayHaveBeenSent: true)
    }

    private var tooLarge: TransportError {
        TransportError(
            .responseTooLarge, "the body of the response has more than \(maximumBodySize) bytes",
            mayHaveBeenSent: true)
    }
}
