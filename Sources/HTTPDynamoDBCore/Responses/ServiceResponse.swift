import Entities

/// A response as DynamoDB means it: one whose body is an output, or an error.
enum ServiceResponse {
    case success(TransportResponse)
    case failure(DynamoDBError)

    init(_ response: TransportResponse) {
        if response.status == 200 {
            self = response.isIntact ? .success(response) : .failure(.corruptResponse)
        } else {
            self = .failure(DynamoDBError(response))
        }
    }
}

extension TransportResponse {
    /// Whether the body has the checksum that the service sent along; true where it sent none.
    fileprivate var isIntact: Bool {
        guard let text = self[header: "x-amz-crc32"], let expected = UInt32(text) else { return true }
        switch content {
        case .asSent: return CRC32.checksum(of: body) == expected
        case .decompressed(let crc32): return crc32 == nil || crc32 == expected
        }
    }
}

extension DynamoDBError {
    /// The answer was damaged on its way. What was asked for was done.
    fileprivate static var corruptResponse: DynamoDBError {
        DynamoDBError(
            .connection, "the answer was damaged on its way: it does not have the checksum in its header x-amz-crc32")
    }

    /// The error that a response tells, or is.
    fileprivate init(_ response: TransportResponse) {
        do throws(AttributeError) {
            self = try JSONReader.read(response.body) { json throws(AttributeError) in try DynamoDBError(json: &json) }
        } catch {
            self.init(Code(rawValue: ""), "")
        }
        if code.rawValue.isEmpty, let type = response[header: "x-amzn-errortype"] { code = Self.code(named: type) }
        if code.rawValue.isEmpty { (code, message) = Self.guess(from: response) }
        requestID = response.requestID
    }

    /// What a status means whose body is no error of DynamoDB's: one of a proxy, or of another server.
    private static func guess(from response: TransportResponse) -> (Code, String) {
        let status = response.status
        let body = response.excerpt
        switch status {
        case 300..<400:
            let target = response[header: "location"].map { " to '\(Self.printable($0.utf8))'" } ?? ""
            return (
                .unexpectedResponse,
                "the server redirects\(target) (HTTP \(status)), which DynamoDB does not: check the endpoint"
            )
        case 408: return (Code(rawValue: "RequestTimeout"), "HTTP 408\(body)")
        case 413: return (.validation, "the request is larger than the server takes (HTTP 413)\(body)")
        case 429: return (.throttling, "too many requests (HTTP 429)\(body)")
        case 500: return (.internalServerError, "HTTP 500\(body)")
        case 502, 503, 504: return (.serviceUnavailable, "HTTP \(status)\(body)")
        default:
            return (
                .unexpectedResponse,
                "the server answered HTTP \(status) and no error of DynamoDB: check the endpoint\(body)"
            )
        }
    }

    /// The start of a text that came from outside, in a form that cannot hurt a terminal.
    fileprivate static func printable(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes.prefix(200).map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}

extension TransportResponse {
    /// What the service calls the request.
    var requestID: String? { self[header: "x-amzn-requestid"] ?? self[header: "x-amz-request-id"] }

    /// The start of the body, for messages.
    fileprivate var excerpt: String {
        body.isEmpty ? ", without a body" : ": \(DynamoDBError.printable(body))"
    }
}
