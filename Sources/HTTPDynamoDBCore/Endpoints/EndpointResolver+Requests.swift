import Entities

extension EndpointResolver {
    /// The endpoint for a request: that of its service, and of its account.
    /// - Parameter accountID: the account of the credentials.
    func endpoint(for request: DynamoDBRequest, accountID: String?) throws(ConfigurationError) -> HTTPEndpoint {
        try endpoint(request.endpointService, accountID: accountID, resource: request.endpointResource)
    }
}

extension DynamoDBRequest {
    fileprivate var endpointService: ServiceHosts.Service {
        switch self {
        case .listStreams, .describeStream, .getShardIterator, .getRecords: .streams
        default: .dynamoDB
        }
    }

    /// What decides on the account that is asked: the table, of several the first; the stream; an iterator, which
    /// begins with the stream.
    ///
    /// As the `contextParam` and `operationContextParams` of the service's model have it (botocore 1.44.5).
    fileprivate var endpointResource: String? {
        switch self {
        case .batchGetItem(let request): request.tables.keys.first
        case .batchWriteItem(let request): request.tables.keys.first
        case .transactGetItems(let request): request.gets.first?.tableName
        case .transactWriteItems(let request): request.actions.first?.tableName
        case .tagResource(let request): request.resourceARN
        case .untagResource(let request): request.resourceARN
        case .listTagsOfResource(let request): request.resourceARN
        case .describeStream(let request): request.streamARN
        case .getShardIterator(let request): request.streamARN
        case .getRecords(let request): request.shardIterator
        case .listStreams: nil
        default: tableName
        }
    }
}
