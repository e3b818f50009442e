/// A request told in words: the operation, what it reads or writes, what it costs, and the exact body that is sent.
public struct Explanation: Hashable, Sendable, CustomStringConvertible {
    /// The operation's name on the wire, such as `Query`.
    public let operation: String
    /// `Article.published`
    public let accessPattern: String
    public let table: String
    /// The index; `nil` for the table itself.
    public let index: String?
    /// How the price comes about.
    public let capacity: String
    /// The body of the request: JSON, indented.
    public let body: String

    public var description: String {
        let place = index.map { "index \($0) of \(table)" } ?? "table \(table)"
        return "\(accessPattern): \(operation) on \(place)\n\(capacity)\n\(body)"
    }
}

extension Explanation {
    /// The explanation of a request; of one that cannot be sent, the body says why.
    init(_ request: DynamoDBRequest, origin: RequestOrigin, table: String, capacity: String) {
        operation = request.operationName
        accessPattern = [origin.entity, origin.accessPattern].compactMap { $0 }.joined(separator: ".")
        self.table = table
        self.capacity = capacity
        index =
            switch request {
            case .query(let query): query.indexName
            case .scan(let scan): scan.indexName
            default: nil
            }
        do throws(AttributeError) {
            var json = JSONWriter()
            try request.writeBody(to: &json)
            body = IndentedJSON.text(of: json.bytes)
        } catch {
            body = "cannot be sent: \(error)"
        }
    }

    /// Of a request that could not even be made.
    init(_ error: DynamoDBError, operation: String, origin: RequestOrigin, table: String) {
        self.operation = operation
        accessPattern = [origin.entity, origin.accessPattern].compactMap { $0 }.joined(separator: ".")
        self.table = table
        index = nil
        capacity = "Nothing is sent."
        body = "cannot be sent: \(error.message)"
    }
}
