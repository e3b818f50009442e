/// A request, written out.
struct RawRequest: Sendable {
    var method = "POST"
    var uri = "/"
    var headers: [(String, String)] = []
    var body: [UInt8] = []
    /// Without one, there is none unless there is a body.
    var contentLength: Int?

    var bytes: [UInt8] {
        var text = "\(method) \(uri) HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        for (name, value) in headers { text += "\(name): \(value)\r\n" }
        if let length = contentLength ?? (method == "POST" || !body.isEmpty ? body.count : nil) {
            text += "Content-Length: \(length)\r\n"
        }
        return Array((text + "\r\n").utf8) + body
    }

    /// A call as a client makes it, with a signature that is in form and by nobody.
    static func call(_ operation: String, _ body: String, _ headers: [(String, String)] = []) -> RawRequest {
        RawRequest(
            headers: [
                ("Content-Type", "application/x-amz-json-1.0"), ("X-Amz-Target", "DynamoDB_20120810.\(operation)"),
                ("X-Amz-Date", "20260101T000000Z"),
                (
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=b"
                ),
            ] + headers, body: Array(body.utf8))
    }

    static let createTable = call(
        "CreateTable",
        """
        {"TableName":"things","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],\
        "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}]}
        """)

    static func put(_ key: String, value: String = "") -> RawRequest {
        call("PutItem", "{\"TableName\":\"things\",\"Item\":{\"pk\":{\"S\":\"\(key)\"},\"v\":{\"S\":\"\(value)\"}}}")
    }

    static func get(_ key: String, _ headers: [(String, String)] = []) -> RawRequest {
        call("GetItem", "{\"TableName\":\"things\",\"Key\":{\"pk\":{\"S\":\"\(key)\"}}}", headers)
    }
}
