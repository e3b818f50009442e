import HTTPDynamoDBCore

/// A response as it was read, its body as it was sent.
struct Response: Sendable {
    var status = 0
    var headers: [TransportRequest.Header] = []
    var body: [UInt8] = []
    var coding = ContentCoding.identity
    /// Whether another request may follow on the connection.
    var keepsConnection = false

    /// - Throws: `malformedResponse`, `responseTooLarge`
    func transportResponse(maximumBodySize: Int) throws(TransportError) -> TransportResponse {
        guard let compression = try coding.compression, !body.isEmpty else {
            return TransportResponse(status: status, headers: headers, body: body)
        }
        let crc32 = Inflation.crc32(body)
        let plain = try Inflation.inflate(body, compression, limit: maximumBodySize)
        return TransportResponse(
            status: status, headers: headers, body: plain, content: .decompressed(crc32: crc32))
    }
}
