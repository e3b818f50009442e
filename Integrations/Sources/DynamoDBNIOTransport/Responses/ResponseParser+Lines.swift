import HTTPDynamoDBCore

/// What the lines mean. They have no controls in them: `readLine` has seen to that.
extension ResponseParser {
    /// `HTTP/1.1 200 OK`; the reason is not needed and may be missing with its space.
    mutating func readStatusLine(_ line: Span<UInt8>) throws(TransportError) {
        guard line.count >= 12, line.begins(with: "HTTP/1."), line[8] == UInt8(ascii: " ") else {
            throw noHTTP
        }
        switch line[7] {
        case UInt8(ascii: "1"): framing.isOld = false
        case UInt8(ascii: "0"): framing.isOld = true
        default: throw noHTTP
        }
        var status = 0
        for index in 9..<12 {
            let digit = line[index] &- UInt8(ascii: "0")
            guard digit < 10 else { throw noHTTP }
            status = status * 10 + Int(digit)
        }
        guard status >= 100, line.count == 12 || line[12] == UInt8(ascii: " ") else { throw noHTTP }
        response.status = status
    }

    private var noHTTP: TransportError { malformed("a first line that is not HTTP/1.1") }

    mutating func readHeader(_ line: Span<UInt8>) throws(TransportError) {
        guard response.headers.count < Self.maximumHeaders else { throw malformed("too many headers") }
        let colon = try colon(line)
        let name = line.extracting(first: colon)
        let value = line.extracting(line.trimmed((colon + 1)..<line.count))
        let header = TransportRequest.Header(name.text, value.text)
        switch name.count {
        case 10 where name.isSame(as: "connection"): framing.addConnection(value)
        case 14 where name.isSame(as: "content-length"):
            guard let length = Self.number(value), framing.setLength(length) else {
                throw malformed("a Content-Length that is no number, or two of them")
            }
        case 16 where name.isSame(as: "content-encoding"): response.coding.add(header.value)
        case 17 where name.isSame(as: "transfer-encoding"):
            guard value.isSame(as: "chunked"), framing.setChunked() else {
                throw malformed("a Transfer-Encoding that is not chunked")
            }
        default: break
        }
        response.headers.append(header)
    }

    /// Where the name ends. A line that begins with a blank, which once went on with the line before, has no name and is refused.
    func colon(_ line: Span<UInt8>) throws(TransportError) -> Int {
        var index = 0
        while index < line.count, FieldByte.isToken(line[index]) { index += 1 }
        guard index > 0, index < line.count, line[index] == UInt8(ascii: ":") else {
            throw malformed("a header without a name")
        }
        return index
    }

    /// Hexadecimal digits, and possibly extensions after `;`, which mean nothing to us.
    func chunkSize(_ line: Span<UInt8>) throws(TransportError) -> Int {
        var size = 0
        var index = 0
        digits: while index < line.count {
            let byte = line[index]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): size = size << 4 | Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): size = size << 4 | Int(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): size = size << 4 | Int(byte - UInt8(ascii: "A") + 10)
            default: break digits
            }
            index += 1
            // More would not fit.
            guard index < 16 else { throw malformed("a chunk whose size is too long") }
        }
        let digits = index
        while index < line.count, FieldByte.isBlank(line[index]) { index += 1 }
        guard digits > 0, index == line.count || line[index] == UInt8(ascii: ";") else {
            throw malformed("a chunk without a size")
        }
        return size
    }

    private static func number(_ digits: Span<UInt8>) -> Int? {
        guard (1...18).contains(digits.count) else { return nil }
        var number = 0
        for index in digits.indices {
            let digit = digits[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}
