import Entities

/// Decides where a request goes.
protocol EndpointSource: Sendable {
    /// - Parameter accountID: the account that the credentials belong to, where that is known.
    func endpoint(for request: DynamoDBRequest, accountID: String?) throws(ConfigurationError) -> HTTPEndpoint
}

/// The same server for everything: one that was named.
struct FixedEndpoint: EndpointSource {
    let endpoint: HTTPEndpoint

    func endpoint(for request: DynamoDBRequest, accountID: String?) throws(ConfigurationError) -> HTTPEndpoint {
        endpoint
    }
}
