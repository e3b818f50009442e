import NIOHTTP1

/// What goes back to the client.
struct Answer {
    static let json = "application/json"
    static let amazonJSON = "application/x-amz-json-1.0"

    var status: HTTPResponseStatus = .ok
    var contentType: String?
    var headers: [(String, String)] = []
    var body: [UInt8] = []
    /// Sent in chunks, without length, identifier and checksum: what refuses a request before it was read.
    var isBare = false
    var closesConnection = false

    /// The size of the body was more than the service takes. It says nothing else about it.
    static let contentTooLarge = Answer(status: .payloadTooLarge, isBare: true)

    /// What is no request to DynamoDB at all.
    static let notFound = Answer(status: .notFound, body: Array("<UnknownOperationException/>\n".utf8))

    /// An error as JSON.
    static func error(
        _ error: ServiceError, status: HTTPResponseStatus = .badRequest, contentType: String
    ) -> Answer {
        Answer(status: status, contentType: contentType, body: error.json)
    }
}
