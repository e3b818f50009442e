/// Requests as their bytes on the wire.
enum ServiceRequest {
    static let createTable = request(
        "CreateTable",
        """
        {"TableName":"shop","BillingMode":"PAY_PER_REQUEST",\
        "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"S"}],\
        "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]}
        """)
    static let putItem = request(
        "PutItem",
        """
        {"TableName":"shop","Item":{"pk":{"S":"SELLER#1"},"sk":{"S":"OFFER#1"},"stock":{"N":"5"},\
        "details":{"S":"\(String(repeating: "an item of the benchmark, ", count: 36))"}}}
        """)
    static let getItem = request("GetItem", #"{"TableName":"shop","Key":{"pk":{"S":"SELLER#1"},"sk":{"S":"OFFER#1"}}}"#)

    /// With headers as a client of the service sends them. No server here checks the signature.
    private static func request(_ operation: String, _ body: String) -> [UInt8] {
        let signature = String(repeating: "0", count: 64)
        let head = """
            POST / HTTP/1.1\r
            host: 127.0.0.1\r
            content-type: application/x-amz-json-1.0\r
            x-amz-target: DynamoDB_20120810.\(operation)\r
            x-amz-date: 20261121T090000Z\r
            authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261121/us-east-1/dynamodb/aws4_request, \
            SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=\(signature)\r
            content-length: \(body.utf8.count)\r
            \r

            """
        return Array((head + body).utf8)
    }
}
