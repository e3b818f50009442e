// What an executor of your own needs to carry requests over a network: their bodies, and the reading of answers.

extension DynamoDBRequest {
    /// The body of the request: JSON of the protocol `DynamoDB_20120810`, or `DynamoDBStreams_20120810` for requests about streams.
    ///
    /// - Throws: the `AttributeError` of a value in an expression that has no form in DynamoDB.
    public func body() throws(AttributeError) -> [UInt8] {
        try ByteBuffer.onStack { buffer throws(AttributeError) in
            var json = JSONWriter(buffer)
            try writeBody(to: &json)
            return json.bytes
        }
    }
}

extension DynamoDBOutput {
    /// Reads the body of a successful response.
    ///
    /// ```swift
    /// func execute<Operation: DynamoDBOperation>(_ operation: Operation) async throws(DynamoDBError) -> Operation.Output {
    ///     …
    ///     return try Operation.Output(body: try await post(operation.request.body(), to: operation.request.operationName))
    /// }
    /// ```
    /// - Throws: `AttributeError`: `malformed` for what is no such answer, others for an item that cannot be read as the record.
    public init(body: [UInt8]) throws(AttributeError) {
        self = try JSONReader.read(body) { (json) throws(AttributeError) in try Self(json: &json) }
    }
}
