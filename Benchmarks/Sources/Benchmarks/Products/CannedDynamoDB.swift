import HTTPDynamoDBCore

/// A network that always brings the same answer.
private struct CannedTransport: HTTPTransport {
    let response: TransportResponse

    func send(_ request: TransportRequest, timeout: Duration) async throws(TransportError) -> TransportResponse {
        response
    }
}

extension HTTPDynamoDB {
    /// An executor that signs its requests, and always gets the same answer.
    static func canned(_ body: [UInt8]) -> HTTPDynamoDB {
        let headers: [TransportRequest.Header] = [
            .init("x-amzn-requestid", "4KBNVRGD25RG1KEO9UT4V3FQDJVV4KQNSO5AEMVJF66Q9ASUAAJG"),
            .init("x-amz-crc32", String(checksum(of: body))),
        ]
        return HTTPDynamoDB(
            region: "eu-central-1",
            credentials: StaticCredentials(
                AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")),
            transport: CannedTransport(response: TransportResponse(status: 200, headers: headers, body: body)))
    }

    /// CRC-32, bit by bit.
    private static func checksum(of bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
        }
        return ~crc
    }
}
