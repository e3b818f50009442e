/// What an observer is told about an operation when it starts.
public struct ObservedOperation: Sendable {
    /// What is asked, keys and items included: what is written down for others to read should be names and numbers only.
    public let request: DynamoDBRequest
    /// Who asks.
    public let origin: RequestOrigin

    public init(request: DynamoDBRequest, origin: RequestOrigin = RequestOrigin()) {
        self.request = request
        self.origin = origin
    }

    /// The operation's name on the wire, such as `Query`.
    public var name: String { request.operationName }

    /// The tables that it names, in order of their names; none for operations that are not about tables.
    public var tableNames: [String] { request.tableNames }

    /// The index that is queried or scanned.
    public var indexName: String? {
        switch request {
        case .query(let query): query.indexName
        case .scan(let scan): scan.indexName
        default: nil
        }
    }

    /// The entity and its access pattern, `Article.published`, or as much of this as is known; the operation's name where nobody in
    /// particular asks, as for transactions and batches of several entities.
    public var accessPattern: String {
        switch (origin.entity, origin.accessPattern) {
        case (let entity?, let pattern?): "\(entity).\(pattern)"
        case (let known?, nil), (nil, let known?): known
        case (nil, nil): name
        }
    }
}

extension ObservedOperation: CustomStringConvertible, CustomDebugStringConvertible {
    /// `Article.published (Query on cms, index gsi2)`, without keys and values.
    public var description: String {
        var text = name
        if !tableNames.isEmpty { text += " on \(tableNames.joined(separator: ", "))" }
        if let indexName { text += ", index \(indexName)" }
        return accessPattern == name ? text : "\(accessPattern) (\(text))"
    }

    public var debugDescription: String { description }
}
